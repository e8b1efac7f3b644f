"""OpenAI chat completions, streamed.

Every string below ``choices`` that is no word of the API's own is a running text, the unknown ones too. It is keyed by
where it stands, with the choice and tool call by the ``index`` that they bear, else by their position. A choice's
running texts close at its finish reason, all others at ``[DONE]`` or the end of the bytes. Names and ids are whole in
each event, and a tool call that gets a second one is refused, since clients put the two together. A call counts though
it names no tool, or names it later. ``obfuscation`` and ``logprobs`` never pass.

Not covered: half a surrogate pair at the end of one event with the other half in the next (refused).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from extproc.errors import MalformedBody
from extproc.payload.dialect import Channel, ChannelKey, Refusal, StreamEvent
from extproc.payload.document import Item, JsonDocument, Path
from extproc.payload.json_tree import JsonList, JsonNode, JsonObject, JsonString, JsonTree
from extproc.payload.openai_chat import ENVELOPE, NAME, answer_facts
from extproc.payload.openai_error import error_json
from extproc.payload.openai_words import CONTENT_FILTER, ID, ROLES, TIME
from extproc.payload.part import AnswerFacts, Facts, Part, Spot
from extproc.payload.reading import read_event
from extproc.payload.schema import Blanked, Media, Number, Ordinal, Running, Shape, Speaker, Text, schema, words
from extproc.payload.splice import json_text
from extproc.payload.sse import COMMENT, EventReader, ServerEvent, event_bytes
from extproc.payload.stream_event import FixedEvent, JsonEvent
from extproc.sealed import Sealed

DONE: Final = "[DONE]"
EVENT_NAMES: Final = frozenset({"message", "error"})
_DELTA: Final = "/choices/*/delta"
SAID_TO: Final[Mapping[str | Item, str]] = {"function": "arguments", "function_call": "arguments", "custom": "input"}
"""By the member that names a tool: which one beside the name holds what is said to it."""
_UNKNOWN: Final = Running(Spot.STRUCTURE)
_ARGUMENTS: Final = Running(Spot.TOOL_ARGUMENT, tool="name")


def _chunk(prose: Running) -> Shape:
    return schema(
        {
            **ENVELOPE,
            "/obfuscation": Blanked('""'),
            "/choices/*/index": Ordinal(),
            "/choices/*/logprobs": Blanked(),
            "/choices/*/stop_reason": Running(),
            "/choices/*/content_filter_results/**": Running(Spot.STRUCTURE, CONTENT_FILTER.words),
            "/choices/*/message/role": Speaker(ROLES),
            "/choices/?": _UNKNOWN,
            f"{_DELTA}/role": Speaker(ROLES),
            f"{_DELTA}/content": prose,
            f"{_DELTA}/refusal": Running(),
            f"{_DELTA}/reasoning_content": Running(),
            f"{_DELTA}/reasoning": Running(),
            f"{_DELTA}/audio/id": ID,
            f"{_DELTA}/audio/data": Media(),
            f"{_DELTA}/audio/expires_at": TIME,
            f"{_DELTA}/audio/transcript": Running(),
            f"{_DELTA}/tool_calls/*/index": Ordinal(),
            f"{_DELTA}/tool_calls/*/id": ID,
            f"{_DELTA}/tool_calls/*/type": words("function", "custom"),
            f"{_DELTA}/tool_calls/*/function/name": NAME,
            f"{_DELTA}/tool_calls/*/function/arguments": _ARGUMENTS,
            f"{_DELTA}/tool_calls/*/custom/name": NAME,
            f"{_DELTA}/tool_calls/*/custom/input": _ARGUMENTS,
            f"{_DELTA}/function_call/name": NAME,
            f"{_DELTA}/function_call/arguments": _ARGUMENTS,
        }
    )


CHUNK: Final = _chunk(Running())
JSON_CHUNK: Final = _chunk(Running(Spot.JSON_PROSE))


class ChatStream:
    """Implements ``Stream``. A running text that goes on after its close is a new one of the same key."""

    def __init__(self, request: Facts) -> None:
        self._shape = JSON_CHUNK if request.json_answer else CHUNK
        self._reader = EventReader()
        self._latest: dict[Path, tuple[JsonTree, Part, Path]] = {}
        self._named: dict[Path, str] = {}  # each name and id of a tool call, by where it stands
        self._tools: dict[Path, Sealed[str]] = {}  # by where the arguments stand
        self._nameless: set[Path] = (
            set()
        )  # calls that began without a name: each counts, beside the one that it may become
        self._open: dict[Path, None] = {}  # in the order in which they began
        self._whole: frozenset[Part] = frozenset()  # the latest event's whole texts
        self._settled: dict[Part, Sealed[str]] = {}
        self._done = False
        self._facts = AnswerFacts()

    def push(self, data: bytes) -> tuple[StreamEvent, ...]:
        return tuple(map(self._event, self._reader.push(data)))

    def finish(self) -> tuple[StreamEvent, ...]:
        events = tuple(map(self._event, self._reader.finish()))
        return events if self._done else (*events, FixedEvent(b"", last=True, closes=self._close_all()))

    def channel(self, key: ChannelKey) -> Channel:
        _, part, _ = self._latest[_path(key)]
        tool = self._tools.get(_path(key), part.tool)
        return Channel(part.pattern, part.spot, tool, whole=part.spot is Spot.TOOL_ARGUMENT)

    def carrying(self, key: ChannelKey, text: Sealed[str]) -> bytes:
        tree, _, path = self._latest[_path(key)]
        clean = {part.text.reveal() for part, settled in self._settled.items() if part.text == settled}
        return event_bytes(json_text({**_envelope(tree, self._shape, clean), **_carrying(path, text.reveal())}))

    def ending(self, refusal: Refusal) -> bytes:
        return event_bytes(error_json(refusal)) + event_bytes(DONE)

    @property
    def facts(self) -> AnswerFacts:
        return replace(self._facts, tool_calls=(*self._tools.values(), *[Sealed("")] * len(self._nameless)))

    def _event(self, event: ServerEvent) -> StreamEvent:
        if event.data is None:
            return FixedEvent(COMMENT)
        if self._done:
            raise MalformedBody("The stream goes on after its end.")
        if event.data == DONE:
            self._done = True
            return FixedEvent(event_bytes(DONE), last=True, closes=self._close_all())
        return self._chunk(read_event(event.data, self._shape), event.name)

    def _chunk(self, document: JsonDocument, name: str) -> StreamEvent:
        root = document.tree.root
        if not isinstance(root, JsonObject):
            raise MalformedBody("An event of the stream is not a JSON object.")
        for index, path in document.running.items():
            self._latest[path] = document.tree, document.parts[index], path
            self._open[path] = None
        self._name_calls(document.tree)
        self._note(answer_facts(document.tree, root))
        closes = self._close(_finished(document.tree))
        known, self._whole = (
            self._whole,
            frozenset(part for index, part in enumerate(document.parts) if index not in document.running),
        )
        bare = _says_only(root, sum(path.steps[2:3] == ("delta",) for path in document.running.values()))
        name = name if name in EVENT_NAMES else ""
        return JsonEvent(document, name, closes, bare=bare, known=known, settled=self._settled)

    def _name_calls(self, tree: JsonTree) -> None:
        """Raises ``MalformedBody`` for a call that gets a second name or id."""
        for path, text in _names(tree):
            if self._named.setdefault(path, text) != text:
                raise MalformedBody("A tool call of the stream gets a second name or id.")
            if path.steps[-1] == "name":
                self._tools[Path((*path.steps[:-1], SAID_TO[path.steps[-2]]))] = Sealed(text)
        for path in _calls(tree):
            if not any(Path((*path.steps, kind, "name")) in self._named for kind in SAID_TO):
                self._nameless.add(path)

    def _note(self, facts: AnswerFacts) -> None:
        self._facts = AnswerFacts(
            finish_reasons=(*self._facts.finish_reasons, *facts.finish_reasons),
            input_tokens=self._facts.input_tokens if facts.input_tokens is None else facts.input_tokens,
            output_tokens=self._facts.output_tokens if facts.output_tokens is None else facts.output_tokens,
        )

    def _close(self, choices: frozenset[int]) -> tuple[Path, ...]:
        if not choices:  # as in nearly every event: what is open is not walked through at each
            return ()
        closed = tuple(path for path in self._open if _choice(path) in choices)
        for path in closed:
            del self._open[path]
        return closed

    def _close_all(self) -> tuple[Path, ...]:
        closed = tuple(self._open)
        self._open.clear()
        return closed


def _path(key: ChannelKey) -> Path:
    if not isinstance(key, Path):
        raise AssertionError("not a channel of this stream")
    return key


def _choice(path: Path) -> int:
    """The number of the choice that a running text belongs to; -1 where ``choices`` is no list."""
    step = path.steps[1] if len(path.steps) > 1 else ""
    return step.number if isinstance(step, Item) else -1


def _finished(tree: JsonTree) -> frozenset[int]:
    """Numbers of the choices that end with this event."""
    return frozenset(
        number for number, choice in _numbered(tree, tree.object, "choices") if choice.text("finish_reason")
    )


def _numbered(tree: JsonTree, owner: JsonObject, name: str) -> Iterator[tuple[int, JsonObject]]:
    """The objects of a member that is a list, each with the number that it bears, else its position."""
    listed = owner.get(name)
    for position, item in enumerate(listed.items if isinstance(listed, JsonList) else ()):
        if isinstance(item, JsonObject):
            number = tree.integer(item, "index")
            yield position if number is None else number, item


def _names(tree: JsonTree) -> Iterator[tuple[Path, str]]:
    """The names and ids of tool calls in an event, and where each stands."""
    for choice_number, choice in _numbered(tree, tree.object, "choices"):
        delta, at = choice.object("delta"), ("choices", Item(choice_number), "delta")
        if name := delta.object("function_call").text("name"):
            yield Path((*at, "function_call", "name")), name
        for number, call in _numbered(tree, delta, "tool_calls"):
            for kind in ("function", "custom"):
                if name := call.object(kind).text("name"):
                    yield Path((*at, "tool_calls", Item(number), kind, "name")), name
            if key := call.text("id"):
                yield Path((*at, "tool_calls", Item(number), "id")), key


def _calls(tree: JsonTree) -> Iterator[Path]:
    """Where each tool call of an event stands."""
    for choice_number, choice in _numbered(tree, tree.object, "choices"):
        delta, at = choice.object("delta"), ("choices", Item(choice_number), "delta")
        if isinstance(delta.get("function_call"), JsonObject):
            yield Path(at)
        for number, _ in _numbered(tree, delta, "tool_calls"):
            yield Path((*at, "tool_calls", Item(number)))


def _says_only(root: JsonObject, running: int) -> bool:
    """All that the event says are its running texts: it has no usage and no other word in a delta."""
    if isinstance(root.get("usage"), JsonObject):
        return False
    todo: list[JsonNode] = [choice.object("delta") for choice in root.objects("choices")]
    texts = 0
    while todo:
        node = todo.pop()
        if isinstance(node, JsonObject):
            todo += (value for _, value in node.members.values())
        elif isinstance(node, JsonList):
            todo += node.items
        elif isinstance(node, JsonString):
            texts += 1
    return texts == running


def _envelope(tree: JsonTree, shape: Shape, clean: set[str]) -> dict[str, object]:
    """What the events of one answer repeat: numbers, the API's own words, texts that were inspected and are clean."""
    envelope: dict[str, object] = {}
    for name in ("id", "object", "created", "model", "service_tier", "system_fingerprint"):
        rule, text = shape.member(name).rule, tree.object.text(name)
        if isinstance(rule, Text) and text is not None and (text in rule.words or text in clean):
            envelope[name] = text
        elif isinstance(rule, Number) and (number := tree.integer(tree.object, name)) is not None:
            envelope |= {name: number} if rule.own(str(number)) else {}
    return envelope


def _carrying(path: Path, text: str) -> dict[str, object]:
    """``choices`` with one choice: that which ``path`` leads into, with that one field."""
    match path.steps:
        case (str(listed), Item(number, borne), *steps) if steps:
            index = {"index": number} if borne or number else {}
            field = _nested(tuple(steps), text)
            return {listed: [{**index, **(field if isinstance(field, dict) else {}), "finish_reason": None}]}
        case (str(listed), *steps):
            return {listed: _nested(tuple(steps), text)}
        case _:
            raise AssertionError("a running text stands below a member of the event")


def _nested(steps: tuple[str | Item, ...], text: str) -> object:
    held: object = text
    for step in reversed(steps):
        match step:
            case str():
                held = {step: held}
            case Item(number, borne=True) if isinstance(held, dict):
                held = [{"index": number, **held}]
            case Item():
                held = [held]
    return held
