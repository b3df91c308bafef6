"""What a brief says of a source and of an excerpt, in plain words."""

from collections.abc import Iterator, Sequence
from datetime import date

from briefgen.model.attribution import Manner, Said
from briefgen.model.brief import Brief, Flag
from briefgen.model.source import Published, Work
from briefgen.text import display
from briefgen.typography import quoted

_STATUS = {"draft": "reports on a draft", "released": "reports on the released text"}
_REMARKS = {
    "leans": "leans on the sentence before it",
    "relative-date": "relative date",
    "office-ended": "no longer in office",
    "unsourced-number": "figure without a named source",
    "related": "found by a related term only",
    "told": "told before",
    "state-controlled": "state-controlled media",
}
"""What a reader must know besides the source line, which says what is undated, old or re-told."""
_PLAIN = frozenset({"office-ended", "told", "update", "state-controlled"})
"""Flags whose words are no words of the excerpt."""
_TOLD = frozenset({"undated", "stale", "retold", "pinned"})


def source_line(work: Work, name: str, said: Sequence[Said] = ()) -> str:
    """Say who says it, in what, where and when: "coast.example, as re-told by Ada Quill, “Ferries”, undated".

    `name` is what the source is called, for a work without a title. What `said` names stands first, and whose words
    they are: "The harbour master, quoted by Coast News, …", "in the words of Coast News".
    """
    speakers = [each for each in said if each.speaker.casefold() not in {who.casefold() for who in work.authors}]
    who = _who(work)
    parts = [*who, _what(work, name), *_where(work), _when(work)]
    if work.is_retold:
        parts[0] = f"as re-told {'by' if who else 'in'} {parts[0]}"
    line = ", ".join([*_originals(work), *parts])
    if speakers:
        line = f"{_speakers(speakers)}, {_by(speakers, work)} {line}"
    return display(line[:1].upper() + line[1:] if speakers else line)


def _speakers(said: Sequence[Said]) -> str:
    return listed([_speaker(each) for each in said])


def _speaker(said: Said) -> str:
    """Name a speaker, with his office of then, the document that he speaks in, and which sentences are his."""
    then = f"then {said.office}" if said.office else ""
    document = f"in {said.document}" if said.document else ""
    obtained = f"as obtained by {said.obtained}" if said.obtained else ""
    status = said.status if said.status not in f"{said.speaker} {said.document}".split() else ""
    words = ", ".join(part for part in (said.speaker, then, document) if part) + (f" ({status})" if status else "")
    place = f"{'sentence' if len(said.sentences) == 1 else 'sentences'} {listed([*map(str, said.sentences)])}"
    return ", ".join(part for part in (words, obtained) if part) + (f" ({place})" if said.sentences else "")


def _by(said: Sequence[Said], work: Work) -> str:
    """Say whose words they are: the speakers', or those of who tells what they said."""
    manners = {each.manner for each in said}
    if work.is_retold:
        return "by way of" if manners == {Manner.REPORTED} else "quoted by way of"
    if manners == {Manner.REPORTED}:
        return "in the words of"
    return f"quoted{'' if manners == {Manner.QUOTED} else ' in part'} {'by' if _who(work) else 'in'}"


def _originals(work: Work) -> list[str]:
    """Give what is re-told, and where that stood."""
    return [part for part in (quoted(work.retells) if work.retells else "", work.original) if part]


def _who(work: Work) -> list[str]:
    names = listed(work.authors)
    if names and work.agency:
        return [f"{names} ({work.agency})"]
    return [name for name in (names, work.agency) if name]


def _what(work: Work, name: str) -> str:
    status = f" ({_STATUS.get(work.status, work.status)})" if work.status else ""
    return (quoted(work.title) if work.title else name) + status


def _where(work: Work) -> list[str]:
    if not (work.publisher or _who(work)):
        return [work.site] if work.site else []
    said = {name.casefold() for name in (*work.authors, work.agency)}
    return [work.publisher] if work.publisher and work.publisher.casefold() not in said else []


def _when(work: Work) -> str:
    return long_date(work.published) if work.published else "undated"


def remarks(flags: Sequence[Flag]) -> Iterator[str]:
    """Say in plain words what a reader must know of an excerpt; flags of one kind make one remark."""
    for kind in dict.fromkeys(flag.kind for flag in flags if flag.kind not in _TOLD):
        about = [flag.words for flag in flags if flag.kind == kind and flag.words]
        if kind not in _PLAIN:
            about = [quoted(words) for words in about]
        name = _REMARKS.get(kind, kind)
        yield f"{name}: {' and '.join(about)}" if about else name


def weeks(brief: Brief) -> str:
    """Say in words what a chart of the weeks shows: for whoever cannot see it."""
    if not brief.weeks:
        return ""
    first, last = (long_date(week.monday) for week in (brief.weeks[0], brief.weeks[-1]))
    told = [f"{section.title}: {by_week(brief, at)}" for at, section in enumerate(brief.sections)]
    return f"Articles a week by topic, from the week of {first} to that of {last}. {'; '.join(told)}."


def by_week(brief: Brief, at: int) -> str:
    """Say in words how many articles of each week match the topic at this place; "none" where there are none."""
    held = [f"{week.counts[at]} (from {long_date(week.monday)})" for week in brief.weeks if week.counts[at]]
    return ", ".join(held) or "none"


def long_date(day: date | Published) -> str:
    """Give a date in words, as precisely as it is known: "6 March 2022", "March 2022", "2022"."""
    return (day if isinstance(day, Published) else Published(day.isoformat())).in_words


def listed(words: Sequence[str]) -> str:
    """Give words as a list in a sentence: "a", "a and b", "a, b and c"."""
    return " and ".join(", ".join(part) for part in (words[:-1], words[-1:]) if part)
