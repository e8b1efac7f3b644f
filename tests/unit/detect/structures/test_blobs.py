import json
from base64 import b64encode

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Passage
from extproc.detect.structures.blobs import blobs, blobs_in, kind, opaque, text_of
from extproc.sealed import Sealed
from tests.support.structures import leaves, masked_text
from tests.support.words import found

NOTE = "Seen today: Mary Johnson, MRN: 00482913, for her knee."
PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)


def base64(content: str | bytes) -> str:
    return b64encode(content.encode() if isinstance(content, str) else content).decode()


@pytest.mark.parametrize(
    "text",
    [
        f'{{"contentType": "text/plain", "data": "{base64(NOTE)}"}}',
        f'call {{\\"contentType\\": \\"text/plain\\", \\"data\\": \\"{base64(NOTE)}\\"}}',
        f"see data:text/plain;charset=utf-8;base64,{base64(NOTE)} there",
        f"OBX|1|ED|X||^text^plain^Base64^{base64(NOTE)}||",
        f'<value representation="B64" mediaType="text/plain">\n  {base64(NOTE)}\n</value>',
        f"attached:\n{base64(NOTE * 6)}",
        "\n".join(["x", *(base64(NOTE * 6)[at : at + 76] for at in range(0, len(base64(NOTE * 6)), 76)), ""]),
    ],
)
def test_a_text_in_base64_is_decoded_wherever_it_stands(text: str) -> None:
    (blob,) = blobs(text)
    assert blob.text is not None
    assert NOTE in blob.text.reveal()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PNG, "image/png"),
        (b"%PDF-1.7 x", "application/pdf"),
        (b"GIF89a", "image/gif"),
        (bytes(128) + b"DICM", "application/dicom"),
        (NOTE.encode(), ""),
    ],
)
def test_a_file_is_told_by_its_first_bytes(content: bytes, expected: str) -> None:
    assert kind(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (NOTE.encode(), NOTE),
        (NOTE.encode("utf-16"), NOTE),
        ("café, François, 37 °C ; déjà vu".encode("latin-1"), "café, François, 37 °C ; déjà vu"),
        (PNG, None),
        (b"%PDF-1.4 with letters only", None),
        (bytes(range(256)), None),
    ],
)
def test_texts_are_read_in_their_encodings_and_files_are_not(content: bytes, expected: str | None) -> None:
    assert text_of(content) == expected


def test_rich_text_loses_its_control_words() -> None:
    text = text_of(rb"{\rtf1\ansi{\b Mary Johnson}\par MRN: 00482913}")
    assert text is not None
    assert "Mary Johnson" in text
    assert "\\" not in text


@pytest.mark.parametrize(
    "text",
    ["a" * 5000, "ACGT" * 300, '{"data": "JohnSmithPatientNumber12345678"}', "sha256 " + "9f" * 32, '{"data": "short"}',
     "data:text/plain,hello", "word " * 100],
)  # fmt: skip
def test_long_words_are_no_content(text: str) -> None:
    assert list(blobs(text)) == []


def test_what_is_found_in_an_attached_text_makes_all_of_it_one_finding() -> None:
    content = base64(NOTE)
    assert (E.MRN, content) in found(f'{{"contentType": "text/plain", "data": "{content}"}}')
    clean = base64("The knee is stable and the gait is normal.")
    assert found(f'{{"contentType": "text/plain", "data": "{clean}"}}') == []


def test_a_name_of_an_attached_text_is_found_outside_of_it() -> None:
    text = json.dumps({"note": "johnson is well", "contentType": "text/plain", "data": base64(NOTE)})
    assert "johnson" not in masked_text(text)


def test_pictures_are_told_and_texts_are_not() -> None:
    passages = [
        Passage(Sealed(f"![](data:image/png;base64,{base64(PNG)})")),
        Passage(Sealed(f"data:text/plain;base64,{base64(NOTE)}")),
        *leaves(("a.data", base64(bytes(range(90)))), ("a.contentType", "application/dicom"), ("b.data", "x" * 40)),
    ]
    assert [(index, blob.media_type) for index, blob in opaque(passages)] == [
        (0, "image/png"),
        (2, "application/dicom"),
    ]


def test_the_leaf_data_of_an_opened_document_is_content_as_a_whole() -> None:
    (found_there, _) = blobs_in(leaves(("a.data", base64(NOTE)), ("a.title", base64(NOTE))))
    assert [blob.text for blob in found_there] == [Sealed(NOTE)]
