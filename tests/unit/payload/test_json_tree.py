"""Asking a tree for members of a kind."""

from extproc.payload.json_tree import JsonObject
from extproc.payload.strict_json import read_json

TREE = read_json(
    b'{"s":"x","t":true,"n":12,"big":1234567890123456789,"f":1.0,"neg":-3,"o":{"a":"b"},"l":[{"i":1},2,{"i":3}]}'
)


def test_a_member_of_another_kind_is_as_good_as_none() -> None:
    root = TREE.object
    assert root.text("s") == "x"
    assert root.text("n") is None
    assert root.text("absent") is None
    assert root.word("t") is True
    assert root.word("s") is None
    assert root.object("o").text("a") == "b"
    assert root.object("s").members == {}
    assert [TREE.integer(item, "i") for item in root.objects("l")] == [1, 3]
    assert list(root.objects("s")) == []


def test_only_an_integer_of_up_to_18_digits_is_an_integer() -> None:
    root = TREE.object
    assert TREE.integer(root, "n") == 12
    assert TREE.integer(root, "neg") == -3
    assert TREE.integer(root, "big") is None
    assert TREE.integer(root, "f") is None
    assert TREE.integer(root, "s") is None


def test_a_root_that_is_no_object_has_no_members() -> None:
    assert read_json(b"[1]").object is JsonObject.EMPTY


def test_a_node_does_not_show_what_it_holds() -> None:
    assert "Jane" not in repr(read_json(b'{"Jane Example":["Jane Example"]}').root)
    assert "Jane" not in repr(read_json(b'"Jane Example"'))
