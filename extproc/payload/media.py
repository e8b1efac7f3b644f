"""What can be said of media without opening them."""

import re
from array import array
from base64 import b64decode
from math import isnan
from typing import Final

MEDIA_TYPES: Final = frozenset(
    f"{kind}/{name}"
    for kind, names in {
        "image": "png jpeg gif webp bmp tiff heic svg+xml",
        "audio": "wav mpeg flac opus aac ogg mp4 webm",
        "video": "mp4 webm",
        "application": "pdf json zip msword dicom",
        "text": "plain csv html markdown",
    }.items()
    for name in names.split()
)
"""The media types that may stand in a query; any other is ``""``."""

_FORMATS: Final = {
    "wav": "audio/wav",
    "mp3": "audio/mpeg",
    "flac": "audio/flac",
    "opus": "audio/opus",
    "aac": "audio/aac",
}
_DATA_URL: Final = re.compile(r"data:([a-z]+/[a-z0-9.+-]+);base64,")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/_=\r\n-]{256,}")

_MIN_VECTOR_BYTES: Final = 64
_FARTHEST: Final = 1e4  # embeddings are of length 1, or nearly; some are not normalized


def media_type(value: str, declared_format: str) -> str:
    """The type a data URL declares, or that of the format declared beside it; ``""`` outside the list."""
    data_url = _DATA_URL.match(value)
    declared = data_url[1] if data_url else _FORMATS.get(declared_format, "")
    return declared if declared in MEDIA_TYPES else ""


def is_opaque(value: str) -> bool:
    """It is the content itself in base64: no text to inspect, as an address or a short id still is."""
    return _DATA_URL.match(value) is not None or _BASE64.fullmatch(value) is not None


def is_vector(value: str) -> bool:
    """It is an embedding: 16 or more numbers of 32 bits in base64, each of the size of a coordinate.

    Letters and digits that only look like base64 decode to numbers of any size, most of them far outside.
    """
    try:
        raw = b64decode(value, validate=True)
    except ValueError:
        return False
    if len(raw) < _MIN_VECTOR_BYTES or len(raw) % 4:
        return False
    numbers = array("f", raw)
    return min(numbers) > -_FARTHEST and max(numbers) < _FARTHEST and not any(map(isnan, numbers))
