"""A bundle is tried by another OPA than the one that decides, before that one is given it."""

import asyncio
import json
import tempfile
from pathlib import Path
from typing import Final

from extproc.adapters.bundle import Bundle
from extproc.adapters.opa_program import ANSWER_S
from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable
from extproc.policy.canary import CANARY
from extproc.policy.decision_document import parse_decision
from extproc.policy.query_document import query_document

DECISION: Final = "data.gate.request.decision"


async def tried(program: Path, bundle: Bundle) -> None:
    """Has another OPA than the one that decides compile ``bundle`` and answer the canary's question.

    Raises ``Misconfigured`` for what it does not compile, ``PolicyMalformed`` for an answer outside the schema,
    ``PolicyUnavailable`` where it says nothing in time.
    """
    with tempfile.TemporaryDirectory(prefix="wardgate-") as place:
        _laid_out(bundle, Path(place, "bundle"))
        command = ("eval", "--bundle", f"{place}/bundle", "--stdin-input", "--format", "json", DECISION)
        answer = await _said(program, (*command, "--strict-builtin-errors"), json.dumps(query_document(CANARY)))
    match answer:
        case {"result": [{"expressions": [{"value": document}]}]}:
            parse_decision(document, CANARY.decision_id)
        case {"errors": _}:
            raise Misconfigured("opa cannot compile the bundle; ask `wardgate policy check` why")
        case _:
            raise PolicyMalformed("the decision is undefined")


def _laid_out(bundle: Bundle, place: Path) -> None:
    for name, source in {**bundle.modules, "data.json": json.dumps(bundle.data)}.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(source, encoding="utf-8")


async def _said(program: Path, arguments: tuple[str, ...], question: str) -> object:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        str(program), *arguments, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL, env={}
    )
    try:
        async with asyncio.timeout(ANSWER_S):
            said, _ = await process.communicate(question.encode())
            answer: object = json.loads(said)
    except (TimeoutError, ValueError):
        raise PolicyUnavailable("opa did not say what it thinks of the bundle") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return answer
