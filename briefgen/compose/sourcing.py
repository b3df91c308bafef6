"""What may be said of a brief's sources as a whole, made from what is known of them.

After the source summary statement of ICD 206 (Sourcing Requirements for Disseminated Analytic Products, D.6) and
ICS 206-01: which sources matter most, how current they are, what access they have and what is known of their quality.
What facts cannot tell (motives, bias, deception) is left to the analyst, and that is said.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from briefgen.compose.wording import listed
from briefgen.counting import count
from briefgen.model.brief import Brief, Listed
from briefgen.model.source import Published, Work
from briefgen.text import display
from briefgen.typography import quoted

_MOST = 3
"""So many publishers, or works, a sentence names."""
_LEFT = "Motives, bias and deception are not judged here: that is the analyst’s."


def statement(brief: Brief) -> tuple[str, ...]:
    """Give the sentences of the source summary statement; without a quoted source there are none."""
    rows = [row for row in brief.sources if row.numbers]
    if not rows:
        return ()
    works = [row.appearance.work for row in rows]
    lines = (_extent(rows), _weight(rows), _currency(works), _access(rows), _grades(rows), _bases(works), _LEFT)
    return tuple(line for line in lines if line)


def _extent(rows: Sequence[Listed]) -> str:
    quoted = sum(len(row.numbers) for row in rows)
    by = Counter(_originator(row.appearance.work) or "an unnamed publisher" for row in rows)
    extent = f"{count(quoted, 'excerpt')} from {count(len(rows), 'source')}"
    if _MOST < len(by) == len(rows):
        return f"{extent}, each of another originator."
    named = [f"{name} ({number})" for name, number in _ranked(by)[:_MOST]]
    named += [count(len(by) - _MOST, "other")] * (len(by) > _MOST)
    return f"{extent}, by originator: {listed(named)}."


def _weight(rows: Sequence[Listed]) -> str:
    """Say on what the brief rests most: what is quoted more than once."""
    most = sorted((row for row in rows if len(row.numbers) > 1), key=lambda row: (-len(row.numbers), row.numbers))
    named = [f"{_name(row)} ({count(len(row.numbers), 'excerpt')})" for row in most[:_MOST]]
    return f"It rests most on {listed(named)}." if named else "No source is quoted more than once."


def _currency(works: Sequence[Work]) -> str:
    dates = sorted((work.published for work in works if work.published), key=_by_day)
    undated = f"{count(len(works) - len(dates), 'source')} undated" if len(dates) < len(works) else "none undated"
    if not dates:
        return f"No source is dated: {undated}."
    span = f"from {dates[0].in_words}" + (f" to {dates[-1].in_words}" if len(dates) > 1 else "")
    return f"Published {span}; {undated}."


def _access(rows: Sequence[Listed]) -> str:
    """Say how near the sources stand to what they tell, and which of them a state controls."""
    works = [row.appearance.work for row in rows]
    counts = {
        "At second hand, by re-telling another work": sum(work.is_retold for work in works),
        "Of a news agency": sum(bool(work.agency) for work in works),
        "Of media that a state controls": sum(bool(row.state) for row in rows),
    }
    told = [f"{what}: {count(number, 'source')}." for what, number in counts.items() if number]
    first = [] if any(work.is_retold for work in works) else ["No source says that it re-tells another work."]
    return " ".join(first + told)


def _grades(rows: Sequence[Listed]) -> str:
    """Count the sources by their own grade, else by the reliability of their publisher."""
    graded = [display(row.appearance.work.grade) or row.reliability for row in rows]
    grades = Counter(filter(None, graded))
    if not grades:
        return "No source has been graded."
    named = [f"{grade} ({number})" for grade, number in sorted(grades.items())]
    return f"Graded by the desk: {listed(named)}; {len(rows) - grades.total() or 'none'} not graded."


def _bases(works: Sequence[Work]) -> str:
    """Say how far what is known of the works can be trusted: what nobody stated is weak."""
    weak = sum(any(basis.confidence == "weak" for _, basis in work.bases) for work in works)
    return f"Part of what is known of {count(weak, 'source')} is read from the text itself." if weak else ""


def _originator(work: Work) -> str:
    return display(work.agency or work.publisher or work.site or work.author)


def _name(row: Listed) -> str:
    work = row.appearance.work
    return quoted(work.title) if work.title else row.appearance.path.rsplit("/", 1)[-1]


def _ranked(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))


def _by_day(published: Published) -> tuple[date, date]:
    return published.earliest, published.latest
