"""The dialects this build speaks, by the name that settings give a provider: a new one is a file and a row here."""

from collections.abc import Mapping
from typing import Final

from extproc.payload.dialect import Dialect
from extproc.payload.generic_json import GenericJson
from extproc.payload.openai import OpenAI

DIALECTS: Final[Mapping[str, Dialect]] = {dialect.name: dialect for dialect in (OpenAI(), GenericJson())}
