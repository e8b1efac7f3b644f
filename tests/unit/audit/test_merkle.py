"""Leaves and roots of the first eight trees are those that Certificate Transparency's implementations test with."""

from hashlib import sha256

import pytest

from extproc.audit.merkle import EMPTY_ROOT, Tree

LEAVES = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def tree_of(leaves: list[bytes]) -> Tree:
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)
    return tree


def defined(leaves: list[bytes]) -> bytes:
    """The definition of RFC 6962, section 2.1, as it is written there."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0]).digest()
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha256(b"\x01" + defined(leaves[:half]) + defined(leaves[half:])).digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_certificate_transparency(size: int) -> None:
    assert tree_of([bytes.fromhex(leaf) for leaf in LEAVES[:size]]).root().hex() == ROOTS[size - 1]


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert Tree().root() == EMPTY_ROOT == defined([])


@pytest.mark.parametrize("size", [*range(1, 70), 127, 128, 129])
def test_growing_leaf_by_leaf_gives_the_defined_root(size: int) -> None:
    leaves = [b"%d" % number for number in range(size)]
    assert tree_of(leaves).root() == defined(leaves)


def test_a_copy_grows_by_itself() -> None:
    tree = tree_of([b"a", b"b", b"c"])
    before = tree.root()
    copy = tree.copy()
    copy.add(b"d")
    assert (tree.size, tree.root()) == (3, before)
    assert (copy.size, copy.root()) == (4, defined([b"a", b"b", b"c", b"d"]))
