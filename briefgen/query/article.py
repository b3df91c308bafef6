"""An article as queries see it: where each word stands, found in one step."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from briefgen.model.place import Span
from briefgen.model.source import Role, Source, Work
from briefgen.words import Token, stems, tokens


def as_it_stands(text: str) -> tuple[str, ...]:
    """Give the words of `text` lower-cased and unstemmed, one for each token: what literal phrases are made of.

    Runs of Han, kana and Hangul are cut into the same pairs as `words.tokens` cuts them into, so that a literal word is
    found inside a run too.
    """
    return tuple(text[token.start : token.end].lower() for token in tokens(text))


class Words:
    """The words of some parts of a text, numbered through; a phrase never runs from one part into the next.

    `stems` holds each word's stem.
    """

    def __init__(self, text: str, parts: Iterable[Span]) -> None:
        self._text = text
        self._parts = tuple(parts)
        self._firsts: list[int] = []
        self._ends: list[int] = []
        found: list[str] = []
        for part in self._parts:
            self._firsts.append(len(found))
            found += stems(part.of(text))
            self._ends.append(len(found))
        self.stems = tuple(found)
        self._tokens: dict[int, list[Token]] = {}

    @cached_property
    def surfaces(self) -> tuple[str, ...]:
        """Each word as it stands, lower-cased."""
        return tuple(
            self._text[part.start + token.start : part.start + token.end].lower()
            for number, part in enumerate(self._parts)
            for token in self._tokens_of(number)
        )

    @cached_property
    def by_stem(self) -> dict[str, list[int]]:
        """The numbers of the words that have this stem, in order."""
        return _places(self.stems)

    @cached_property
    def by_surface(self) -> dict[str, list[int]]:
        """The numbers of the words that stand so, in order."""
        return _places(self.surfaces)

    def end(self, i: int) -> int:
        """Give the number after the last word of the part that word `i` stands in."""
        return self._ends[bisect_right(self._firsts, i) - 1]

    def span(self, i: int, j: int) -> Span:
        """Give the place in the text of the words `i` to `j - 1`, which stand in one part."""
        number = bisect_right(self._firsts, i) - 1
        found, first, offset = self._tokens_of(number), self._firsts[number], self._parts[number].start
        return Span(offset + found[i - first].start, offset + found[j - 1 - first].end)

    def _tokens_of(self, number: int) -> list[Token]:
        """Give the words of a part; of most parts nobody asks where they stand, and to keep it takes much memory."""
        if number not in self._tokens:
            self._tokens[number] = [*tokens(self._parts[number].of(self._text))]
        return self._tokens[number]


def _places(words: Iterable[str]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        index[word].append(i)
    return index


@dataclass(frozen=True, slots=True)
class Article:
    """A source made ready for queries.

    `headline` holds the words of the work's title (which need not stand in the text), `title` those of the text's title
    blocks, `body` those of its headings and body blocks.
    """

    work: Work
    headline: Words
    title: Words
    body: Words


def article(source: Source) -> Article:
    """Index a source: its title, headings and body blocks, and none of the rest. Linear in the length of the text."""
    text, name = source.document.text, source.work.title
    titles = [block.span for block in source.blocks if block.role is Role.TITLE]
    body = [block.span for block in source.blocks if block.is_body or block.role is Role.HEADING]
    return Article(source.work, Words(name, [Span(0, len(name))]), Words(text, titles), Words(text, body))
