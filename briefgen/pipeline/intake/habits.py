"""What recurs in the texts of one publisher, among the sources of one reading, and whom that concerns.

Who the publisher is, is asked of tables and readers alone: what a text says of it depends on its blocks, and these on
the habits. Of a large publisher the texts with the least digests are looked at, which is a sample that no order of
reading has a say in, and that few new files change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from briefgen import clean, sources
from briefgen.corpus import Corpus
from briefgen.model.source import Work
from briefgen.text import digest

SIGN = " habits "
"""Stands in an entry's rules before the sign of the habits."""
SAMPLE = 200
"""So many texts of a publisher are looked at."""


@dataclass(frozen=True, slots=True)
class Member:
    """A source whose blocks its text alone tells: its names, its text, whose it is, and what it was marked with.

    `rules` are those without habits, `habits` the sign of these. Where it is new or renewed, it is not unchanged.
    """

    key: str
    path: Path
    document: str
    publisher: str
    rules: str
    habits: str = ""
    is_unchanged: bool = False


class Habits(NamedTuple):
    """The habits of a publisher, and the texts they were found in, by a digest; empty where these are too few."""

    sample: str = ""
    lines: frozenset[str] = frozenset()

    @property
    def sign(self) -> str:
        """What an entry's rules end with: the sample, and the lines if there are any; empty without a sample."""
        return f"{SIGN}{self.sample} {self._lines}".rstrip() if self.sample else ""

    @property
    def _lines(self) -> str:
        return digest("\n".join(sorted(self.lines))) if self.lines else ""

    def changes(self, member: Member) -> bool:
        """Say whether a member was marked with other lines."""
        return member.habits.partition(" ")[2] != self._lines


def publisher(key: str, *works: Work) -> str:
    """Say whose a source is: its publisher, else the host of its address, else the folder or the file it stands in."""
    work = sources.merge(*works)
    try:
        host = urlsplit(work.url).hostname or ""
    except ValueError:
        host = ""
    return work.publisher.casefold() or host.removeprefix("www.") or str(PurePosixPath(key).parent)


def accustomed(corpus: Corpus, members: Iterable[Member]) -> Iterator[tuple[Member, Habits]]:
    """Give those who were not marked with the habits that their publisher has in these sources, and these habits.

    A look is enough where the sample is as it was: the habits depend on nothing else.
    """
    groups: dict[str, list[Member]] = {}
    for member in members:
        groups.setdefault(member.publisher, []).append(member)
    for group in groups.values():
        ids = sorted({member.document for member in group})[:SAMPLE]
        sample = digest("\n".join(ids)) if len(ids) >= clean.LEAST else ""
        stale = [member for member in group if member.habits.partition(" ")[0] != sample]
        if stale:
            lines = clean.habits(corpus.document(each).text for each in ids) if sample else frozenset[str]()
            yield from ((member, Habits(sample, lines)) for member in stale)
