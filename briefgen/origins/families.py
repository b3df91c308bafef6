"""Families: the documents of a scope, sorted by the origin of their story."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from briefgen import agencies
from briefgen.model.origin import Family, Kinship, Member, Trace
from briefgen.model.source import Appearance, Work
from briefgen.origins import links
from briefgen.origins.likeness import neighbours, resemblance

COPY = 0.7
"""Likeness from which a text is a copy, whoever prints it. One outlet's running story, which repeats its background,
stays below (at most .60 among 3,824 articles of nine outlets)."""
SHARED = 0.3
"""Likeness from which two outlets print what one origin wrote: the words of a wire, cut and told on."""
LINKED = 0.1
"""Likeness that is enough where a text says itself on whose report it rests, or where two stand at one address."""
DAYS = 7
"""How long after an agency's story others rest on it, at most."""
MOST = 500
"""So many of an agency's stories of one day, or without a date, are compared with a text that rests on one."""

Traces = Mapping[str, Trace]


def families(scope: Sequence[Appearance], traces: Traces) -> tuple[Family, ...]:
    """Sort the documents of `scope`, each given once, into families, in the order of their best members.

    The best member is none that re-tells another, then an agency's own page, then what most is known of, then the
    fullest, then the earliest. The result does not depend on the order of `scope`.
    """
    kin = _Kin(sorted(scope, key=lambda each: (each.path, each.document)), traces)
    placed: set[str] = set()
    found = []
    ordered = sorted(kin.works, key=kin.rank)
    place = {document: i for i, document in enumerate(ordered)}
    for best in ordered:
        if best not in placed:
            members = sorted(kin.of(best) - placed, key=place.__getitem__)
            placed.update(members)
            found.append(kin.family(members))
    return tuple(found)


class _Kin:
    """The ties between the documents of a scope, by document."""

    def __init__(self, scope: Sequence[Appearance], traces: Traces) -> None:
        self.works = {each.document: each for each in scope}
        self._traces = {key: _signed(traces.get(key, Trace()), each.work) for key, each in self.works.items()}
        self._alike: defaultdict[str, set[str]] = defaultdict(set)
        self._linked: defaultdict[str, set[str]] = defaultdict(set)
        self._retelling: set[str] = set()
        self._revised: set[str] = set()
        self._note_copies()
        self._note_retellings([*links.retellings(scope), *self._resting()])
        self._note_versions(scope)

    def rank(self, document: str) -> tuple[object, ...]:
        """Give what documents are ordered by, the one to quote first."""
        seen, trace = self.works[document], self._traces[document]
        work = seen.work
        owed = work.author or work.agency or work.publisher
        return (
            document in self._revised,
            document in self._retelling or work.is_retold,
            not agencies.named(work.publisher),
            sum(not known for known in (work.title, work.published, owed)),
            -trace.words,
            work.published.iso if work.published else "9",
            seen.path,
        )

    def of(self, best: str) -> set[str]:
        """Give the family of a document: what is tied to it, and what is linked to these, at any remove."""
        found: set[str] = set()
        ahead = [best, *self._alike[best]]
        while ahead:
            key = ahead.pop()
            if key not in found:
                found.add(key)
                ahead += self._linked[key]
        return found

    def family(self, members: Sequence[str]) -> Family:
        """Make the family of some documents, the best first."""
        kinds = [Kinship.BEST, *(self._kinship(key) for key in members[1:])]
        wires = dict.fromkeys(agency for key in members for agency in self._traces[key].carried)
        return Family(tuple(map(Member, members, kinds)), tuple(wires))

    def _kinship(self, document: str) -> Kinship:
        if document in self._revised:
            return Kinship.VERSION
        is_retelling = document in self._retelling or self.works[document].work.is_retold
        return Kinship.RETELLING if is_retelling else Kinship.COPY

    def _note_copies(self) -> None:
        for one, other in neighbours({key: trace.minhash for key, trace in self._traces.items()}):
            alike = self._resemblance(one, other)
            if alike >= COPY or (
                alike >= SHARED and links.are_two_outlets(self.works[one].work, self.works[other].work)
            ):
                self._alike[one].add(other)
                self._alike[other].add(one)

    def _note_retellings(self, told: Sequence[tuple[str, str]]) -> None:
        for document, original in told:
            self._retelling.add(document)
            self._link(document, original)

    def _note_versions(self, scope: Sequence[Appearance]) -> None:
        """Note what was revised: of works at one address that are alike, all but the newest."""
        for group in links.sharing_address(scope):
            newest = max(group, key=_newness)
            for each in group:
                same_title = bool(each.work.title) and each.work.title == newest.work.title
                if each is not newest and (same_title or self._resemblance(each.document, newest.document) >= LINKED):
                    self._revised.add(each.document)
                    self._link(each.document, newest.document)

    def _link(self, one: str, other: str) -> None:
        self._linked[one].add(other)
        self._linked[other].add(one)

    def _resting(self) -> Iterator[tuple[str, str]]:
        """Give (document, the agency's story it re-tells) where it says that it rests on an agency's report."""
        carriers: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for key, trace in self._traces.items():
            for agency in trace.carried:
                carriers[agency, self._day(key)].append(key)
        for key, trace in self._traces.items():
            near = [
                other
                for agency in trace.cited
                if agency not in trace.carried
                for day in self._days(key)
                for other in islice(carriers.get((agency, day), ()), MOST)
                if other != key
            ]
            scores = [(self._resemblance(key, other), other) for other in near]
            alike, other = max(scores, default=(0.0, ""))
            if alike >= LINKED:
                yield key, other

    def _day(self, document: str) -> int:
        """Give the day of a document, counted; 0 without one."""
        published = self.works[document].work.published
        return published.earliest.toordinal() if published else 0

    def _days(self, document: str) -> tuple[int, ...]:
        """Give the days of stories that a document may rest on: its own, those before it, and none."""
        day = self._day(document)
        return (0, *range(max(1, day - DAYS), day + 1))

    def _resemblance(self, one: str, other: str) -> float:
        return resemblance(self._traces[one].minhash, self._traces[other].minhash)


def _signed(trace: Trace, work: Work) -> Trace:
    """Give a trace with the agency that the work names, which tells better than the text."""
    agency = agencies.named(work.agency) or agencies.named(work.original)
    return replace(trace, carried=(agency,)) if agency else trace


def _newness(seen: Appearance) -> tuple[str, str]:
    return (seen.work.published.iso if seen.work.published else "", seen.path)
