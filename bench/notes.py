"""Synthetic requests that read like clinicians' work: made of fixed sentences and a seed, no person behind any of it.

One patient a request, so that a note's surrogates repeat as they do in real ones. About one sentence in four holds an
identifier. Phones are of the reserved 555-01xx range, addresses of example.org.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

MODEL: Final = "demo-chat"
EMBEDDING_MODEL: Final = "demo-embed"
MESSAGE_BYTES: Final = 4096
"""Longer requests are conversations of messages of about this size."""

GIVEN: Final = ("Maria", "James", "Aisha", "Tomasz", "Priya", "Robert", "Linda", "Kenji", "Fatima", "Daniel")
FAMILY: Final = ("Lindqvist", "Okafor", "Hernandez", "Kowalski", "Raman", "Whitfield", "Nakamura", "Haddad", "Morrison")
TOWNS: Final = ("Springfield", "Dayton", "Albany", "Fresno", "Tucson", "Boise")
SYSTEM: Final = "You are a careful assistant to hospital clinicians. Answer briefly, and say what you are not sure of."
IDENTIFYING: Final = (
    "{name} (MRN {mrn}, born {born}) was admitted on {date} from {town} with chest pain on exertion.",
    "Dr. {doctor} saw {name} on {date} and asked for a repeat troponin in six hours.",
    "Her daughter can be reached at {phone} or {email} about the discharge on {date}.",
    "On {date} {name} reported that the palpitations had stopped since the dose was reduced.",
)
PLAIN: Final = (
    "Blood pressure was 152/94 mmHg, heart rate 88 and regular, saturation 96 percent on room air.",
    "The echocardiogram showed an ejection fraction of 45 percent with mild mitral regurgitation.",
    "Metoprolol 50 mg twice daily was continued and lisinopril was raised to 20 mg once daily.",
    "There is no history of stroke, bleeding or liver disease, and the family history is unremarkable.",
    "Potassium was 4.1 mmol/L, creatinine 1.2 mg/dL, and the estimated filtration rate was stable.",
    "The lungs were clear, there was no oedema, and the abdomen was soft without tenderness.",
    "An outpatient stress test is planned, with a review of the anticoagulation before the procedure.",
    "Please summarise the course so far and list what is still open before discharge.",
)


@dataclass(frozen=True, slots=True)
class Request:
    path: str
    body: bytes


class Writer:
    """Writes about one synthetic patient; the same seed gives the same text."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._patient = self._name()
        self._fixed = {"mrn": self._digits(8), "born": self._date(1935, 1990), "phone": f"555-01{self._digits(2)}"}

    def text(self, size_bytes: int) -> str:
        """Sentences of exactly this many characters, all ASCII."""
        text = " ".join(self._sentences(size_bytes))[:size_bytes]
        return text.ljust(size_bytes, ".")

    def _sentences(self, size_bytes: int) -> Iterator[str]:
        while size_bytes > 0:
            identifying = self._random.random() < 0.25
            sentence = self._random.choice(IDENTIFYING if identifying else PLAIN).format(**self._facts())
            yield sentence
            size_bytes -= len(sentence) + 1

    def _facts(self) -> dict[str, str]:
        email = f"{self._patient.split()[0].lower()}.family@example.org"
        rest = {"date": self._date(2024, 2025), "doctor": self._name(), "town": self._random.choice(TOWNS)}
        return {**self._fixed, **rest, "name": self._patient, "email": email}

    def _name(self) -> str:
        return f"{self._random.choice(GIVEN)} {self._random.choice(FAMILY)}"

    def _date(self, first: int, last: int) -> str:
        pick = self._random.randint
        return f"{pick(1, 12):02d}/{pick(1, 28):02d}/{pick(first, last)}"

    def _digits(self, count: int) -> str:
        return "".join(self._random.choices("0123456789", k=count))


def chat(seed: int, size_bytes: int, *, stream: bool = False) -> Request:
    """A chat completion request of exactly ``size_bytes``."""
    writer = Writer(seed)
    body: dict[str, Any] = {"model": MODEL, "stream": stream, "messages": [{"role": "system", "content": SYSTEM}]}
    if stream:
        body["stream_options"] = {"include_usage": True}
    messages = body["messages"]
    while (left := size_bytes - len(_json(body))) > 0:
        role = "user" if len(messages) % 2 else "assistant"
        frame = len(_json({"role": role, "content": ""})) + 1
        whole = left - frame if left < MESSAGE_BYTES + 2 * frame else MESSAGE_BYTES - frame
        messages.append({"role": role, "content": writer.text(whole)})
    return Request("/v1/chat/completions", _json(body))


def embeddings(seed: int, strings: int, string_bytes: int) -> Request:
    """A batch of texts to embed, asked for in base64, as OpenAI's SDK does."""
    writer = Writer(seed)
    texts = [writer.text(string_bytes) for _ in range(strings)]
    return Request("/v1/embeddings", _json({"model": EMBEDDING_MODEL, "input": texts, "encoding_format": "base64"}))


def _json(body: object) -> bytes:
    return json.dumps(body, separators=(",", ":")).encode()
