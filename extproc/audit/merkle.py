"""The Merkle tree of RFC 6962 over a chain's records, grown one leaf at a time.

Only the roots of the perfect subtrees are kept, one for each 1 bit of the size, so a tree of a billion records is some
thirty hashes. What this does not cover: proofs of inclusion or consistency; who holds the records computes the root.
"""

from hashlib import sha256
from typing import Final

EMPTY_ROOT: Final = sha256(b"").digest()


class Tree:
    """``size`` leaves; SHA-256."""

    __slots__ = ("_peaks", "size")

    def __init__(self) -> None:
        self.size = 0
        self._peaks: list[bytes] = []  # roots of perfect subtrees, the largest first

    def add(self, leaf: bytes) -> None:
        node = sha256(b"\x00" + leaf).digest()
        full = self.size  # each trailing 1 bit is a subtree as large as ``node``'s, which it completes
        while full & 1:
            node = sha256(b"\x01" + self._peaks.pop() + node).digest()
            full >>= 1
        self._peaks.append(node)
        self.size += 1

    def root(self) -> bytes:
        if not self._peaks:
            return EMPTY_ROOT
        root = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            root = sha256(b"\x01" + peak + root).digest()
        return root

    def copy(self) -> "Tree":
        other = Tree()
        other.size, other._peaks = self.size, self._peaks.copy()
        return other
