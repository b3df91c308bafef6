"""What nobody has accepted, rejected or answered yet in a Word file."""

import pytest
from docx_files import RELATIONS, R, W, footnote, p, r, ref, word_file
from hypothesis import given
from hypothesis import strategies as st

from briefgen.formats.docx import read

QUOTE = "ac"


def ins(inner: str, author: str = "Ada") -> str:
    return f'<w:ins w:id="90" w:author="{author}" w:date="2026-05-04T10:00:00Z">{inner}</w:ins>'


def gone(text: str, author: str = "Ada") -> str:
    inner = f'<w:r w:rsidDel="00A1"><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="91" w:author="{author}">{inner}</w:del>'


def moved(kind: str, inner: str, name: str = "move1") -> str:
    start = f'<w:{kind}RangeStart w:id="7" w:name="{name}"/>' if name else ""
    return f'{start}<w:{kind} w:id="8" w:author="Ada">{inner}</w:{kind}><w:{kind}RangeEnd w:id="7"/>'


def pending(body: str, notes: str = "", **others: str) -> list[tuple[str, str, str, str]]:
    found = read(word_file(body, notes, **others)).pending
    return [(one.change.value, one.words, one.author, one.place) for one in found]


HERE = "paragraph 1"
CHANGES = {
    "an insertion": (p(r("a ") + ins(r("b"))), [("insertion", "b", "Ada", HERE)]),
    "over runs": (p(ins(r("one ")) + ins(r("two") + r(" three"))), [("insertion", "one two three", "Ada", HERE)]),
    "of two people": (
        p(ins(r("a")) + ins(r("b"), "Bo")), [("insertion", "a", "Ada", HERE), ("insertion", "b", "Bo", HERE)]
    ),
    "two of one": (
        p(ins(r("a")) + r(" ") + ins(r("b"))), [("insertion", "a", "Ada", HERE), ("insertion", "b", "Ada", HERE)]
    ),
    "a deletion": (p(r("a ") + gone("b")), [("deletion", "b", "Ada", HERE)]),
    "replaced": (p(gone("a") + ins(r("b"))), [("deletion", "a", "Ada", HERE), ("insertion", "b", "Ada", HERE)]),
    "deleted where it was inserted": (p(r("a") + ins(gone("b", "Bo"))), [("deletion", "b", "Bo", HERE)]),
    "a deleted mark": (p(r("a"), mark='<w:del w:author="Bo"/>') + p(r("b")), [("deletion", "¶", "Bo", HERE)]),
    "an inserted mark": (p(r("a"), mark='<w:ins w:author="Bo"/>') + p(r("b")), [("insertion", "¶", "Bo", HERE)]),
    "an inserted paragraph": (
        p(r("a")) + p(ins(r("b")), mark='<w:ins w:author="Ada"/>') + p(r("c")),
        [("insertion", "b¶", "Ada", "paragraph 2")],
    ),
    "inserted paragraphs": (
        p(ins(r("a")), mark='<w:ins w:author="Ada"/>') + p(ins(r("b")), mark='<w:ins w:author="Ada"/>'),
        [("insertion", "a¶b¶", "Ada", HERE)],
    ),
    "a deleted paragraph": (
        p(gone("a"), mark='<w:del w:author="Ada"/>') + p(r("b")),
        [("deletion", "a¶", "Ada", HERE)],
    ),
    "a move": (
        p(moved("moveFrom", r("a"))) + p(r("b ") + moved("moveTo", r("a"))),
        [("move", "a", "Ada", HERE)],
    ),
    "a move without names": (
        p(moved("moveFrom", r("a"), "")) + p(r("b ") + moved("moveTo", r("a"), "")),
        [("move", "a", "Ada", HERE)],
    ),
    "moved away for good": (p(r("b ") + moved("moveFrom", r("a"))), [("deletion", "a", "Ada", HERE)]),
    "a moved paragraph": (
        p(moved("moveTo", r("a")), mark='<w:moveTo w:author="Ada"/>')
        + p(r("b"))
        + p(moved("moveFrom", r("a")), mark='<w:moveFrom w:author="Ada"/>')
        + p(r("c")),
        [("move", "a¶", "Ada", HERE)],
    ),
    "a deleted row": (
        f'<w:tbl><w:tr><w:trPr><w:del w:author="Bo"/></w:trPr><w:tc>{p(r("a"))}</w:tc></w:tr></w:tbl>',
        [("deletion", "a", "Bo", "table 1")],
    ),
    "an inserted row": (
        f'<w:tbl><w:tr><w:trPr><w:ins w:author="Bo"/></w:trPr><w:tc>{p(r("a"))}</w:tc></w:tr></w:tbl>',
        [("insertion", "a¶", "Bo", "table 1, row 1")],
    ),
    "an inserted cell": (
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns w:author="Bo"/></w:tcPr>{p(r("a"))}</w:tc></w:tr></w:tbl>',
        [("insertion", "a¶", "Bo", "table 1, row 1")],
    ),
    "within a block quotation": (p(r("a ") + ins(r("b")), QUOTE), [("insertion", "b", "Ada", "block quotation 1")]),
    "in a content control": (
        p(r("a") + f"<w:sdt><w:sdtContent>{ins(r('b'))}</w:sdtContent></w:sdt>"),
        [("insertion", "b", "Ada", HERE)],
    ),
    "a text box in it": (
        p(r("a") + ins(f"<w:r><w:pict><w:txbxContent>{p(r('b'))}</w:txbxContent></w:pict></w:r>")),
        [("insertion", "b¶", "Ada", "text box 1")],
    ),
    "of looks alone": (
        p(r("a", '<w:b/><w:rPrChange w:id="1" w:author="Ada"><w:rPr/></w:rPrChange>'))
        + '<w:p><w:pPr><w:pPrChange w:id="2" w:author="Ada"><w:pPr/></w:pPrChange></w:pPr></w:p>',
        [],
    ),
    "of white space": (p(r("a") + ins(r("  "))), []),
    "hidden": (p(r("a") + ins(r("b", "<w:vanish/>"))), []),
}  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), CHANGES.values(), ids=CHANGES)
def test_a_change_that_is_tracked_is_told(body, wanted):
    assert pending(body) == wanted


def test_a_change_in_a_note_is_told():
    notes = footnote(1, "x").replace(r(" x"), ins(r("not so")))
    assert pending(p(r("See") + ref(1)), notes) == [("insertion", "not so", "Ada", "note 1")]


def commented(comments: str) -> dict[str, str]:
    """The parts of a file that has these comments."""
    rows = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "footnotes", "comments")
    )
    return {
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>',
        "word/comments.xml": f'<w:comments xmlns:w="{W}">{comments}</w:comments>',
    }


def comment(number: int, text: str) -> str:
    sign = "<w:r><w:annotationRef/></w:r>"
    return f'<w:comment w:id="{number}" w:author="Bo" w:initials="B">{p(sign + r(text))}</w:comment>'


def edge(name: str, number: int) -> str:
    return f'<w:{name} w:id="{number}"/>'


def test_comments_are_told_with_what_they_are_about():
    around = edge("commentRangeStart", 4) + r("b ") + edge("commentRangeEnd", 4)
    body = (
        p(ins(r("x ")) + r("a ") + around + f"<w:r>{edge('commentReference', 4)}</w:r>" + r("c"))
        + p(r("d") + f"<w:r>{edge('commentReference', 5)}</w:r>")
        + p(r("e") + f"<w:r>{edge('commentReference', 6)}</w:r>")
    )
    data = word_file(body, **commented(comment(4, "Says who?") + comment(5, "No.") + comment(7, "Nowhere")))
    found = read(data).pending
    assert [(one.change.value, one.words, one.author, one.place) for one in found] == [
        ("insertion", "x", "Ada", "paragraph 1"),
        ("comment", "Says who?", "Bo", "paragraph 1"),
        ("comment", "No.", "Bo", "paragraph 2"),
    ]
    assert [(one.spot.story, one.spot.start, one.spot.end) for one in found] == [
        ("body", 0, 1), ("body", 4, 5), ("body", 9, 9),
    ]  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(["", "ins", "del", "to", "from"]), st.sampled_from(["a", "b “c”", "d"]))))
def test_the_text_reads_as_if_every_change_were_accepted(parts):
    made = {"": r, "ins": lambda text: ins(r(text)), "del": gone, "to": lambda text: moved("moveTo", r(text)),
            "from": lambda text: moved("moveFrom", r(text))}  # fmt: skip
    finished = read(word_file(p("".join(made[kind](text) for kind, text in parts))))
    accepted = read(word_file(p("".join(r(text) for kind, text in parts if kind not in {"del", "from"}))))
    assert (finished.claims, finished.prose) == (accepted.claims, accepted.prose)
    changed = "".join(text for kind, text in parts if kind in {"ins", "to"})
    told = [one for one in finished.pending if one.change in {"insertion", "move"}]
    assert "".join(one.words for one in told).replace(" ", "") == changed.replace(" ", "")
