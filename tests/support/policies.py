"""Fakes of those who are told what became of a policy."""


class FakePolicyReporter:
    def __init__(self) -> None:
        self.activated: list[str] = []
        self.rejected: list[tuple[str, str]] = []
        self.errors: list[BaseException] = []

    def policy_activated(self, *, revision: str) -> None:
        self.activated.append(revision)

    def policy_rejected(self, *, kind: str, content: str) -> None:
        self.rejected.append((kind, content))

    def unexpected(self, error: BaseException) -> None:
        self.errors.append(error)


class FakeCounts:
    def __init__(self) -> None:
        self.names: list[str] = []

    def add(self, name: str) -> None:
        self.names.append(name)
