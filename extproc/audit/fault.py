"""What can be wrong with a chain: a closed list, each with the sentence an auditor reads."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of fault; the value is the sentence."""

    NOT_A_RECORD = "the line is not a record in canonical form"
    NOT_A_CHECKPOINT = "the line is not a checkpoint of this chain in its one form"
    OTHER_CHAIN = "the record names another chain than its directory"
    SEQUENCE = "the record's number is not the next one: records are missing, doubled or out of order"
    LINK = "the record does not hold the hash of the line before it: one of the two was changed"
    SIZE = "the checkpoint counts another number of records than there are"
    ROOT = "the checkpoint's Merkle root is not the root of the records before it"
    SIGNATURE = "the checkpoint's signature is not by the given key"
    NO_CHECKPOINT = "records without a checkpoint stand where the chain goes on"
    SEGMENT = "the segment does not begin where the one before it ends"
    START = "the chain does not begin with chain.started, or has a second one"
    AFTER_END = "something follows the end of the chain"
    UNOPENED = "a record of an exchange that was not received, or has ended already"
    REOPENED = "an exchange is received twice"
    ENDING = "the record says of its event that it ends an exchange, or that it does not, against the table of events"
    LEFT_OPEN = "the chain was closed while an exchange had no ending"
    SEEN = "a checkpoint that was seen elsewhere is not in the chain, or has another root there"
    HEAD = "a later chain recorded another end of this chain"
    REFERENCE = "the record names its transcript in a form that no gate writes"
    TRANSCRIPT = "what lies where the record says is not the transcript that it names: it was changed or cut"
    MISSING = "a later chain recorded the end of a chain that is not here"


class Broken(Exception):
    """A chain is not what a writer wrote. ``index`` counts lines within the batch at hand, from 0."""

    def __init__(self, kind: Kind, index: int = 0) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.index = index


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing wrong with a chain. ``line`` counts from 1 in ``file``; ``seq`` is the number that the next
    record should have there."""

    kind: Kind
    chain: str
    file: str = ""
    line: int = 0
    seq: int = 0
