import os
from pathlib import Path

from extproc.adapters.chain_lock import is_locked, lock


def test_a_chain_has_one_writer_until_it_lets_go(tmp_path: Path) -> None:
    held = lock(tmp_path)
    assert held is not None
    assert lock(tmp_path) is None
    os.close(held)
    again = lock(tmp_path)
    assert again is not None
    os.close(again)


def test_a_reader_sees_whether_somebody_writes_and_leaves_no_trace(tmp_path: Path) -> None:
    assert not is_locked(tmp_path)
    assert list(tmp_path.iterdir()) == []
    held = lock(tmp_path)
    assert held is not None
    assert is_locked(tmp_path)
    os.close(held)
    assert not is_locked(tmp_path)
