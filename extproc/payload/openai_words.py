"""The closed lists of OpenAI's API: what its own words are, so that all else is a text.

Source: the types of the official Python SDK 3.54.0 (chat completions, embeddings), and what Azure OpenAI and vLLM add.
"""

from collections.abc import Mapping
from typing import Final

from extproc.payload.json_tree import MAX_COUNT
from extproc.payload.part import Role, Spot
from extproc.payload.schema import Number, Text, words

ROLES: Final[Mapping[str, Role]] = {
    "system": Role.SYSTEM,
    "developer": Role.DEVELOPER,
    "user": Role.USER,
    "assistant": Role.ASSISTANT,
    "tool": Role.TOOL,
    "function": Role.TOOL,
}

FINISH_REASONS: Final = frozenset({"stop", "length", "tool_calls", "content_filter", "function_call"})

ID: Final = Text(Spot.STRUCTURE)
"""Ids, models' names, fingerprints: texts like any other, since callers and servers may mint them from names."""

COUNT: Final = Number(MAX_COUNT)
TIME: Final = Number(4_102_444_800)
"""Seconds since 1970, until 2100."""

SERVICE_TIER: Final = words("auto", "default", "flex", "scale", "priority", "fast")
EFFORT: Final = words("none", "minimal", "low", "medium", "high", "xhigh", "max")
LEVEL: Final = words("low", "medium", "high")
CACHE_TTL: Final = words("30m", "12h", "24h")


def _names(listed: str) -> Text:
    return Text(Spot.STRUCTURE, words=frozenset(listed.split()))


JSON_SCHEMA: Final = _names("""
    $schema $id $ref $defs $comment definitions type properties required items prefixItems additionalProperties enum
    const default title description examples format pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
    minLength maxLength minItems maxItems uniqueItems minProperties maxProperties anyOf allOf oneOf not if then else
    nullable deprecated readOnly writeOnly strict string number integer boolean array object null date-time date time
    email uri uuid
""")
"""A schema's own words; the names and sentences in it are texts."""

CONTENT_FILTER: Final = _names("""
    prompt_index content_filter_results content_filter_result content_filter_offsets hate self_harm sexual violence
    profanity jailbreak indirect_attack protected_material_text protected_material_code custom_blocklists
    ungrounded_material filtered detected severity safe low medium high error code message details id citation url
    license
""")

MODERATION: Final = _names("""
    input output model results type moderation_result moderation_results categories category_scores
    category_applied_input_types flagged text image error code message harassment harassment/threatening hate
    hate/threatening illicit illicit/violent self-harm self-harm/intent self-harm/instructions sexual sexual/minors
    violence violence/graphic omni-moderation-latest
""")
