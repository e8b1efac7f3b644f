"""Labels and paths of a place."""

from extproc.payload.document import Item, Path
from extproc.payload.json_tree import JsonObject
from extproc.payload.place import Here, Inside
from extproc.payload.schema import Text, free_form, schema
from extproc.payload.strict_json import read_json
from extproc.sealed import Sealed

FREE = free_form("/**", Text())
KNOWN = schema({"/a": Text()}).member("a")
TOP = Inside()
LISTED = Inside(step="rows", up=TOP, label=Sealed("rows"))


def test_the_label_is_the_nearest_name_of_the_caller_s_own() -> None:
    assert Here(FREE, LISTED, "mrn").label == Sealed("mrn")
    assert Here(FREE, LISTED, Item(0, borne=False)).label == Sealed("rows")
    assert Here(KNOWN, TOP, "a").label == Sealed("")
    assert Here(FREE, LISTED, Item(0, borne=False)).within().label == Sealed("rows")


def test_the_path_has_every_step_from_the_root() -> None:
    assert Here(FREE, LISTED, Item(3, borne=True)).path == Path(("rows", Item(3, borne=True)))
    assert Here(FREE, TOP).path == Path(())


def test_the_tool_is_the_one_the_sibling_names() -> None:
    root = read_json(b'{"name":"lookup"}').root
    assert isinstance(root, JsonObject)
    here = Here(KNOWN, Inside(owner=root), "arguments")
    assert here.for_tool("name").inside.tool == Sealed("lookup")
    assert here.for_tool("absent").inside.tool == Sealed("")
    assert here.for_tool("") is here
