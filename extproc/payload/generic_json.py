"""Any other JSON endpoint that the settings name: every text is inspected, and nothing is understood.

Its fields are not unknown fields, since the settings chose it. Not covered: streamed answers, and what is no JSON.
"""

from typing import Final

from extproc.payload.dialect import Operation, Refusal, Stream
from extproc.payload.openai_error import error_json
from extproc.payload.part import AnswerFacts, Document, Facts
from extproc.payload.reading import read_document
from extproc.payload.schema import Text, free_form
from extproc.sealed import Sealed

BODY: Final = free_form("/**", Text())


class GenericJson:
    """Implements ``Dialect``. Refusals have OpenAI's shape, as the best known."""

    name = "generic-json"

    def operation(self, method: str, path: str) -> Operation | None:
        return Operation.GENERIC if method == "POST" else None

    def read_request(self, operation: Operation, body: bytes) -> tuple[Document, Facts]:
        return read_document(body, BODY), Facts(model=Sealed(""), stream=False)

    def read_answer(self, operation: Operation, body: bytes, request: Facts) -> tuple[Document, AnswerFacts]:
        return read_document(body, BODY), AnswerFacts()

    def stream(self, operation: Operation, request: Facts) -> Stream | None:
        return None

    def error(self, refusal: Refusal) -> bytes:
        return error_json(refusal).encode()
