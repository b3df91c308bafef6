"""What holds for every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.clean import describe, mark
from briefgen.clean.phrases import Kind, of_line
from briefgen.model.place import Span
from briefgen.model.source import Basis, Block, Role
from briefgen.text import canonicalise

LINES = st.sampled_from(
    [
        "Boats come home at last",
        "The boats left early and came back late. Nobody had counted them, and nobody would.",
        "By Mira Oduya",
        "15:45 JST, March 6, 2022",
        "Source: .",
        "- ",
        "-",
        "* Herring is dear",
        "Most read",
        "Leave a Reply",
        "© 2022",
        "About Mira Oduya",
        "灯台条約が発効した。",
        "",
        "   ",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=25).map("\n".join),
    st.lists(LINES, max_size=25).map("\n\n".join),
).map(canonicalise)


@given(TEXTS)
def test_blocks_are_in_order_do_not_overlap_and_cover_every_word(text):
    blocks = mark(text)
    covered = [i for block in blocks for i in range(block.span.start, block.span.end)]
    assert covered == sorted(set(covered))
    assert all(text[i].isspace() for i in set(range(len(text))) - set(covered))
    assert all(block.span.of(text).strip() == block.span.of(text) != "" for block in blocks)


@given(TEXTS)
def test_marking_is_a_function_of_the_text(text):
    assert mark(text) == mark(text)


@given(TEXTS, st.data())
def test_hints_are_kept_as_they_are(text, data):
    words = [Block(block.span, data.draw(st.sampled_from(Role))) for block in mark(text)]
    hints = [hint for hint in words if data.draw(st.booleans())]
    assert set(hints) <= set(mark(text, hints))


@given(TEXTS)
def test_what_is_known_has_a_basis_and_stands_in_the_text(text):
    work = describe(text, mark(text))
    for field, basis in work.bases:
        value = getattr(work, field)
        assert value
        assert basis is Basis.TEXT
        if field in {"title", "publisher", "agency"}:
            assert value in " ".join(text.split())


@given(st.text(max_size=400))
def test_phrases_hold_for_any_line(words):
    assert of_line(" ".join(words.split())) in {None, *Kind}


HOSTILE = {
    "one long word": "a" * 200_000,
    "bars": ("|a" * 100 + "\n") * 1_000,
    "bylines": ("By " * 60 + "\n") * 1_000,
    "dates": ("March 6, 2022 " * 14 + "\n") * 1_000,
    "copyrights": ("copyright " * 20 + "\n") * 1_000,
    "spaces": "a" + " " * 200_000 + "b",
    "brackets": ("(" * 190 + "\n") * 1_000,
    "openers": "\n".join("get " * 40 + str(n) for n in range(1_000)),
    "contributors": "\n".join("x " * 60 + f"contributed to this{n}" for n in range(1_000)),
    "short lines": "a\n" * 50_000,
    "crumbs": ("home " + "/ a" * 22 + "/" + "b" * 60 + "\n") * 100,
    "crumbs and spaces": ("»  " * 60 + "b" * 60 + "\n") * 100,
    "bullets": "-\n" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_through(text):
    # A pattern that took time beyond the length would not come to an end here.
    blocks = mark(text, [Block(Span(0, 1), Role.PARAGRAPH)])
    describe(text, blocks)
    assert len(blocks) > 1
