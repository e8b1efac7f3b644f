from extproc.detect.structures.assembled import assembled
from extproc.detect.structures.nodes import Leaf, Listed, Object, leaves
from extproc.detect.structures.view import Notes, View


def test_leaves_are_put_where_their_paths_lead() -> None:
    texts = {("a", 0, "b"): "x", ("a", 1, "b"): "12345", ("a", 0, "c", "d"): "y", ("e",): "z"}
    root = assembled((path, View(text, Notes())) for path, text in texts.items())
    assert isinstance(root, Object)
    listed = root.members["a"]
    assert isinstance(listed, Listed)
    first, second = listed.items
    assert isinstance(first, Object)
    assert isinstance(second, Object)
    assert (first.text("b"), second.text("b"), root.text("e")) == ("x", "12345", "z")
    below = first.members["c"]
    assert isinstance(below, Object)
    assert below.text("d") == "y"
    number, word = second.leaf("b"), first.leaf("b")
    assert number is not None
    assert word is not None
    assert (number.bare, word.bare) == (True, False)


def test_two_leaves_of_one_path_are_both_there() -> None:
    root = assembled([(("a", "b"), View("x", Notes())), (("a", "b"), View("y", Notes()))])
    assert sorted(leaf.text for leaf in leaves(root)) == ["x", "y"]


def test_a_path_through_a_leaf_loses_nothing_else() -> None:
    root = assembled([(("a",), View("x", Notes())), (("a", "b"), View("y", Notes())), ((0,), View("z", Notes()))])
    assert {leaf.text for leaf in leaves(root) if isinstance(leaf, Leaf)} == {"x", "y", "z"}
