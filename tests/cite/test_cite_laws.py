"""What holds of every citation, whatever a work holds."""

from itertools import pairwise

import briefs
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.cite import STYLES, Use, cite
from briefgen.model.source import Work
from briefgen.text import display

_WORKS = st.lists(briefs.WORKS, min_size=1, max_size=4)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


@given(_WORKS, st.lists(st.integers(0, 3), min_size=1, max_size=6), st.sampled_from(list(STYLES)))
@settings(max_examples=120, deadline=None)
def test_every_use_is_cited_and_every_work_is_listed_once(works: list[Work], order: list[int], style: str) -> None:
    uses = [
        Use(number, f"e{number}", str(at % len(works)), works[at % len(works)], f"p. {number}", "a name")
        for number, at in enumerate(order, start=1)
    ]
    cited = cite(uses, style)
    assert [(each.number, each.excerpt) for each in cited.citations] == [(use.number, use.excerpt) for use in uses]
    assert sorted(key for key, _ in cited.entries) == sorted({use.work_key for use in uses})
    assert cite(tuple(reversed(uses)), style) == cited


@given(briefs.WORKS, st.sampled_from(list(STYLES)))
@settings(max_examples=200, deadline=None)
def test_notes_and_entries_hold_the_work_s_own_words_in_one_line_of_merged_runs(work: Work, style: str) -> None:
    cited = cite([Use(1, "e", "w", work, "p. 7", "a name"), Use(2, "f", "w", work, "p. 8", "a name")], style)
    note, later = cited.citations
    entry = "".join(run.text for run in cited.entries[0][1])
    assert _letters(work.title) in _letters(entry)
    assert cited.in_text or _letters(work.title) in _letters(note.text)
    assert note.text == display(note.text) == "".join(run.text for run in note.runs)
    assert entry == display(entry)
    assert note.text[-1] in ".”’?!"
    assert "8" in later.text
    for runs in (note.runs, cited.entries[0][1]):
        assert all(run.text for run in runs)
        looks = [(run.italic, run.url) for run in runs]
        assert all(one != next_one for one, next_one in pairwise(looks))
