"""Dates that excerpts name, and articles by week: nothing is guessed, nothing left out."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.brief import timeline, weeks
from briefgen.brief.timeline import MOST_WEEKS
from briefgen.config import load
from briefgen.model.brief import Excerpt, Week
from briefgen.model.place import Selector, Span
from briefgen.pipeline.build import build

DAY = date(2026, 11, 22)


def events(*sentences):
    text = " ".join(sentences)
    starts = [text.index(each) for each in sentences]
    spans = [Span(start, start + len(each)) for start, each in zip(starts, sentences, strict=True)]
    excerpt = Excerpt("d", Selector(text, "", "", Span(0, len(text))), "t")
    return [(each.when.iso, each.sentence) for each in timeline([excerpt], lambda _: spans)]


def test_dates_stand_in_their_order_with_their_sentences():
    late, early = "The ferry sank on 4 May 2026.", "It was built in March 1998, and rebuilt in 2011年3月."
    assert events(late, early) == [("1998-03", early), ("2011-03", early), ("2026-05-04", late)]


@pytest.mark.parametrize(
    "words", ["It sank on Tuesday.", "It sank on 3 June.", "It sank on 03/06/2022.", "It sank on 31 June 2022."]
)
def test_what_does_not_say_one_day_of_the_calendar_is_no_date(words):
    assert events(words) == []


@given(st.lists(st.lists(st.dates(DAY - timedelta(days=400), DAY), max_size=5), min_size=1, max_size=3))
def test_every_article_of_the_last_weeks_is_counted_once(days):
    counted = weeks(days, DAY)
    oldest = date(2026, 11, 16) - timedelta(weeks=MOST_WEEKS - 1)
    for at, each in enumerate(days):
        assert sum(week.counts[at] for week in counted) == sum(day >= oldest for day in each)
    assert all(later.monday - week.monday == timedelta(7) for week, later in pairwise(counted))
    assert len(counted) <= MOST_WEEKS


def test_weeks_begin_on_monday_and_those_without_an_article_are_there():
    assert weeks([[date(2026, 11, 8), date(2026, 11, 22)]], DAY) == (
        Week(date(2026, 11, 2), (1,)),
        Week(date(2026, 11, 9), (0,)),
        Week(date(2026, 11, 16), (1,)),
    )


def test_a_brief_has_them_when_its_config_says_so(tmp_path):
    (tmp_path / "seeds").mkdir()
    note = "---\ntitle: Ferries\npublished: 2026-11-10\n---\n\nThe ferry of Calder was built in March 1998.\n"
    (tmp_path / "seeds" / "a.txt").write_text(note, "utf-8")
    path = tmp_path / "port.yaml"
    held = {}
    for switch in ("yes", "no"):
        path.write_text(
            f"title: P\ntimeline: {switch}\nsources: seeds\ntopics:\n  - title: Ferries\n    about: [ferry]\n"
        )
        done = build(load(path), DAY, tmp_path / switch)
        held[switch] = next(placed.path for placed in done.placed if placed.path.suffix == ".md").read_text("utf-8")
        assert not [each for each in done.warnings if "unknown" in each or "uncited" in each]
    assert "| March 1998 | The ferry of Calder was built in March 1998. | 1 |" in held["yes"]
    assert "| Ferries | 1 (from 9 November 2026) | 1 |" in held["yes"]
    assert "Dates named" not in held["no"]
