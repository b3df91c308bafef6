"""An article as queries see it: where each word stands, found in one step."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from briefgen.model.place import Span
from briefgen.model.source import Role, Source, Work
from briefgen.words import Token, tokens


def as_it_stands(text: str) -> tuple[str, ...]:
    """Give the words of `text` lower-cased and unstemmed, one for each token: what literal phrases are made of.

    Runs of Han, kana and Hangul are cut into the same pairs as `words.tokens` cuts them into, so that a literal word is
    found inside a run too.
    """
    return tuple(text[token.start : token.end].lower() for token in tokens(text))


class Words:
    """The words of some parts of a text, numbered through; a phrase never runs from one part into the next."""

    def __init__(self, text: str, parts: Iterable[Span]) -> None:
        self._text = text
        self._tokens: list[Token] = []
        self._offsets: list[int] = []
        self._firsts: list[int] = []
        self._ends: list[int] = []
        for part in parts:
            self._offsets.append(part.start)
            self._firsts.append(len(self._tokens))
            self._tokens.extend(tokens(part.of(text)))
            self._ends.append(len(self._tokens))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Each word's stem."""
        return tuple(token.stem for token in self._tokens)

    @cached_property
    def surfaces(self) -> tuple[str, ...]:
        """Each word as it stands, lower-cased."""
        return tuple(
            self._text[offset + token.start : offset + token.end].lower()
            for offset, first, end in zip(self._offsets, self._firsts, self._ends, strict=True)
            for token in self._tokens[first:end]
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
        offset = self._offsets[bisect_right(self._firsts, i) - 1]
        return Span(offset + self._tokens[i].start, offset + self._tokens[j - 1].end)


def _places(words: Iterable[str]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for i, word in enumerate(words):
        index.setdefault(word, []).append(i)
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
