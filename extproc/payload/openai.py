"""The dialect of OpenAI's API and of the many servers that speak it."""

from collections.abc import Mapping
from typing import Final

from extproc.payload import openai_chat, openai_embeddings
from extproc.payload.dialect import Operation, Refusal, Stream
from extproc.payload.openai_error import error_json
from extproc.payload.openai_stream import ChatStream
from extproc.payload.part import AnswerFacts, Document, Facts

_OPERATIONS: Final[Mapping[tuple[str, str], Operation]] = {
    ("POST", "/chat/completions"): Operation.CHAT,
    ("POST", "/embeddings"): Operation.EMBEDDINGS,
}


class OpenAI:
    """Implements ``Dialect``."""

    name = "openai"

    def operation(self, method: str, path: str) -> Operation | None:
        return _OPERATIONS.get((method, path))

    def read_request(self, operation: Operation, body: bytes) -> tuple[Document, Facts]:
        match operation:
            case Operation.CHAT:
                return openai_chat.read_request(body)
            case Operation.EMBEDDINGS:
                return openai_embeddings.read_request(body)
            case Operation.GENERIC:
                raise AssertionError("not an operation of this dialect")

    def read_answer(self, operation: Operation, body: bytes, request: Facts) -> tuple[Document, AnswerFacts]:
        match operation:
            case Operation.CHAT:
                return openai_chat.read_answer(body, request)
            case Operation.EMBEDDINGS:
                return openai_embeddings.read_answer(body)
            case Operation.GENERIC:
                raise AssertionError("not an operation of this dialect")

    def stream(self, operation: Operation, request: Facts) -> Stream | None:
        return ChatStream(request) if operation is Operation.CHAT else None

    def error(self, refusal: Refusal) -> bytes:
        return error_json(refusal).encode()
