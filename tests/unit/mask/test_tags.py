import pytest

from extproc.mask.tags import Tag


def length(text: str) -> int | None:
    """How many characters of ``text``, which follow a ``<``, the tag takes; ``None`` if it never ends."""
    tag = Tag()
    for count, char in enumerate(text, 1):
        if not tag.feed(char):
            return count
    return None


@pytest.mark.parametrize(
    ("tag", "rest"),
    [
        ("b>", "text"),
        ("/b>", "text"),
        ("br/>", "text"),
        ("img alt=a/b>", "text"),
        ('img alt="a > b">', "text"),
        ("img alt='a > \" b'>", "text"),
        ("img alt = '>' >", "text"),
        ('a "x>', '"> text'),  # a quote is a quote in a value only
        ('a x="1"y="2>">', "text"),
        ("a =x>", "text"),
        ('a ="x>', '">'),
        ("a/b=c'>", "'>"),
        ("x\n y\t=\f'>'\r\n>", "text"),
        ("!-- <b> > -->", "text"),
        ("!-->", "text"),
        ("!--->", "text"),
        ("!-- --!>", "text"),
        ("!doctype html>", "text"),
        ("!->", "text"),
        ("?php > ", ""),
        ("/>", "text"),
        ("/3 >", "text"),
        ("style>a > b {}</styles></style\n>", "text"),
        ("script>if (a < b) '</b>'</script>", "text"),
        ("TITLE>x</b></Title>", "text"),
        ("/script>", "text"),
        ("scripts>", "</script>"),
    ],
)
def test_a_tag_ends_where_a_browser_ends_it(tag: str, rest: str) -> None:
    assert length(tag + rest) == len(tag.rstrip() if tag == "?php > " else tag)


@pytest.mark.parametrize(
    "text",
    [
        "img src='a > ",
        "b ",
        "!-- -- > ",
        "script> </scriptx> ",
        "script><!-- </script> ",
        "style> \\</style> ",
        "style> `</style>` ",
        "style>\n~~~\n</style> ",
        "style>\n\n    </style> ",
        "svg> </svg> ",
        "noscript> </noscript> ",
        "plaintext> </plaintext> ",
        "![CDATA[ ]]> ",
        "a x='\n \t\n' > ",
        "a x='\r\r' > ",
        "a x='\r\n\r\n' > ",
    ],
)
def test_what_may_go_on_has_no_end(text: str) -> None:
    assert length(text + "text <b text") is None


@pytest.mark.parametrize("text", [" b", "5", "=", "-", "é", "["])
def test_a_less_than_sign_is_over_at_once(text: str) -> None:
    tag = Tag()
    assert not tag.begun
    assert not tag.feed(text[0])


def test_one_newline_in_a_tag_is_a_blank_like_others() -> None:
    assert length("a x='1\r\n2'\n> text") == len("a x='1\r\n2'\n>")
