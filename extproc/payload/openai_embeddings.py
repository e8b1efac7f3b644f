"""OpenAI embeddings: one text or many in, vectors out.

An input of token ids is a text that nobody here can read, and is counted so. Vectors, as lists of numbers or in base64,
are no texts and are not opened: not covered is what a provider may hide in one.
"""

from typing import Final

from extproc.errors import MalformedBody
from extproc.payload.document import JsonDocument
from extproc.payload.json_tree import JsonObject
from extproc.payload.openai_error import ERROR
from extproc.payload.openai_words import COUNT, ID, TIME
from extproc.payload.part import AnswerFacts, Facts, Spot
from extproc.payload.reading import read_document
from extproc.payload.schema import Listed, Number, Text, TokenIds, Vector, schema, words
from extproc.sealed import Sealed

REQUEST: Final = schema(
    {
        "/model": Listed(),
        "/input": Text(),
        "/input/*": TokenIds(),
        "/input/*/*": TokenIds(),
        "/encoding_format": words("float", "base64"),
        "/dimensions": Number(),
        "/user": Text(Spot.STRUCTURE),
    }
)

ANSWER: Final = schema(
    {
        "/object": words("list"),
        "/id": ID,
        "/created": TIME,
        "/model": ID,
        "/data/*/object": words("embedding"),
        "/data/*/index": COUNT,
        "/data/*/embedding": Vector(),
        "/data/*/embedding/*": Vector(),
        "/usage/prompt_tokens": COUNT,
        "/usage/completion_tokens": COUNT,
        "/usage/total_tokens": COUNT,
        **ERROR,
    }
)


def read_request(body: bytes) -> tuple[JsonDocument, Facts]:
    """Raises ``MalformedBody``."""
    document = read_document(body, REQUEST)
    if not isinstance(document.tree.root, JsonObject):
        raise MalformedBody("The body is not a JSON object.")
    return document, Facts(model=Sealed(document.tree.object.text("model") or ""), stream=False)


WORDLESS: Final = frozenset({"/model"})
"""Parts of an answer that say nothing. A vector is none, in base64 neither."""


def read_answer(body: bytes) -> tuple[JsonDocument, AnswerFacts]:
    """Raises ``MalformedBody``."""
    document = read_document(body, ANSWER)
    tree = document.tree
    vectors = not document.uninspected and all(part.pattern in WORDLESS for part in document.parts)
    tokens = tree.count(tree.object.object("usage"), "prompt_tokens")
    return document, AnswerFacts(input_tokens=tokens, vectors_only=vectors)
