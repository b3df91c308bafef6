"""What of the candidates is new: what earlier editions told is left out, or comes back as an update."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen import origins, select
from briefgen.model.brief import Flag
from briefgen.model.claim import Statement
from briefgen.model.origin import Family
from briefgen.model.place import Span
from briefgen.model.source import Appearance, Source
from briefgen.pipeline.earlier import Earlier, Told
from briefgen.pipeline.evidence.shelf import Read
from briefgen.proof.unevidenced import unevidenced
from briefgen.text import display
from briefgen.words import content

Barred = Mapping[select.Place, str]
"""Why what stands at a place is not told again."""
_Verdict = tuple[Flag | None, str]
"""The flag of an update, or why a candidate is not told again; neither for what is simply new."""
_NEW: _Verdict = (None, "")
_NEWS = ("name", "number")
"""What makes an update of words that were told: a date alone does not."""


class News:
    """What `earlier` editions told, held against the candidates of one brief; `works` are those of its documents."""

    def __init__(self, earlier: Earlier, works: Sequence[Appearance], families: Mapping[str, Family]) -> None:
        self.last = earlier.last
        self._earlier, self._families = earlier, families
        self._outlets = {each.document: origins.outlet(each.work) for each in works}
        self._elsewhere = [_elsewhere(each) for each in earlier.told]

    def sift(
        self, parts: Sequence[Sequence[select.Candidate]], speaking: Sequence[Read], rarities: Mapping[str, float]
    ) -> tuple[list[list[select.Candidate]], Barred]:
        """Give the candidates, updates flagged as such, and which of them are not told again, and why.

        Each of the `parts` is chosen from by itself, and only what `select.choose` could choose of it is looked at.
        `speaking` are their articles.
        """
        there = {read.source.document.id: read for read in speaking}
        told = select.Indexed(self._told(there), select.Compared(rarities))
        barred: dict[select.Place, str] = {}
        sifted = []
        for part in parts:
            least = select.WORTH * max((each.score for each in part), default=0.0)
            verdicts = [self._verdict(each, told, there) if each.score >= least else _NEW for each in part]
            pairs = zip(part, verdicts, strict=True)
            sifted.append([each.flagged(flag) if flag else each for each, (flag, _) in pairs])
            barred |= {each.place: why for each, (_, why) in zip(part, verdicts, strict=True) if why}
        return sifted, barred

    def marked(self, pinned: Sequence[select.Candidate]) -> list[select.Candidate]:
        """Give what a person pinned, which stands in any case; what an earlier edition has is flagged."""
        return [each.flagged(flag) if (flag := self._repetition(each)) else each for each in pinned]

    def _repetition(self, candidate: select.Candidate) -> Flag | None:
        places = ((each.printed.document, each.printed.span, each.day) for each in self._earlier.told)
        days = (day for key, span, day in places if key == candidate.document and span.touches(candidate.span))
        day = next(days, "")
        return Flag("told", f"in the edition of {day}") if day else None

    def _told(self, there: Mapping[str, Read]) -> list[select.Candidate]:
        """Give what was told as candidates: in its sentences where its document was read, else as words alone."""
        return [
            _standing(each, there[each.printed.document]) if each.printed.document in there else elsewhere
            for each, elsewhere in zip(self._earlier.told, self._elsewhere, strict=True)
        ]

    def _verdict(self, candidate: select.Candidate, told: select.Indexed, there: Mapping[str, Read]) -> _Verdict:
        arrived = self._earlier.arrived
        if arrived is not None and candidate.document not in arrived:
            return None, f"had arrived before the edition of {self.last}"
        by = [self._earlier.told[index] for index in told.told_by(candidate)]
        if not by:
            return _NEW
        first, words = by[0], candidate.span.of(there[candidate.document].source.document.text)
        is_same = any(each.printed.document == candidate.document for each in by)
        if is_same or not (news := [*self._news(there[candidate.document].source, display(words), by)]):
            return None, f"was told in the edition of {first.day} ({first.edition})"
        return Flag("update", f"new since {first.day}: {', '.join(news)}"), ""

    def _news(self, source: Source, words: str, by: Sequence[Told]) -> Iterator[str]:
        """Name what is new in words that were told: numbers and names, and who tells them now."""
        lacking = unevidenced((Statement(words, ""),), [each.printed.words for each in by])
        yield from (f"“{each.words}”" for each in lacking if each.kind in _NEWS)
        outlet, outlets = self._outlets[source.document.id], {each.printed.outlet.casefold() for each in by}
        is_known = outlet and "" not in outlets
        if is_known and outlet.casefold() not in outlets and not self._is_kin(source, by):
            yield f"told by {outlet}"

    def _is_kin(self, source: Source, by: Sequence[Told]) -> bool:
        """Say whether a source may tell the story of one that was told, which may have left the scope since.

        Of one that the corpus has no more this cannot be told, and no new origin is claimed.
        """
        document, told = source.document.id, {each.printed.document for each in by}
        if not told.isdisjoint(member.document for member in self._families[document].members):
            return True
        left = [self._earlier.source(key) for key in sorted(told - self._outlets.keys())]
        group = [source, *(each for each in left if each)]
        if len(group) <= len(left):
            return True
        traces = {each.document.id: origins.trace(each.document.text, each.blocks) for each in group}
        families = origins.families([each.appearance for each in group], traces)
        return any(len(each.members) > 1 for each in families if document in {one.document for one in each.members})


def _standing(told: Told, read: Read) -> select.Candidate:
    """Make a candidate of an excerpt whose document was read: the sentences that it touches."""
    held = [i for i, each in enumerate(read.passages) if each.span.touches(told.printed.span)]
    if not held:  # its sentences are no body text any more
        return _elsewhere(told)
    first, last = held[0], held[-1]
    stems = read.contents[first : last + 1]
    return replace(_elsewhere(told), first=first, last=last, span=told.printed.span, stems=stems)


def _elsewhere(told: Told) -> select.Candidate:
    """Make a candidate of the words of an excerpt, which stands before every sentence of its document."""
    nowhere = Span(0, 0)
    stems = (frozenset(content(told.printed.words)),)
    return select.Candidate(told.printed.document, -1, -1, nowhere, nowhere, 0, 0.0, (), stems)
