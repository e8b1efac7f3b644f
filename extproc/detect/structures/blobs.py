r"""Content in base64 within a text: where it stands, what kind it is, and its text where it is one.

Found are ``data:`` addresses, a member ``data`` (FHIR's Attachment), ``^Base64^`` of HL7 version 2, C-CDA's
``representation="B64"``, and bare runs that are long enough to be content and read as a text or a known kind of file.
Line ends and ``\/`` may stand within. Texts are UTF-8, UTF-16 or Latin-1, plain or in markup; RTF loses its control
words.

Not covered: archives, the texts inside PDF and DOCX, and other encodings of bytes.
"""

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from extproc.detect.finding import Passage
from extproc.detect.structures.marks import Blob
from extproc.sealed import Sealed

_RUN: Final = r"(?:[A-Za-z0-9+/_-]|\\++[rn/]|[\r\n])"
_URL: Final = re.compile(
    rf"data:([a-zA-Z]{{1,20}}/[a-zA-Z0-9.+-]{{1,80}}+)?(?:;[a-zA-Z0-9=_.+-]{{1,40}}){{0,4}};base64,({_RUN}{{8,}}+={{0,2}})"
)
_MEMBER: Final = re.compile(rf"[\"']data\\*+[\"']\s*+:\s*+\\*+[\"']({_RUN}{{24,}}+={{0,2}})(?=\\*[\"'])")
_ENCAPSULATED: Final = re.compile(rf"\^base64\^({_RUN}{{24,}}?={{0,2}})(?=[|^~\r\n\"]|\\|\Z)", re.IGNORECASE)
_ELEMENT: Final = re.compile(
    r"<([^<>]*\brepresentation\s*=\s*\\*[\"']B64[^<>]*+)>\s*+((?:[A-Za-z0-9+/=]|\\++[rn/]|\s){24,}+)(?=<|\Z)"
)
_BARE: Final = re.compile(
    r"(?<![A-Za-z0-9+/_-])(?=[A-Za-z0-9+/_-]{60})(?:(?:[A-Za-z0-9+/]{60,76}\r?\n){3,}+[A-Za-z0-9+/]{0,76}|[A-Za-z0-9+/_-]{200,}+)={0,2}"
)
_BARE_LINE: Final = 60
_LEAST_BARE: Final = 3 * _BARE_LINE
"""Characters of bare content: three lines, or one run that is longer."""
_WHOLE: Final = re.compile(rf"{_RUN}{{24,}}+={{0,2}}\s*+")
_DECLARED: Final = re.compile(r"(?:contentType|mediaType)\\*[\"']?\s*[:=]\s*\\*[\"']([\w.+-]{1,40}/[\w.+-]{1,60})")
_AROUND: Final = 400
_BLANKS: Final = re.compile(r"\\+[rn]|[\s\\]+")

_MAGIC: Final = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"%PDF", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"\xd0\xcf\x11\xe0", "application/msword"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
)
_DICOM_AT: Final = 128
_RTF: Final = re.compile(r"\\'([0-9a-f]{2})|\\(?:par|line|tab)\b ?|\\[a-z]{1,32}-?\d{0,10} ?|[{}]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_MOST_CONTROLS: Final = 0.02
_LEAST_ASCII: Final = 0.7


def blobs(text: str) -> list[Blob]:
    """Each once, as the place says that tells the most of it. Linear."""
    first: dict[int, Blob] = {}
    for blob in _found(text):
        first.setdefault(blob.start, blob)
    return list(first.values())


def _found(text: str) -> Iterator[Blob]:
    if ";base64," in text:
        yield from (_blob(found, 2, found[1] or "") for found in _URL.finditer(text))
    if "data" in text:
        yield from filter(_is_content, (_blob(found, 1, _declared(text, found)) for found in _MEMBER.finditer(text)))
    if "ase64^" in text or "BASE64^" in text:
        yield from (_blob(found, 1, "application/octet-stream") for found in _ENCAPSULATED.finditer(text))
    if "B64" in text:
        yield from (_blob(found, 2, _media_type(found[1]) or "text/plain") for found in _ELEMENT.finditer(text))
    if has_long_run(text):
        yield from filter(_is_content, (_blob(found, 0, "") for found in _BARE.finditer(text)))


def has_long_run(text: str) -> bool:
    """Whether a run without blanks is as long as a line of bare content."""
    return len(text) >= _LEAST_BARE and max(map(len, text.split()), default=0) >= _BARE_LINE


def blobs_in(passages: Sequence[Passage]) -> list[list[Blob]]:
    """Those of each passage, which may be all of it: the leaf ``data`` of a document that was opened."""
    declared = {p.path[:-1]: p.text.reveal() for p in passages if p.path and p.path[-1] in ("contentType", "mediaType")}
    return [_of_one(passage, declared) for passage in passages]


def opaque(passages: Sequence[Passage]) -> Iterator[tuple[int, Blob]]:
    """What nobody reads: the index of its passage, and where it stands there. Linear; any text is answered."""
    for index, found in enumerate(blobs_in(passages)):
        yield from ((index, blob) for blob in found if blob.text is None)


def _of_one(passage: Passage, declared: Mapping[tuple[str | int, ...], str]) -> list[Blob]:
    text = passage.text.reveal()
    found = _WHOLE.fullmatch(text) if passage.path[-1:] == ("data",) else None
    if found is None:
        return blobs(text)
    return list(filter(_is_content, [_blob(found, 0, declared.get(passage.path[:-1], "").lower())]))


def _is_content(blob: Blob) -> bool:
    """Rather than a long word of letters and digits."""
    return blob.text is not None or blob.media_type != ""


def _declared(text: str, found: re.Match[str]) -> str:
    """The kind that a member beside it names."""
    before = _DECLARED.findall(text, max(0, found.start() - _AROUND), found.start())
    behind = _DECLARED.search(text, found.end(), found.end() + _AROUND)
    return (before[-1] if before else behind[1] if behind else "").lower()


def _media_type(tag: str) -> str:
    found = _DECLARED.search(tag)
    return found[1].lower() if found else ""


def _blob(found: re.Match[str], group: int, declared: str) -> Blob:
    start, end = found.span(group)
    content = _decoded(found[group])
    text = text_of(content)
    return Blob(start, end, kind(content) or declared, None if text is None else Sealed(text))


def _decoded(raw: str) -> bytes:
    plain = _BLANKS.sub("", raw).replace("-", "+").replace("_", "/").rstrip("=")
    return b64decode(plain[: len(plain) - (len(plain) % 4 == 1)] + "=" * (-len(plain) % 4 % 3))


def kind(content: bytes) -> str:
    """By its first bytes; ``""`` for a text and for what is not known."""
    if content[_DICOM_AT : _DICOM_AT + 4] == b"DICM":
        return "application/dicom"
    return next((media_type for magic, media_type in _MAGIC if content.startswith(magic)), "")


def text_of(content: bytes) -> str | None:
    """What a reader of it would see; ``None`` for what is no text."""
    if kind(content):
        return None
    text = _characters(content)
    if text is not None and text.startswith("{\\rtf"):
        return _RTF.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", text)
    return text


def _characters(content: bytes) -> str | None:
    for encoding in ("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "latin-1"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = len(_CONTROL.findall(text))
        plain = len(text.encode("ascii", "ignore"))
        is_text = controls <= len(text) * _MOST_CONTROLS and plain >= len(text) * _LEAST_ASCII
        return text if is_text or (encoding == "utf-8-sig" and not controls) else None
    return None
