"""How much of the identifying leaves of FHIR, HL7 version 2 and C-CDA files is masked, and how many codes are kept.

What identifies is listed here by element names and plain patterns, on documents that other parsers read, and not by
the product's tables. A leaf is masked when nothing of it but a year, a kind of link or a scheme is left; a code is kept
when it reads as before. Every masked file has to parse. Beside that, the patients' own names, numbers and addresses are
looked for anywhere in the masked text.
"""

import argparse
import json
import re
import time
import xml.etree.ElementTree as ET
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extproc.adapters.gazetteers import load_gazetteer
from extproc.detect.engine import Engine
from extproc.detect.entities import EntityType
from extproc.detect.finding import Detector, Passage
from extproc.detect.rules import Rules
from extproc.mask.apply import Mint, masked
from extproc.mask.plan import Operator, Plan, Scheme
from extproc.sealed import Sealed

PLAN = Plan(Operator.SURROGATE, {EntityType.DATE: Operator.GENERALIZE})
DATE = re.compile(r"\d{4}-\d{2}(-\d{2}(T.*)?)?")
HL7_DATE = re.compile(r"(18|19|20)\d{2}(0[1-9]|1[0-2])(\d{2}){0,4}(\.\d+)?([+-]\d{4})?")
PERSONAL = {"family", "given", "line", "city", "postalCode", "birthDate", "deceasedDateTime"}
PEOPLE = {"Patient", "Practitioner", "RelatedPerson", "Person"}
LEFT = re.compile(
    r"\[[A-Z_]+[_0-9a-f]*\]|(?:18|19|20)\d\d|urn:uuid:|tel:|mailto:|[A-Z][a-zA-Z]+/|^(?:Mr|Mrs|Ms|Dr)\.|[\s:^~&|-]|^0$"
)

Path_ = tuple[Any, ...]


def leaves(node: Any, path: Path_ = (), resource: str = "") -> Iterator[tuple[Path_, str, Any, dict[str, Any]]]:
    """Path, resource, value and owner of each leaf of a JSON document."""
    if isinstance(node, dict):
        resource = node.get("resourceType", resource)
        for name, value in node.items():
            if isinstance(value, dict | list):
                yield from leaves(value, (*path, name), resource)
            else:
                yield (*path, name), resource, value, node
    elif isinstance(node, list):
        for place, value in enumerate(node):
            if isinstance(value, dict | list):
                yield from leaves(value, (*path, place), resource)
            else:
                yield (*path, place), resource, value, {}


def identifies(path: Path_, resource: str, value: Any, owner: dict[str, Any]) -> bool:
    name = next(step for step in reversed(path) if isinstance(step, str))
    inside = {step for step in path if isinstance(step, str)}
    if isinstance(value, float | int):
        return name in ("latitude", "longitude") or owner.get("url") in ("latitude", "longitude")
    if not isinstance(value, str):
        return False
    if name in PERSONAL or (name == "id" and "resourceType" in owner and re.search(r"\d", value)):
        return True
    if name == "value" and ("identifier" in inside or "telecom" in inside):
        return True
    if name in ("reference", "fullUrl"):
        return not value.startswith("#")
    if name == "display" and "reference" in owner and re.match(r"(?:Mrs?|Ms|Dr)\.|\w+\d+ \w+\d+$", value):
        return True
    if name == "name" and resource in ("Organization", "Location"):
        return True
    if name == "valueString" and "mothersMaidenName" in owner.get("url", ""):
        return True
    return DATE.fullmatch(value) is not None


def is_code(path: Path_, value: Any, owner: dict[str, Any]) -> bool:
    name = path[-1]
    if not isinstance(value, str):
        return False
    return (
        (name == "code" and "system" in owner) or name in ("system", "unit", "url", "resourceType") or "profile" in path
    )


class Score:
    def __init__(self) -> None:
        self.whole: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.wrong: list[str] = []

    def add(self, kind: str, place: str, good: bool, value: object) -> None:
        self.total[kind] += 1
        self.whole[kind] += good
        if not good:
            self.wrong.append(f"{kind} {place}: {value!r}")

    def __str__(self) -> str:
        return "  ".join(
            f"{kind} {self.whole[kind]}/{n} ({self.whole[kind] / n:.2%})" for kind, n in self.total.items()
        )


def gone(before: str, after: str) -> bool:
    """Nothing is left of a value but what may be."""
    return before != after and not re.search(r"[A-Za-z0-9]", LEFT.sub("", after))


def fhir(text: str, out: str, score: Score) -> None:
    after = {path: value for path, _, value, _ in leaves(json.loads(out))}
    people: set[str] = set()
    for path, resource, value, owner in leaves(json.loads(text)):
        if identifies(path, resource, value, owner):
            score.add("identifying", str(path[-4:]), gone(str(value), str(after[path])), value)
            if resource in PEOPLE and isinstance(value, str) and path[-1] != "birthDate" and len(value) > 3:
                people.add(value)
        elif is_code(path, value, owner):
            score.add("codes", str(path[-4:]), after[path] == value, value)
        if path[-1] == "data" and isinstance(value, str):
            said = b64decode(value).decode(errors="replace")
            score.add("attachments", str(path[-3:]), after[path] != value, said[:40])
    for value in people:
        score.add("anywhere", "text", not re.search(rf"(?<!\w){re.escape(value)}(?!\w)", out), value)


def ccda(text: str, out: str, score: Score) -> None:
    for before, after in zip(ET.fromstring(text).iter(), ET.fromstring(out).iter(), strict=True):
        tag = before.tag.rpartition("}")[2]
        said = (before.text or "").strip()
        if said and tag in ("given", "family", "streetAddressLine", "city", "postalCode"):
            score.add("identifying", tag, gone(said, (after.text or "").strip()), said)
        for name, value in before.attrib.items():
            new = after.attrib[name]
            if (
                (tag in ("id", "setId") and name == "extension")
                or (tag == "telecom" and name == "value")
                or (name == "value" and HL7_DATE.fullmatch(value) and "unit" not in before.attrib and len(value) > 4)
            ):
                score.add("identifying", f"{tag}@{name}", gone(value, new), value)
            elif name in ("codeSystem", "code", "unit") or tag in ("templateId", "typeId"):
                score.add("codes", f"{tag}@{name}", value == new, value)


HL7_FIELDS = {
    "PID": (3, 5, 7, 11, 13, 14, 18, 19, 23),
    "NK1": (2, 4, 5),
    "PV1": (7, 8, 9, 17, 19, 44),
    "EVN": (2,),
    "OBX": (16,),
    "PRB": (2, 7),
}
HL7_TYPES = re.compile(r"\^\w*(?=[~]|$)|\b(?:MR|SS|HOSP|USA|[A-Z]\d{1,2}|\d{1,3}|[A-Z])\b")


def hl7(text: str, out: str, score: Score) -> None:
    for before, after in zip(re.split(r"[\r\n]+", text), re.split(r"[\r\n]+", out), strict=True):
        old, new = before.split("|"), after.split("|")
        assert len(old) == len(new), "a delimiter was masked"
        for number in HL7_FIELDS.get(old[0], ()):
            if number < len(old) and old[number].strip("^~"):
                left = HL7_TYPES.sub("", new[number])
                score.add("identifying", f"{old[0]}-{number}", gone(old[number], left), old[number])
        for number in {"OBX": (3,), "AL1": (3,), "DG1": (3,)}.get(old[0], ()):
            score.add("codes", f"{old[0]}-{number}", old[number] == new[number], old[number])


def evaluate(detector: Detector, file: Path, show: int) -> None:
    text = file.read_text("utf-8")
    passage = Passage(Sealed(text))
    seconds = min(_timed(detector, passage) for _ in range(2))
    out = masked(text, detector.find([passage])[0], PLAN, Mint(Scheme.NUMBERED, b"k" * 32)).text
    score = Score()
    {".json": fhir, ".xml": ccda, ".hl7": hl7}[file.suffix](text, out, score)
    print(f"{file.name}: {len(text) / seconds / 1e6:.2f} MB/s  {score}")
    for line in score.wrong[:show]:
        print("     ", line)


def _timed(detector: Detector, passage: Passage) -> float:
    began = time.perf_counter()
    detector.find([passage])
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="directory of .json (FHIR), .xml (C-CDA) and .hl7 files")
    parser.add_argument("--show", type=int, default=0, help="how many wrong leaves of each file to print")
    args = parser.parse_args()
    detector = Engine(Rules(load_gazetteer()))
    for file in sorted(args.data.iterdir()):
        if file.suffix in (".json", ".xml", ".hl7"):
            evaluate(detector, file, args.show)


if __name__ == "__main__":
    main()
