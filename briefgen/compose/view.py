"""A brief as a template sees it. `docs/templates.md` lists every field."""

from collections.abc import Iterable, Iterator, Sequence

from briefgen import marks
from briefgen.compose import prose, sourcing, wording
from briefgen.compose.standins import StandIns
from briefgen.compose.values import Prose, Quotable, Thing, Value, Words
from briefgen.model.attribution import Said
from briefgen.model.brief import Brief, Event, Excerpt, Flag, Grounds, Listed, Run, Section, Week, Withheld
from briefgen.model.source import FIELDS, Work
from briefgen.model.tree import Chart
from briefgen.text import display

MOST_NAMED = 4
"""So many of those that say the same are named under an excerpt."""
_LINES = ("name", "title", "subtitle", "audience", "handling", "language")


def view(brief: Brief, standins: StandIns) -> Thing:
    """Give the brief with everything in it that a template may read."""
    return _Viewer(brief, standins).brief()


class _Viewer:
    """Makes the views of one brief; each excerpt has one."""

    def __init__(self, brief: Brief, standins: StandIns) -> None:
        self._brief, self._standins = brief, standins
        self._seen = {row.appearance.document: row.appearance for row in reversed(brief.sources)}
        self._sources = tuple(self._source(row, number) for number, row in enumerate(brief.sources, start=1))
        self._rows = {row.appearance.document: seen for row, seen in zip(brief.sources, self._sources, strict=True)}
        self._notes = {citation.excerpt: citation.runs for citation in brief.citations}
        self._excerpts = {excerpt.id: self._excerpt(excerpt) for excerpt in brief.excerpts}
        self._most = max((number for week in brief.weeks for number in week.counts), default=0)

    def brief(self) -> Thing:
        """Give the brief. Its lists of excerpts are in the order of a page, and each excerpt is in the first only."""
        brief = self._brief
        printed: set[str] = set()
        points = self._first(brief.key_points, printed)
        sections = tuple(self._section(section, at, printed) for at, section in enumerate(brief.sections))
        return Thing(
            "the brief",
            {
                **{name: self._words(getattr(brief, name)) for name in _LINES},
                "as_of": brief.as_of,
                "summary": self._analyst(brief.summary, 0),
                "grounds": self._grounds(brief.grounds) if brief.grounds else None,
                "key_points": points,
                "sections": sections,
                "annex": self._first(brief.annex, printed),
                "excerpts": tuple(self._excerpts.values()),
                "sources": self._sources,
                "withheld": tuple(self._withheld(each) for each in brief.withheld),
                "statement": self._all(sourcing.statement(brief)),
                "warnings": self._all(brief.warnings),
                "in_text": brief.in_text,
                "timeline": tuple(self._event(event) for event in brief.timeline),
                "weeks": tuple(self._week(each) for each in brief.weeks),
                "weeks_in_words": self._words(wording.weeks(brief)),
            },
        )

    def _words(self, text: str) -> Words:
        return Words(self._standins, text)

    def _all(self, texts: Iterable[str]) -> tuple[Words, ...]:
        return tuple(self._words(text) for text in texts)

    def _analyst(self, markdown: str, place: int) -> Prose:
        return Prose(self._standins, prose.own(markdown, f"s{place}"))

    def _first(self, keys: Iterable[str], printed: set[str]) -> tuple[Value, ...]:
        """Give the excerpts that are printed here for the first time; `printed` takes them up."""
        new = [key for key in dict.fromkeys(keys) if key not in printed]
        printed.update(new)
        return self._quoted(new)

    def _quoted(self, keys: Iterable[str]) -> tuple[Value, ...]:
        return tuple(self._excerpts[key] for key in keys)

    def _section(self, section: Section, place: int, printed: set[str]) -> Thing:
        whole = dict.fromkeys((*section.excerpts, *section.background))
        return Thing(
            "a section",
            {
                "topic": self._words(section.topic),
                "title": self._words(section.title),
                "question": self._words(section.question),
                "assessment": self._analyst(section.assessment, place + 1),
                "above": self._quoted([key for key in self._excerpts if key in whole and key in printed]),
                "excerpts": self._first(section.excerpts, printed),
                "background": self._first(section.background, printed),
                "all": self._quoted(whole),
                "remarks": self._all(section.remarks),
                "articles": sum(week.counts[place] for week in self._brief.weeks),
                "chart": self._chart(section, place),
            },
        )

    def _chart(self, section: Section, place: int) -> Prose:
        """Give the chart of a topic, on the scale of all; nothing where no article of the weeks matches it."""
        counts = tuple(week.counts[place] for week in self._brief.weeks)
        if not any(counts):
            return Prose(self._standins, "")
        title = marks.ANY.sub("\ufffd", section.title)
        words = wording.by_week(self._brief, place)
        drawn = Chart(title, words, self._brief.weeks[0].monday, self._most, counts)
        return Prose(self._standins, marks.chart(drawn))

    def _excerpt(self, excerpt: Excerpt) -> Quotable:
        fields = {
            "id": self._words(excerpt.id),
            "number": excerpt.number,
            "topic": self._words(excerpt.topic),
            "page": excerpt.page,
            "paragraph": excerpt.paragraph,
            "start": excerpt.selector.span.start,
            "end": excerpt.selector.span.end,
            "source": self._rows.get(excerpt.document),
            "score": excerpt.score,
            "flags": tuple(self._flag(flag) for flag in excerpt.flags),
            "remarks": self._all((*wording.remarks(excerpt.flags), *_also(excerpt))),
            "also": self._all(each.name for each in excerpt.also),
            "translation": self._words(excerpt.translation.line if excerpt.translation else ""),
            "note": self._runs(self._notes.get(excerpt.id, ())),
            "speakers": self._all(each.speaker for each in excerpt.said),
            **self._cited(excerpt.document, excerpt.said),
        }
        return Quotable(self._standins, excerpt, fields)

    def _cited(self, document: str, said: Sequence[Said] = ()) -> dict[str, object]:
        work, title = self._work_and_title(document)
        return {
            "title": self._words(title),
            "work": self._work(work),
            "source_line": self._words(wording.source_line(work, title, said)),
        }

    def _work_and_title(self, document: str) -> tuple[Work, str]:
        """Give the work that a document is cited as, and its title or the name of its file."""
        if document not in self._seen:
            return Work(), "untitled"
        seen = self._seen[document]
        return seen.work, seen.work.title or seen.name

    def _work(self, work: Work) -> Thing:
        words = {name: self._words(getattr(work, name)) for name in FIELDS if name != "published"}
        return Thing("a work", {**words, "authors": self._all(work.authors), "published": work.published})

    def _event(self, event: Event) -> Thing:
        excerpt = self._excerpts[event.excerpt]
        return Thing("a date", {"when": event.when, "sentence": self._words(event.sentence), "excerpt": excerpt})

    def _week(self, week: Week) -> Thing:
        return Thing("a week", {"monday": week.monday, "counts": week.counts, "total": sum(week.counts)})

    def _flag(self, flag: Flag) -> Thing:
        return Thing("a flag", {"kind": self._words(flag.kind), "words": self._words(flag.words)})

    def _withheld(self, withheld: Withheld) -> Thing:
        return Thing("a withheld passage", {"why": self._words(withheld.why), **self._cited(withheld.excerpt.document)})

    def _grounds(self, grounds: Grounds) -> Thing:
        return Thing(
            "what the brief rests on",
            {
                "documents": grounds.documents,
                "origins": grounds.origins,
                "newest": grounds.newest,
                "oldest": grounds.oldest,
                "undated": len(grounds.undated),
                "retold": len(grounds.retold),
                "lines": self._all(grounds.lines),
            },
        )

    def _source(self, row: Listed, number: int) -> Thing:
        work = row.appearance.work
        title = display(work.title) or row.appearance.name
        publisher = ", ".join(dict.fromkeys(name for name in (work.agency, work.publisher) if name)) or work.site
        return Thing(
            "a source",
            {
                "number": number,
                "title": self._words(title),
                "linked": self._runs((Run(title, url=work.url),)),
                "publisher": self._words(publisher),
                "retold": self._words(work.original or work.retells),
                "published": work.published,
                "numbers": row.numbers,
                "also": tuple(self._words(f"{each.name} ({each.kinship})") for each in row.also),
                "address": self._runs((Run(work.url, url=work.url),) if work.url else ()),
                "entry": self._runs(row.entry),
                "reliability": self._words(row.reliability),
                "state": self._words(row.state),
                "path": self._words(row.appearance.path),
                "sha256": self._words(row.appearance.sha256),
                "retrieved": row.retrieved,
                "work": self._work(work),
            },
        )

    def _runs(self, runs: Iterable[Run]) -> Prose:
        return Prose(self._standins, "".join(_run(run) for run in runs))


def _also(excerpt: Excerpt) -> Iterator[str]:
    """Say which other origins say the same as an excerpt."""
    if names := list(dict.fromkeys(each.name for each in excerpt.also)):
        shown = [*names[:MOST_NAMED], *([f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else [])]
        yield f"also: {wording.listed(shown)}"


def _run(run: Run) -> str:
    """Give a run as Markdown; the white space at its edges stands outside of what marks it."""
    words = marks.ANY.sub("\ufffd", run.text)
    core = words.strip()
    if not core:
        return " " if words else ""
    said = marks.data(core)
    if run.url:
        said = f"[{said}]({marks.data(marks.ANY.sub(chr(0xFFFD), run.url))})"
    if run.italic:
        said = f"*{said}*"
    return (" " if words[0].isspace() else "") + said + (" " if words[-1].isspace() else "")
