"""What a policy may ask to be done with a finding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from extproc.detect.entities import EntityType


class Operator(StrEnum):
    """How one entity is masked, from the mildest to the strictest; where two rules vote the stricter wins.

    ``BLOCK`` masks nothing: an exchange with such a finding is refused.
    """

    KEEP = "keep"
    GENERALIZE = "generalize"
    SHIFT = "shift"
    SURROGATE = "surrogate"
    HASH = "hash"
    MASK = "mask"
    REDACT = "redact"
    BLOCK = "block"


class Scheme(StrEnum):
    """What the operator ``surrogate`` writes.

    ``NUMBERED`` ``[NAME_1]``, and ``[NAME_1_2]`` for a part of that name: stable within one request, can be restored.
    ``TAG`` ``[NAME]``: says the type only; the default for embeddings, where numbers would make different patients
    equal. ``KEYED`` ``[NAME_7f3ac91e0b52d846]``: an HMAC under a key of the index the policy names, equal for equal
    values of that index; never restored.
    """

    NUMBERED = "numbered"
    TAG = "tag"
    KEYED = "keyed"


@dataclass(frozen=True, slots=True)
class Plan:
    """The operator of each entity in one direction; ``default`` for those not named."""

    default: Operator
    by_entity: Mapping[EntityType, Operator] = field(default_factory=dict)

    def operator(self, entity: EntityType) -> Operator:
        return self.by_entity.get(entity, self.default)
