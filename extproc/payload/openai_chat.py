"""OpenAI chat completions, not streamed: what its bodies hold, as tables, and what they ask and say.

Shape of the API as of 2026-11, with the members that Azure OpenAI, vLLM and DeepSeek add to answers. Streamed answers
are ``openai_stream``'s. Not covered: what media show. ``logprobs``, which repeat a text token by token, never
pass.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from extproc.errors import MalformedBody
from extproc.payload.document import JsonDocument
from extproc.payload.json_tree import MAX_COUNT, JsonNumber, JsonObject, JsonTree, JsonWord
from extproc.payload.openai_error import ERROR
from extproc.payload.openai_words import (
    CACHE_TTL,
    CONTENT_FILTER,
    COUNT,
    EFFORT,
    FINISH_REASONS,
    ID,
    JSON_SCHEMA,
    LEVEL,
    MODERATION,
    ROLES,
    SERVICE_TIER,
    TIME,
)
from extproc.payload.part import AnswerFacts, Facts, Role, Spot
from extproc.payload.reading import read_document
from extproc.payload.schema import Blanked, Listed, Media, Number, Rule, Shape, Speaker, Text, TokenIds, schema, words
from extproc.sealed import Sealed

Table = Mapping[str, Rule]

LIMITS_OF_TOKENS: Final = ("/max_tokens", "/max_completion_tokens")

NAME: Final = Text(Spot.STRUCTURE)
ARGUMENTS: Final = Text(Spot.TOOL_ARGUMENT, tool="name")


def _content(at: str, prose: Text) -> Table:
    """A text, or a list of content parts."""
    return {
        at: prose,
        f"{at}/*": prose,
        f"{at}/*/type": words("text", "image_url", "input_audio", "file", "refusal"),
        f"{at}/*/text": prose,
        f"{at}/*/refusal": prose,
        f"{at}/*/image_url": Media(),
        f"{at}/*/image_url/url": Media(),
        f"{at}/*/image_url/detail": words("auto", "low", "high", "original"),
        f"{at}/*/input_audio/data": Media(format="format"),
        f"{at}/*/input_audio/format": words("wav", "mp3", "flac", "opus", "aac", "pcm16"),
        f"{at}/*/file/file_data": Media(),
        f"{at}/*/file/file_id": Media(),
        f"{at}/*/file/filename": NAME,
        f"{at}/*/prompt_cache_breakpoint/mode": words("explicit"),
        f"{at}/*/prompt_cache_breakpoint/ttl": CACHE_TTL,
    }


def _message(at: str, prose: Text) -> Table:
    """A message of either side."""
    return {
        f"{at}/role": Speaker(ROLES),
        **_content(f"{at}/content", prose),
        f"{at}/refusal": Text(),
        f"{at}/reasoning_content": Text(),
        f"{at}/reasoning": Text(),
        f"{at}/name": NAME,
        f"{at}/tool_call_id": ID,
        f"{at}/audio/id": ID,
        f"{at}/audio/data": Media(),
        f"{at}/audio/expires_at": TIME,
        f"{at}/audio/transcript": Text(),
        f"{at}/tool_calls/*/id": ID,
        f"{at}/tool_calls/*/index": Number(),
        f"{at}/tool_calls/*/type": words("function", "custom"),
        f"{at}/tool_calls/*/function/name": NAME,
        f"{at}/tool_calls/*/function/arguments": ARGUMENTS,
        f"{at}/tool_calls/*/custom/name": NAME,
        f"{at}/tool_calls/*/custom/input": ARGUMENTS,
        f"{at}/function_call/name": NAME,
        f"{at}/function_call/arguments": ARGUMENTS,
        f"{at}/annotations/*/type": words("url_citation"),
        f"{at}/annotations/*/url_citation/title": Text(),
        f"{at}/annotations/*/url_citation/url": NAME,
        f"{at}/annotations/*/url_citation/start_index": COUNT,
        f"{at}/annotations/*/url_citation/end_index": COUNT,
    }


def _function(at: str) -> Table:
    return {
        f"{at}/name": NAME,
        f"{at}/description": Text(),
        f"{at}/parameters/**": JSON_SCHEMA,
        f"{at}/strict": Number(),
    }


def _tool_choice(at: str) -> Table:
    return {
        f"{at}/type": words("function", "custom", "allowed_tools"),
        f"{at}/function/name": NAME,
        f"{at}/custom/name": NAME,
    }


REQUEST: Final = schema(
    {
        "/model": Listed(),
        **_message("/messages/*", Text()),
        "/tools/*/type": words("function", "custom"),
        **_function("/tools/*/function"),
        "/tools/*/custom/name": NAME,
        "/tools/*/custom/description": Text(),
        "/tools/*/custom/format/type": words("text", "grammar"),
        "/tools/*/custom/format/grammar/syntax": words("lark", "regex"),
        "/tools/*/custom/format/grammar/definition": NAME,
        "/tool_choice": words("none", "auto", "required"),
        **_tool_choice("/tool_choice"),
        "/tool_choice/allowed_tools/mode": words("auto", "required"),
        **_tool_choice("/tool_choice/allowed_tools/tools/*"),
        **_function("/functions/*"),
        "/function_call": words("none", "auto"),
        "/function_call/name": NAME,
        "/response_format/type": words("text", "json_object", "json_schema"),
        "/response_format/json_schema/name": NAME,
        "/response_format/json_schema/description": Text(),
        "/response_format/json_schema/schema/**": JSON_SCHEMA,
        "/response_format/json_schema/strict": Number(),
        "/prediction/type": words("content"),
        **_content("/prediction/content", Text()),
        "/stop": Text(),
        "/stop/*": Text(),
        "/user": NAME,
        "/safety_identifier": NAME,
        "/prompt_cache_key": NAME,
        "/prompt_cache_options/mode": words("implicit", "explicit"),
        "/prompt_cache_options/ttl": CACHE_TTL,
        "/prompt_cache_retention": words("in_memory", "in-memory", "24h"),
        "/metadata/**": NAME,
        "/logit_bias/**": NAME,
        "/modalities/*": words("text", "audio"),
        "/audio/format": words("wav", "aac", "mp3", "flac", "opus", "pcm16"),
        "/audio/voice": words("alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar"),
        "/audio/voice/id": NAME,
        "/moderation/model": words("omni-moderation-latest"),
        "/moderation/policy/input/mode": words("score", "block"),
        "/moderation/policy/output/mode": words("score", "block"),
        "/reasoning_effort": EFFORT,
        "/verbosity": LEVEL,
        "/service_tier": SERVICE_TIER,
        "/web_search_options/search_context_size": LEVEL,
        "/web_search_options/user_location/type": words("approximate"),
        "/web_search_options/user_location/approximate/city": Text(),
        "/web_search_options/user_location/approximate/country": Text(),
        "/web_search_options/user_location/approximate/region": Text(),
        "/web_search_options/user_location/approximate/timezone": Text(),
        **dict.fromkeys(
            (
                "/stream",
                "/stream_options/include_usage",
                "/stream_options/include_obfuscation",
                "/store",
                "/parallel_tool_calls",
                "/logprobs",
                "/top_logprobs",
                "/n",
                "/seed",
                "/temperature",
                "/top_p",
                "/frequency_penalty",
                "/presence_penalty",
            ),
            Number(),
        ),
        **dict.fromkeys(LIMITS_OF_TOKENS, COUNT),
    }
)

USAGE: Final[Table] = dict.fromkeys(
    (
        "/usage/prompt_tokens",
        "/usage/completion_tokens",
        "/usage/total_tokens",
        "/usage/prompt_cache_hit_tokens",
        "/usage/prompt_cache_miss_tokens",
        *(
            f"/usage/prompt_tokens_details/{kind}_tokens"
            for kind in ("audio", "cached", "cache_write", "image", "text")
        ),
        *(f"/usage/completion_tokens_details/{kind}_tokens" for kind in ("audio", "reasoning", "text")),
        "/usage/completion_tokens_details/accepted_prediction_tokens",
        "/usage/completion_tokens_details/rejected_prediction_tokens",
    ),
    COUNT,
)

ENVELOPE: Final[Table] = {
    "/id": ID,
    "/object": words("chat.completion", "chat.completion.chunk"),
    "/created": TIME,
    "/model": ID,
    "/service_tier": SERVICE_TIER,
    "/system_fingerprint": ID,
    **USAGE,
    **ERROR,
    "/moderation/**": MODERATION,
    "/prompt_filter_results/**": CONTENT_FILTER,
    "/choices/*/content_filter_results/**": CONTENT_FILTER,
    "/choices/*/finish_reason": words(*FINISH_REASONS),
    "/choices/*/stop_reason": Text(),
    "/choices/*/token_ids/*": TokenIds(),
    "/prompt_token_ids/*": TokenIds(),
}
"""What plain answers and the events of a stream have alike."""


def _answer(prose: Text) -> Shape:
    return schema(
        {
            **ENVELOPE,
            "/metadata/**": NAME,
            "/choices/*/index": Number(),
            "/choices/*/logprobs": Blanked(),
            **_message("/choices/*/message", prose),
        }
    )


ANSWER: Final = _answer(Text())
JSON_ANSWER: Final = _answer(Text(Spot.JSON_PROSE))


def read_request(body: bytes) -> tuple[JsonDocument, Facts]:
    """Raises ``MalformedBody``."""
    document = read_document(body, REQUEST)
    root = document.tree.root
    if not isinstance(root, JsonObject):
        raise MalformedBody("The body is not a JSON object.")
    return document, _facts(document.tree, root)


def read_answer(body: bytes, request: Facts) -> tuple[JsonDocument, AnswerFacts]:
    """Raises ``MalformedBody``."""
    document = read_document(body, JSON_ANSWER if request.json_answer else ANSWER)
    root = document.tree.root
    return document, answer_facts(document.tree, root) if isinstance(root, JsonObject) else AnswerFacts()


def _facts(tree: JsonTree, root: JsonObject) -> Facts:
    speakers = (ROLES.get(message.text("role") or "", Role.NONE) for message in root.objects("messages"))
    most, most_of_old = (_limit(tree, root, name) for name in ("max_completion_tokens", "max_tokens"))
    return Facts(
        model=Sealed(root.text("model") or ""),
        stream=_stream(root),
        max_tokens=most if most is not None else most_of_old,
        roles=Counter(speakers),
        tools=tuple(_sealed(_declared(root))),
        tool_calls=tuple(_sealed(name for message in root.objects("messages") for name in _called(message))),
        json_answer=root.object("response_format").text("type") in ("json_object", "json_schema"),
    )


def _limit(tree: JsonTree, root: JsonObject, name: str) -> int | None:
    """Raises ``MalformedBody`` for a number that no model could count up to: it would stand in a query."""
    node = root.get(name)
    if isinstance(node, JsonNumber) and abs(float(tree.raw(node))) > MAX_COUNT:
        raise MalformedBody(f"The member {name} is above {MAX_COUNT}.")
    return tree.count(root, name)


def _stream(root: JsonObject) -> bool:
    """Only ``true`` streams. Raises ``MalformedBody`` for what a provider might take for true."""
    asked = root.get("stream")
    if asked is not None and not isinstance(asked, JsonWord):
        raise MalformedBody("The member stream must be true or false.")
    return root.word("stream") is True


def _declared(root: JsonObject) -> Iterator[str | None]:
    for tool in root.objects("tools"):
        yield tool.object("function").text("name") or tool.object("custom").text("name")
    for function in root.objects("functions"):
        yield function.text("name")


def _called(message: JsonObject) -> Iterator[str]:
    """Names of the tools a message calls; ``""`` of a call that names none, which is a call all the same."""
    for call in message.objects("tool_calls"):
        yield call.object("function").text("name") or call.object("custom").text("name") or ""
    if isinstance(message.get("function_call"), JsonObject):
        yield message.object("function_call").text("name") or ""


def _sealed(names: Iterator[str | None]) -> Iterator[Sealed[str]]:
    return (Sealed(name) for name in names if name)


def answer_facts(tree: JsonTree, root: JsonObject) -> AnswerFacts:
    """Of a plain answer, or of what one event of a stream says of usage and ends."""
    choices = list(root.objects("choices"))
    reasons = (choice.text("finish_reason") for choice in choices)
    return AnswerFacts(
        finish_reasons=tuple(reason if reason in FINISH_REASONS else "" for reason in reasons if reason),
        input_tokens=tree.count(root.object("usage"), "prompt_tokens"),
        output_tokens=tree.count(root.object("usage"), "completion_tokens"),
        tool_calls=tuple(Sealed(name) for choice in choices for name in _called(choice.object("message"))),
    )
