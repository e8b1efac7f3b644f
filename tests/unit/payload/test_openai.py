"""What the dialect serves."""

import json

import pytest

from extproc.payload.dialect import Operation, Refusal
from extproc.payload.openai import OpenAI
from extproc.payload.part import Facts
from extproc.sealed import Sealed

FACTS = Facts(model=Sealed("m"), stream=False)


@pytest.mark.parametrize(
    ("method", "path", "operation"),
    [
        ("POST", "/chat/completions", Operation.CHAT),
        ("POST", "/embeddings", Operation.EMBEDDINGS),
        ("GET", "/chat/completions", None),
        ("POST", "/chat/completions/", None),
        ("POST", "/chat/completions/x", None),
        ("POST", "/CHAT/completions", None),
        ("POST", "/completions", None),
        ("POST", "/responses", None),
        ("post", "/embeddings", None),
    ],
)
def test_it_serves_two_operations_and_no_other(method: str, path: str, operation: Operation | None) -> None:
    assert OpenAI().operation(method, path) is operation


def test_each_operation_is_read_by_its_own_table() -> None:
    dialect = OpenAI()
    chat, _ = dialect.read_request(Operation.CHAT, b'{"messages":[{"role":"user","content":"x"}]}')
    embeddings, _ = dialect.read_request(Operation.EMBEDDINGS, b'{"input":"x"}')
    assert [part.pattern for part in (*chat.parts, *embeddings.parts)] == ["/messages/*/content", "/input"]
    answer, _ = dialect.read_answer(Operation.CHAT, b'{"choices":[{"message":{"content":"x"}}]}', FACTS)
    vectors, _ = dialect.read_answer(Operation.EMBEDDINGS, b'{"data":[{"embedding":[1.5]}]}', FACTS)
    assert [part.pattern for part in (*answer.parts, *vectors.parts)] == ["/choices/*/message/content"]


def test_another_dialect_s_operation_is_a_bug() -> None:
    with pytest.raises(AssertionError):
        OpenAI().read_request(Operation.GENERIC, b"{}")
    with pytest.raises(AssertionError):
        OpenAI().read_answer(Operation.GENERIC, b"{}", FACTS)


def test_only_chat_streams() -> None:
    assert OpenAI().stream(Operation.CHAT, FACTS) is not None
    assert OpenAI().stream(Operation.EMBEDDINGS, FACTS) is None


def test_an_error_has_openai_s_shape() -> None:
    assert json.loads(OpenAI().error(Refusal(404, "unknown_endpoint", "No.")))["error"]["code"] == "unknown_endpoint"
