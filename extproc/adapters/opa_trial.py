"""A bundle is tried by another OPA than the one that decides, before that one is given it.

Both decisions are asked for in one run: that on a request, and that on an answer where the bundle has its package.
"""

import asyncio
import json
import tempfile
from pathlib import Path
from typing import Final

from extproc.adapters.bundle import Bundle
from extproc.adapters.opa_program import ANSWER_S
from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable
from extproc.policy import canary
from extproc.policy.answer import PACKAGE, answer_query_document, parse_answer_decision
from extproc.policy.decision_document import parse_decision
from extproc.policy.query_document import query_document

# Bound to a name first: in a comprehension ``with input as input.request`` is undefined to OPA 1.20.
OF_REQUEST: Final = '"request": [said | asked := input.request; said := data.gate.request.decision with input as asked]'
OF_ANSWER: Final = '"answer": [said | asked := input.answer; said := data.gate.response.decision with input as asked]'
QUESTIONS: Final = json.dumps(
    {"request": query_document(canary.CANARY), "answer": answer_query_document(canary.OF_ANSWER)}
)


async def tried(program: Path, bundle: Bundle) -> None:
    """Has another OPA than the one that decides compile ``bundle`` and answer the canary's questions.

    Raises ``Misconfigured`` for what it does not compile, ``PolicyMalformed`` for an answer outside the schema,
    ``PolicyUnavailable`` where it says nothing in time.
    """
    asked = (OF_REQUEST, OF_ANSWER) if PACKAGE in bundle.packages else (OF_REQUEST,)
    with tempfile.TemporaryDirectory(prefix="wardgate-") as place:
        _laid_out(bundle, Path(place, "bundle"))
        command = (
            "eval",
            "--bundle",
            f"{place}/bundle",
            "--stdin-input",
            "--format",
            "json",
            "--strict-builtin-errors",
        )
        answer = await _said(program, (*command, f"{{{', '.join(asked)}}}"), QUESTIONS)
    match answer:
        case {"result": [{"expressions": [{"value": {"request": list(of_request), **others}}]}]}:
            parse_decision(_only(of_request), canary.CANARY.decision_id)
            for of_answer in others.values():  # one, or none
                parse_answer_decision(_only(of_answer), canary.OF_ANSWER.decision_id)
        case {"errors": _}:
            raise Misconfigured("opa cannot compile the bundle; ask `wardgate policy check` why")
        case _:
            raise PolicyMalformed("the decision is undefined")


def _only(said: object) -> object:
    match said:
        case [document]:
            return document
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
