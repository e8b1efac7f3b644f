"""The errors of Wardgate, and what a stranger may read of each.

::

    ExtprocError
    ├── PeerError              the caller or the provider sent it
    │   ├── MalformedBody      a body or stream that is not its dialect's
    │   ├── UnsupportedBody    understood to be something this build does not take (an encoding)
    │   └── ProtocolError      Envoy sent an event that cannot happen in this phase
    ├── DependencyError        we could not get an answer
    │   ├── PolicyUnavailable  no answer in time, or none at all
    │   ├── PolicyMalformed    an answer outside the decision's schema
    │   ├── DetectorFailed
    │   └── TrailUnavailable   a record could not be made durable
    └── Misconfigured          we do not start; names file and key

``public`` is the whole of what leaves the process: a fixed word. The message is for operators and quotes no payload.
A bug is an ``AssertionError``.
"""

from typing import ClassVar


class ExtprocError(Exception):
    """Root of the tree; ``public`` is a fixed word that may leave the process."""

    public: ClassVar[str] = "internal_error"


class PeerError(ExtprocError):
    public = "bad_message"


class MalformedBody(PeerError):
    """The message is one sentence that says what is wrong, for the caller; it quotes nothing of the body."""

    public = "malformed_body"


class UnsupportedBody(PeerError):
    public = "unsupported_body"


class ProtocolError(PeerError):
    public = "protocol_error"


class DependencyError(ExtprocError):
    public = "dependency_unavailable"


class PolicyUnavailable(DependencyError):
    public = "policy_unavailable"


class PolicyMalformed(DependencyError):
    public = "policy_malformed"


class DetectorFailed(DependencyError):
    public = "detector_failed"


class TrailUnavailable(DependencyError):
    public = "audit_unavailable"


class Misconfigured(ExtprocError):
    """The message names the file and the key, and says what would be right."""

    public = "misconfigured"
