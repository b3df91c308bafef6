"""The dates that excerpts name, in their order; and how many articles spoke of each topic, week by week."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from briefgen import dates
from briefgen.model.brief import Event, Excerpt, Week
from briefgen.model.place import Span
from briefgen.model.source import Published
from briefgen.text import display

MOST_WEEKS = 26
"""So many weeks, the last ones, are counted."""


def timeline(excerpts: Iterable[Excerpt], sentences: Callable[[Excerpt], Sequence[Span]]) -> tuple[Event, ...]:
    """Give the dates written out in excerpts, with their year, from the earliest; `sentences` are those of an excerpt.

    A date that can be read two ways, and whatever is said relative to another day, is none: nothing is guessed. A
    date stands once for each sentence.
    """
    found = {event: None for excerpt in excerpts for event in _events(excerpt, sentences(excerpt))}
    return tuple(sorted(found, key=lambda each: (each.when.earliest, each.when.latest)))


def _events(excerpt: Excerpt, sentences: Sequence[Span]) -> Iterator[Event]:
    start = excerpt.selector.span.start
    for span in sentences:
        words = display(excerpt.selector.exact[span.start - start : span.end - start])
        for written in dates.written(words):
            if len(written.readings) == 1:
                yield Event(Published(written.readings[0]), words, excerpt.id)


def weeks(days: Sequence[Sequence[date]], until: date) -> tuple[Week, ...]:
    """Count the days of each topic by week, from Monday, up to the week of `until`, those without any too.

    Nothing where none of the last weeks has any.
    """
    last = _monday(until)
    oldest = last - timedelta(weeks=MOST_WEEKS - 1)
    held = [monday for each in days for day in each if oldest <= (monday := _monday(day)) <= last]
    if not held:
        return ()
    first = min(held)
    mondays = (first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1))
    return tuple(
        Week(monday, tuple(sum(_monday(day) == monday for day in each) for each in days)) for monday in mondays
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
