"""The settings and the policy of the tests' gates: what ``wardgate init`` writes, with scripted providers."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from extproc.local.init import initialised
from tests.e2e.provider import Providers

OPENAI: Final[Mapping[str, Sequence[str]]] = {
    "demo-cloud": ("demo-chat", "cloud-chat", "demo-embed"),
    "demo-onprem": ("demo-chat", "onprem-chat", "demo-embed"),
    "demo-nobaa": ("nobaa-chat",),
}
GENERIC: Final = "notes"
NAMES: Final = (*OPENAI, GENERIC)
KEYS: Final = {"demo-cloud": "first-cloud-key", GENERIC: "notes-key"}
NAMED_TOOL: Final = "book_visit"
"""The one tool in whose arguments the tests' policy restores names."""
PROCESSES: Final = 2
MAX_BODY_BYTES: Final = 12 * 2**20

Sections = Mapping[str, Mapping[str, object]]


def written(place: Path, providers: Providers, sections: Sections) -> Path:
    """The settings file of a gate at ``place``, as ``wardgate init`` makes it, with our providers and ``sections``."""
    config = initialised(place, listen="127.0.0.1:0")
    text = config.read_text(encoding="utf-8").partition("# Where models are.")[0]
    for section in {**USUAL, **sections}:
        text = _with(text, section, {**USUAL.get(section, {}), **sections.get(section, {})})
    config.write_text(text + "".join(_provider(name, providers[name].url) for name in NAMES), encoding="utf-8")
    for name, key in KEYS.items():
        (place / "keys" / name).mkdir(parents=True)
        (place / "keys" / name / "key").write_text(key + "\n", encoding="utf-8")
    _policy_edited(place / "opa" / "wardgate")
    return config


USUAL: Final[dict[str, Mapping[str, object]]] = {
    "sidecar": {"processes": PROCESSES, "max_body_bytes": MAX_BODY_BYTES, "drain_s": 10.0},
    "policy": {"deadline_ms": 5000},  # the machine may be busy; what is slow on purpose has a gate of its own
}


def _with(text: str, section: str, members: Mapping[str, object]) -> str:
    lines = "".join(f"{name} = {json.dumps(value)}\n" for name, value in members.items())
    return text.replace(f"[{section}]\n", f"[{section}]\n{lines}", 1)


def _provider(name: str, url: str) -> str:
    dialect = "generic-json" if name == GENERIC else "openai"
    lines = [f"[providers.{name}]", f'dialect = "{dialect}"', f"base_url = {json.dumps(url)}"]
    if name in KEYS:
        lines += [f'credential_file = "keys/{name}/key"']
    if name == GENERIC:
        lines += ['header = "x-api-key"', 'header_value_prefix = ""']
    return "\n".join([*lines, f"models = {json.dumps(OPENAI.get(name, ()))}", "", ""])


def _policy_edited(data: Path) -> None:
    """What a policy author would add: the provider of notes, and one tool that is given names."""
    with _edited(data / "providers" / "data.json") as tree:
        tree["known"][GENERIC] = dict(tree["known"]["demo-cloud"])
        for order in tree["order"].values():
            order.append(GENERIC)
    with _edited(data / "masking" / "data.json") as tree:
        tree["roles"]["clinician"]["restore_tools"] = [NAMED_TOOL]


@contextmanager
def _edited(path: Path) -> Iterator[Any]:
    tree = json.loads(path.read_text(encoding="utf-8"))
    yield tree
    path.write_text(json.dumps(tree, indent=2), encoding="utf-8")
