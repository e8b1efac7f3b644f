"""Texts made to cost a detector time: one short unit over and over, or openings that never close."""

from collections.abc import Callable
from typing import Final

UNITS: Final = (
    *(
        "1",
        "a",
        "A",
        "aA1",
        " ",
        "\n",
        ",",
        "\\",
        "\\n",
        "\\u0041",
        "\u200b",
        "\u0301",
        "e\u0301",
        "\x00",
        "\ud800",
        "_",
    ),
    *(
        "Dr. ",
        "Dr. Dr ",
        "Smith ",
        "Smith's ",
        "Sm\u0456th ",
        "Mary ",
        "mary ",
        "Van der ",
        "Smith, John ",
        "J. ",
        "O'",
        "A-",
    ),
    *("a=", "[a=", "[a"),
    *("a@", "a@b.cc.d.d.", "www.a.", "1:", "1.", "1/", "(1", "3/14/2021 ", "+1 ", "AB-", "MRN: ", "MRN 12345678 "),
    *(
        "MRN: 1",
        "MRN_12345678_",
        "name_Aa",
        "[MRN_",
        "[NAME_1]",
        "name is ",
        "patient: ",
        "for ",
        "id xx ",
        "\uff11\uff12",
    ),
    *(
        "\u0663\u0664 ",
        "\u0967\u0968",
        "\u05e9\u05dc\u05d5\u05dd ",
        "\u0639\u0644\u064a ",
        "Aaa of ",
        "Mercy Hospital ",
    ),
    *(
        "1 A ",
        "A Apt 1, ",
        "Seattle, ",
        "New Orleans ",
        "Wilson's disease ",
        '"ssn": ',
        "{",
        "[[",
        "<a ",
        "<a>",
        "| a ",
        "a,b\n",
    ),
    *('{"a":', "MSH|^~\\&|", "PID|1|", "\t", "&#x41;", "```\n"),
)

TEXTS: Final[dict[str, Callable[[int], str]]] = {
    **{unit: (lambda length, unit=unit: (unit * (length // len(unit) + 1))[:length]) for unit in UNITS},  # type: ignore[misc]
    "nested brackets": lambda length: "[" * (length // 2) + "]" * (length // 2),
    "one long number behind a cue": lambda length: "MRN: " + "1" * length,
    "one long code behind a cue": lambda length: "MRN: 1" + "-a" * (length // 2),
    "one long name behind a cue": lambda length: "Dr. " + "Xa-" * (length // 3) + "Q",
    "one long word, then itself": lambda length: "Dr. X" + "a" * (length // 2) + "\nx" + "a" * (length // 2),
    "a name, then within words": lambda length: "Dr. Qorbani" + "qorbani" * (length // 7),
    "ever other names": lambda length: " ".join(f"Dr. Q{n:x}".translate(_LETTERS) for n in range(length // 8)),
    "ever other numbers": lambda length: " ".join(f"MRN {n:08}" for n in range(length // 13)),
}

_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
