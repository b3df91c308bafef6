"""Marks what each part of a text is. Nothing is deleted or rewritten."""

import re
from collections.abc import Iterator, Sequence

from briefgen.clean import body, dates, imprint
from briefgen.clean.phrases import Kind
from briefgen.clean.rules import RULES, Rules
from briefgen.clean.units import Unit, count, units
from briefgen.model.place import Span
from briefgen.model.source import Block, Role
from briefgen.text import display
from briefgen.words import is_stop, stems

_ABOVE, _BELOW = 30, 4
"""So many units above the article may hold its title; so many below it, its imprint."""
_SMALL = 6
"""Without a title, so many units above the article may hold its byline."""
_OPENING = 6
"""A title shares its words with so many units of the article."""
_NEAR = 0.6
"""The first line that heads the article nearly as well as the best is its title; later ones are its standfirst."""
_HEADING, _QUESTION, _TITLE, _STANDFIRST = 16, 10, 40, 60
"""Longer units are no heading, no heading that asks, no title, no standfirst (words)."""
_QUOTES = "\"'“„«‘「『"
_SHORT = 200
"""Longer units are no byline, dateline or credit (characters)."""
_WITHIN = re.compile(r"\w{4}[.!?] [A-Z]|[。！？].")
"""A sentence ends within the line: it is a paragraph that was cut off."""
_ASIDE = frozenset({Kind.FURNITURE, Kind.OPENER, Kind.CLOSER})


def mark(
    text: str, hints: Sequence[Block] = (), habits: frozenset[str] = frozenset(), rules: Rules = RULES
) -> tuple[Block, ...]:
    """Mark the blocks of `text`: in order, not overlapping, covering every character that is not white space.

    `hints` are blocks that a reader is sure of, in order and not overlapping; they are kept as they are. `habits` are
    lines (for display) that recur in a publisher's pages. `rules` are the weights.
    """
    parts, given = _parts(text, hints)
    roles = _Page(parts, given, body.kinds(parts, habits, rules), rules).roles()
    return tuple(block for part, role in zip(parts, roles, strict=True) for block in _blocks(part, role))


def _parts(text: str, hints: Sequence[Block]) -> tuple[list[Unit], dict[int, Role]]:
    """Give the units of `text`, and the roles of those that are hints by their indices."""
    parts: list[Unit] = []
    given: dict[int, Role] = {}
    at = 0
    for hint in hints:
        span = hint.span
        words = display(span.of(text))
        parts += units(text, at, span.start)
        given[len(parts)] = hint.role
        parts.append(Unit(span.start, span.end, words, count(words), None))
        at = span.end
    return [*parts, *units(text, at, len(text))], given


def _blocks(part: Unit, role: Role) -> Iterator[Block]:
    """Give the block of a unit; its bullet is a block of its own, so that no quotation begins with one."""
    if part.bullet:
        yield Block(Span(*part.bullet), Role.BOILERPLATE)
    yield Block(Span(part.start, part.end), role)


class _Page:
    """The units of a text with what they look like: decides what each is in its place."""

    def __init__(self, parts: Sequence[Unit], given: dict[int, Role], kinds: Sequence[Kind], rules: Rules) -> None:
        self._parts = parts
        self._rules = rules
        self._given = given
        self._kinds = [
            Kind.LINE if given.get(i) in {Role.TITLE, Role.HEADING} and kind is Kind.PROSE else kind
            for i, kind in enumerate(kinds)
        ]
        self._heard: frozenset[str] | None = None
        self._run = body.run(parts, self._kinds, rules)
        self._loose = not self._run or self._is_tidy()
        self._title = self._find_title()
        if self._loose:
            self._run = body.less_biography(parts, range(self._title + 1, len(parts)))
        elif self._title in self._run:
            self._run = range(self._title + 1, self._run.stop)
        prose = [i for i in self._run if self._kinds[i] is Kind.PROSE]
        self._top = prose[1] if len(prose) > 1 else self._run.stop

    def roles(self) -> list[Role]:
        """Give the role of each unit."""
        roles = [Role.BOILERPLATE] * len(self._parts)
        above = range(max(0, self._title - 3 if self._title >= 0 else self._run.start - _SMALL), self._run.start)
        for i in range(max(0, above.start - _ABOVE), above.start):
            if self._is_dated(i, labelled=True):
                roles[i] = Role.DATELINE
        for i in above:
            roles[i] = self._above(i)
        listed = False
        for i in self._run:
            listed = self._kinds[i] is Kind.OPENER or (listed and self._kinds[i] is not Kind.PROSE)
            roles[i] = Role.BOILERPLATE if listed else self._inside(i)
        for i in range(self._run.stop, min(self._run.stop + _BELOW, len(roles))):
            roles[i] = self._below(i)
        if self._title >= 0:
            roles[self._title] = Role.TITLE
        for i, role in self._given.items():
            roles[i] = role
        return roles

    def _is_tidy(self) -> bool:
        """Whether the text has no furniture and is prose for a good part: then all of it is the article."""
        sizes = [part.size for part in self._parts]
        prose = sum(size for size, kind in zip(sizes, self._kinds, strict=True) if kind is Kind.PROSE)
        return not _ASIDE.intersection(self._kinds) and 4 * prose >= sum(sizes)

    def _find_title(self) -> int:
        """Give the index of the title, -1 where there is none."""
        for i, role in self._given.items():
            if role is Role.TITLE:
                return i
        start = self._run.start if self._run else min(1, len(self._parts) - 1)
        lines = [i for i in range(max(0, start - _ABOVE), start) if self._may_be_title(i)]
        if not lines:
            return self._asked(start)
        if self._loose or len(lines) == 1:
            return lines[0]
        values = [self._headlines(i, start) for i in lines]
        return next(i for i, value in zip(lines, values, strict=True) if value >= _NEAR * max(values))

    def _headlines(self, i: int, start: int) -> float:
        """Say how well unit `i` heads the article: by the words it shares with the article's first paragraphs."""
        words = self._parts[i].words
        mine = {stem for stem in stems(words) if not is_stop(stem)}
        shared = len(mine & self._opening(start)) ** 2 / len(mine) if mine else 0
        digits = sum(char.isdigit() for char in words)
        return shared / 4 if 6 * digits > len(words) else shared

    def _opening(self, start: int) -> frozenset[str]:
        if self._heard is None:
            first = (part.words for part in self._parts[start : start + _OPENING])
            self._heard = frozenset(stem for words in first for stem in stems(words))
        return self._heard

    def _may_be_title(self, i: int) -> bool:
        part = self._parts[i]
        if self._kinds[i] is not Kind.LINE or not 2 <= part.size <= _TITLE or part.words[-1] in ":：,":
            return False
        return i not in self._given and not self._stated(i)

    def _asked(self, start: int) -> int:
        """Give the article's first unit where that is a headline which ends like a sentence ("Will it hold?")."""
        if start + 1 >= len(self._parts) or start in self._given:
            return -1
        words = self._parts[start].words
        return start if words[-1] in "?!？！" and self._parts[start].size <= _HEADING else -1

    def _above(self, i: int) -> Role:
        """Give the role of a unit between the title and the article, or just above the title."""
        if stated := self._stated(i):
            return stated
        if self._is_dated(i):
            return Role.DATELINE
        beside = self._kinds[i] in {Kind.LINE, Kind.PROSE} and i > self._title >= 0
        return Role.HEADING if beside and 3 <= self._parts[i].size <= _STANDFIRST else Role.BOILERPLATE

    def _is_dated(self, i: int, *, labelled: bool = False) -> bool:
        """Whether unit `i`, above the article, gives its date among other things ("20 November 2026 Get short URL").

        The date stands first in the line, or with a time or a label (`labelled`: only with a label).
        """
        words = self._parts[i].words
        if self._kinds[i] not in {Kind.LINE, Kind.ITEM} or len(words) > _SHORT:
            return False
        found = dates.stamps(words)
        if len(found) != 1 or len(found[0].published.iso) < len("2026-11-20"):
            return False
        stamp = found[0]
        beside = stamp.label or (not labelled and (":" in words[stamp.start : stamp.end] or stamp.start == 0))
        return bool(beside) and i != self._title

    def _inside(self, i: int) -> Role:
        """Give the role of a unit of the article."""
        part, kind = self._parts[i], self._kinds[i]
        if stated := self._stated(i) if i < self._top else self._late(i):
            return stated
        if kind in _ASIDE:
            return Role.BOILERPLATE
        if kind is Kind.ITEM or (kind is Kind.PROSE and part.is_item):
            return Role.LIST
        if kind is Kind.PROSE:
            return Role.HEADING if self._asks(i) else Role.PARAGRAPH
        return self._line(i)

    def _line(self, i: int) -> Role:
        """Give the role of a short line of the article."""
        part = self._parts[i]
        if part.words[-1] in ":：" or part.size > _HEADING or _WITHIN.search(part.words):
            return Role.PARAGRAPH
        if i + 1 in self._run and self._kinds[i + 1] in {Kind.PROSE, Kind.ITEM}:
            return Role.HEADING
        if self._loose:
            return Role.PARAGRAPH
        return Role.LIST if self._is_in_row(i) else Role.BOILERPLATE

    def _is_in_row(self, i: int) -> bool:
        """Whether unit `i` is one of several lines of the article that nothing stands between."""
        lines = (j in self._run and self._kinds[j] is Kind.LINE for j in (i - 1, i + 1))
        return self._parts[i].size >= self._rules.row and any(lines)

    def _asks(self, i: int) -> bool:
        """Whether unit `i` is a heading that asks: a short question above a paragraph."""
        words = self._parts[i].words
        if self._parts[i].size > _QUESTION or words[-1] not in "?？" or i + 1 not in self._run:
            return False
        return words[0] not in _QUOTES and self._kinds[i + 1] is Kind.PROSE and self._parts[i + 1].size > _QUESTION

    def _below(self, i: int) -> Role:
        """Give the role of a unit just below the article."""
        return self._late(i) or Role.BOILERPLATE

    def _late(self, i: int) -> Role | None:
        """Give the role of a unit that states something after the top: a date counts only with a label there."""
        stated = self._stated(i)
        if stated is Role.DATELINE:
            return Role.CREDIT if dates.label(self._parts[i].words) else None
        return stated if stated is Role.CREDIT or i not in self._run else None

    def _stated(self, i: int) -> Role | None:
        return stated(self._parts[i].words)


def stated(words: str) -> Role | None:
    """Give the role of a unit (its words for display) that states who, when or whence; None for any other."""
    if len(words) > _SHORT:
        return None
    if imprint.is_credit(words):
        return Role.CREDIT
    found = dates.stamps(words)
    rest = dates.outside(words, found)
    if imprint.byline(rest):
        return Role.BYLINE
    if not found:
        return None
    beside = dates.remainder(words, found)
    stands = len(beside) <= 4 and all(word[0].isupper() or not word.isalpha() for word in beside)
    return Role.DATELINE if stands else None
