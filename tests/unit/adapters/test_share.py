"""Files that come with the package, in a checkout and in a wheel."""

from pathlib import Path

import pytest

from extproc.adapters.share import share
from extproc.errors import Misconfigured


def test_a_checkout_has_them_beside_the_package() -> None:
    assert (share("envoy") / "gateway.yaml").is_file()
    assert next(share("opa").rglob("*.rego"))


def test_a_wheel_has_them_inside(tmp_path: Path) -> None:
    (tmp_path / "extproc" / "_share" / "opa").mkdir(parents=True)
    (tmp_path / "opa").mkdir()  # something of this name beside site-packages is not ours
    assert share("opa", tmp_path / "extproc") == tmp_path / "extproc" / "_share" / "opa"


def test_a_broken_installation_says_so(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="install"):
        share("envoy", tmp_path / "extproc")
