"""The request's side: bytes → document → query, and decision → the bytes that go on."""

import hmac
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import unquote, urlsplit

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Passage
from extproc.detect.labels import Label
from extproc.detect.structures.blobs import opaque
from extproc.detect.structures.labelled import labels
from extproc.exchange.events import RequestHead
from extproc.exchange.gate import Endpoint, Gate
from extproc.mask.apply import Mint, masked
from extproc.payload.media import MEDIA_TYPES
from extproc.payload.part import Document, Facts, Inspectability, Part, Uninspected
from extproc.policy.decision import Decision, Masking
from extproc.policy.query import Attachment, Coverage, EntityCount, Identity, Phi, Query, Route, Scan
from extproc.sealed import Sealed

Counts = Mapping[tuple[EntityType, str], int]
"""(entity, operator) → how many findings were treated so."""

UNKEPT: Final = Sealed(b"")

MEDIA_RANGE: Final = r"(?:application/json|application/\*|text/event-stream|text/\*|\*/\*)(?: ?; ?q=[01](?:\.\d)?)?"

FORWARDED: Final[Mapping[str, re.Pattern[str]]] = {"accept": re.compile(rf"{MEDIA_RANGE}(?: ?, ?{MEDIA_RANGE}){{0,7}}")}
"""The caller's headers a provider may read, each by a grammar of its own. All others stay here."""

ENVOYS: Final = frozenset({"host", "x-forwarded-proto"})
"""Envoy cannot choose a route without them; its cluster for the provider takes the second away."""

VERSION_PARAMETER: Final = re.compile(r"(^|&)api-version=\d{4}-\d{2}-\d{2}(-preview)?(?=&|$)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it was read, before anyone looked for identifiers in it."""

    endpoint: Endpoint
    document: Document
    facts: Facts
    digest: str
    wire: tuple[Passage, ...]
    """What would travel beside the body: path, query string, forwarded headers."""
    uninspected: tuple[Uninspected, ...] = ()
    """What nobody can scan: what the dialect said, and pictures and the like that stand in texts."""
    labels: frozenset[Label] = frozenset()
    """What the texts say of their own confidentiality."""
    body: Sealed[bytes] = UNKEPT
    """As the caller sent it, until it is decided whether a transcript keeps it."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        return (*_passages(self.document), *self.wire)


def read(gate: Gate, endpoint: Endpoint, head: RequestHead, body: bytes) -> Asked:
    """Raises ``MalformedBody``."""
    document, facts = endpoint.dialect.read_request(endpoint.operation, body)
    passages = _passages(document)
    uninspected = (*document.uninspected, *_embedded(document.parts, passages))
    return Asked(endpoint, document, facts, gate.digest(body), _wire(head), uninspected, labels(passages), Sealed(body))


def _passages(document: Document) -> tuple[Passage, ...]:
    return tuple(Passage(part.text, part.label, part.path) for part in document.parts)


def _embedded(parts: Sequence[Part], passages: Sequence[Passage]) -> Iterator[Uninspected]:
    """Content in base64 that texts hold and that is no text."""
    for index, blob in opaque(passages):
        media_type = blob.media_type if blob.media_type in MEDIA_TYPES else ""
        yield Uninspected(parts[index].pattern, Inspectability.MEDIA, blob.end - blob.start, media_type)


def _wire(head: RequestHead) -> tuple[Passage, ...]:
    url = urlsplit(head.path)
    query = VERSION_PARAMETER.sub("", url.query)
    texts = [unquote(url.path), unquote(query.replace("+", " ")), *forwarded(head.headers).values()]
    return tuple(Passage(Sealed(text)) for text in texts if text)


def forwarded(headers: Mapping[str, str]) -> dict[str, str]:
    return {
        name: headers[name]
        for name, grammar in FORWARDED.items()
        if name in headers and grammar.fullmatch(headers[name])
    }


def sent_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """All that a provider reads beside the body and what its own cluster adds (its credential, its host)."""
    return {
        **forwarded(headers),
        "content-type": "application/json",
        "accept-encoding": "identity",
        "user-agent": "wardgate",
    }


def kept_back_headers(headers: Mapping[str, str]) -> tuple[str, ...]:
    """All others, save Envoy's own: only Envoy can take those away, in the provider's cluster."""
    stay = sent_headers(headers)
    return tuple(
        name for name in headers if name not in stay and name not in ENVOYS and not name.startswith("x-envoy-")
    )


def query_of(
    gate: Gate,
    asked: Asked,
    findings: Sequence[Sequence[Finding]],
    identity: Identity,
    ids: tuple[str, str],
    time_us: int,
) -> Query:
    """What the policy is asked. ``ids`` are the exchange's and the decision's; no text of the caller's enters."""
    request_id, decision_id = ids
    facts = asked.facts
    model = facts.model.reveal()
    candidates = gate.candidates(asked.endpoint, model)
    return Query(
        request_id=request_id,
        decision_id=decision_id,
        time_us=time_us,
        identity=identity,
        route=Route(
            dialect=asked.endpoint.dialect.name,
            operation=asked.endpoint.operation.value,
            model=model if candidates and not asked.endpoint.provider else "",
            stream=facts.stream,
            providers=candidates,
        ),
        phi=phi_of(gate, asked, findings),
        coverage=coverage_of(asked.document.parts, asked.uninspected),
        size_bytes=asked.document.size_bytes,
        digest=asked.digest,
        roles={role.value: count for role, count in facts.roles.items()},
        max_tokens=facts.max_tokens,
        tools=gate.tools(facts.tools),
        tool_calls=gate.tools(facts.tool_calls),
        attachments=tuple(Attachment(one.media_type, one.size_bytes, False) for one in asked.uninspected),
        labels=tuple(sorted(label.value for label in asked.labels)),
        local=gate.local(time_us),
    )


def phi_of(gate: Gate, asked: Asked, findings: Sequence[Sequence[Finding]]) -> Phi:
    counts: Counter[EntityType] = Counter()
    scores: dict[EntityType, int] = {}
    roles: dict[EntityType, set[str]] = {}
    names: set[str] = set()
    for part, found in zip(asked.document.parts, findings, strict=False):
        for finding in found:
            entity = finding.entity
            counts[entity] += 1
            scores[entity] = max(scores.get(entity, 0), finding.score_permille)
            roles.setdefault(entity, set()).add(part.role.value)
            if entity is EntityType.NAME:
                names.add(part.text.reveal()[finding.span.start : finding.span.end].casefold())
    return Phi(
        scan=Scan.PARTIAL if asked.uninspected else Scan.COMPLETE,
        detectors=gate.detectors,
        entities={entity: EntityCount(n, scores[entity], tuple(sorted(roles[entity]))) for entity, n in counts.items()},
        subjects=len(names),
        uninspected_parts=len(asked.uninspected),
        uninspected=Counter(one.why for one in asked.uninspected),
    )


def coverage_of(parts: Iterable[Part], uninspected: Iterable[Uninspected]) -> Coverage:
    seen: dict[str, tuple[int, int]] = {}
    unseen: dict[str, tuple[int, int]] = {}
    for part in parts:
        count, size = seen.get(part.pattern, (0, 0))
        seen[part.pattern] = (count + 1, size + len(part.text.reveal().encode(errors="surrogatepass")))
    for one in uninspected:
        count, size = unseen.get(one.pattern, (0, 0))
        unseen[one.pattern] = (count + 1, size + one.size_bytes)
    return Coverage(seen, unseen)


def mint_for(gate: Gate, asked: Asked, masking: Masking, query: Query, exchange_id: str) -> Mint:
    """The maker of this exchange's surrogates.

    An index's keyed surrogates are equal in all exchanges of one tenant; salts and shifts are the exchange's own.
    """
    key = hmac.digest(gate.keys.surrogate, query.identity.tenant.encode(), "sha256")
    texts = (part.text.reveal() for part in asked.document.parts)
    year = datetime.fromtimestamp(query.time_us / 1_000_000, UTC).year
    return Mint(masking.scheme, key, masking.index, texts, exchange=exchange_id, this_year=year)


def _names(asked: Asked, findings: Sequence[Sequence[Finding]]) -> Iterator[str]:
    """All names of the request: whose a surname is can be told only when all who bear it are known."""
    for part, found in zip(asked.document.parts, findings, strict=False):
        text = part.text.reveal()
        yield from (text[one.span.start : one.span.end] for one in found if one.entity is EntityType.NAME)


def masked_body(
    asked: Asked, findings: Sequence[Sequence[Finding]], decision: Decision, mint: Mint
) -> tuple[bytes, Counts]:
    """The body that may go on, every byte that was not masked kept."""
    counts: Counter[tuple[EntityType, str]] = Counter()
    changed: dict[int, Sealed[str]] = {}
    mint.surrogates.know(_names(asked, findings))
    for index, (part, found) in enumerate(zip(asked.document.parts, findings, strict=False)):
        if not found:
            continue
        result = masked(part.text.reveal(), found, decision.masking.request, mint)
        counts.update((edit.entity, edit.operator.value) for edit in result.edits)
        if result.text != part.text.reveal():
            changed[index] = Sealed(result.text)
    return asked.document.with_texts(changed), counts
