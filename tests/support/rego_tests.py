"""What the Rego tests of the library ask: their questions and data, taken out of their text.

A test says ``expression with input as QUESTION with data.wardgate as DATA``. Each such statement becomes a rule that
gives the pair of both, so that other engines can be asked the same. Statements that put something else than these two
in place are passed over.
"""

import re
from collections.abc import Iterator
from typing import Final

TEST: Final = re.compile(r"^test_\w+ if \{\n(?P<body>(?:.*\n)*?)\}\n", re.MULTILINE)
CONTINUED: Final = ("\t\t", "\t}", "\t]", "\t)")
WITH: Final = re.compile(r"\bwith (input|data\.wardgate) as (.*?)(?= with |$)")
ASSIGNED: Final = re.compile(r"\w+ := ")


def asking(module: str) -> str:
    """The module of tests ``module`` with a set ``asked`` of pairs of question and data instead of its tests."""
    rules = [rule for test in TEST.finditer(module) for rule in _pairs(test["body"])]
    return TEST.sub("", module) + "\n" + "\n".join(rules)


def _pairs(body: str) -> Iterator[str]:
    assigned: list[str] = []
    for statement in _statements(body):
        parts = dict(WITH.findall(statement))
        if statement.startswith("every "):  # what it asks stands in an inner body
            continue
        if "with " not in statement and ASSIGNED.match(statement):
            assigned.append(statement)
        elif parts.keys() == {"input", "data.wardgate"} and statement.count(" with ") == len(parts):
            pair = f'{{"input": {parts["input"]}, "data": {parts["data.wardgate"]}}}'
            yield "asked contains pair if {\n" + "\n".join((*assigned, f"pair := {pair}")) + "\n}\n"


def _statements(body: str) -> Iterator[str]:
    lines: list[str] = []
    for line in body.splitlines():
        if lines and not line.startswith(CONTINUED):
            yield _joined(lines)
            lines = []
        lines.append(line)
    if lines:
        yield _joined(lines)


def _joined(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines)
