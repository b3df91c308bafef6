"""The phrases of a citation, and how they are joined.

A comma or full stop goes before closing quotation marks (The Chicago Manual of Style, 17th ed., 6.9).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefgen.model.brief import Run
from briefgen.model.runs import merged
from briefgen.typography import SINGLE, curly, inner, outer

_WEB = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_LAST_MARKS = re.compile("[”’]+\\Z")
# A full stop after a word that is no abbreviation: one in small letters, or a long one.
_ABBREVIATION = r"(?!(?:al|approx|assoc|co|dept|ed|est|etc|govt|messrs|no|p|pp|vol|vs?)\.)"
_FULL_STOP = re.compile(rf"(?i:{_ABBREVIATION})(?<![^\W\d_])(?<!\.)(?:(?=[a-z])|(?=[^\W\d_]{{5}}))([^\W\d_]+)\.\Z")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words, then the quotation marks that close them."""

    runs: tuple[Run, ...]
    closing: str = ""

    @property
    def text(self) -> str:
        """The words alone, whatever they look like."""
        return "".join(run.text for run in self.runs) + self.closing

    @property
    def last(self) -> str:
        """The last character before `closing`, or nothing."""
        return "".join(run.text for run in self.runs)[-1:]

    def with_mark(self, mark: str) -> tuple[Run, ...]:
        """Give the phrase with a comma or full stop after it.

        A comma is kept after a question mark or an exclamation point, a full stop is not (Chicago 17, 6.124-25).
        """
        needless = mark == "." and self.last in ".?!"
        is_italic = bool(self.closing) and self.runs[-1].italic
        return (*self.runs, Run(("" if needless else mark) + self.closing, is_italic))


def plain(text: str) -> Phrase:
    """Give words as they stand."""
    return Phrase((Run(text),))


def italic(text: str) -> Phrase:
    """Give words in italics."""
    return Phrase((Run(text, italic=True),))


def titled(title: str, *, is_italic: bool = False) -> Phrase:
    """Give a title without quotation marks around it; those inside it are double."""
    words = outer(title)
    closing = _closing(words)
    return Phrase((Run(words.removesuffix(closing), is_italic),), closing)


def address(url: str) -> Phrase:
    """Give an address; only one of the web is a link."""
    return Phrase((Run(url, url=url if _WEB.match(url) else ""),))


def quoted(title: str) -> Phrase:
    """Give a title in quotation marks.

    The title's own full stop goes, unless it may end an abbreviation.
    """
    body = inner(title)
    closing = _closing(body)
    words = _FULL_STOP.sub(r"\1", body.removesuffix(closing))
    return Phrase((Run("“" + words),), closing + "”")


def quoted_singly(title: str) -> Phrase:
    """Give a title in single quotation marks, those inside it double, and all marks of the sentence behind them.

    As British houses do (OSCOLA, 4th ed., 1.5). The title's own full stop goes, unless it may end an abbreviation.
    """
    words = _FULL_STOP.sub(r"\1", SINGLE.sub(r"“\1”", curly(title)))
    return Phrase((Run(f"‘{words}’"),))


def _closing(body: str) -> str:
    """Give the quotation marks that end `body`; an apostrophe is none."""
    marks = _LAST_MARKS.search(body)
    if not marks:
        return ""
    if marks[0] != "’":
        return marks[0]
    opened = body.rfind("‘")
    return "’" if opened >= 0 and SINGLE.fullmatch(body, opened) else ""


def prefixed(words: str, phrase: Phrase) -> Phrase:
    """Give the phrase with words before it."""
    return replace(phrase, runs=(Run(words), *phrase.runs))


def sentence(phrases: Iterable[Phrase]) -> tuple[Run, ...]:
    """Join phrases as a note does: with commas, and a full stop at the end."""
    return _joined(phrases, ",")


def sentences(phrases: Iterable[Phrase]) -> tuple[Run, ...]:
    """Join phrases as a bibliography entry does: each ends with a full stop."""
    return _joined(phrases, ".")


def clause(phrases: Iterable[Phrase]) -> Phrase:
    """Join phrases with commas, to be part of something longer."""
    return _part(phrases, ",")


def spaced(phrases: Iterable[Phrase]) -> Phrase:
    """Join phrases with nothing but spaces, to be part of something longer."""
    return _part(phrases, "")


def bracketed(phrase: Phrase, opening: str = "(", closing: str = ")") -> Phrase:
    """Give the phrase between brackets."""
    return Phrase((Run(opening), *phrase.with_mark(""), Run(closing)))


def unmarked(phrases: Iterable[Phrase]) -> tuple[Run, ...]:
    """Join phrases with spaces, without a mark at the end."""
    return merged(_part(phrases, "").with_mark(""))


def _part(phrases: Iterable[Phrase], mark: str) -> Phrase:
    *firsts, last = phrases
    return replace(last, runs=tuple(_with_marks(firsts, mark)) + last.runs)


def _joined(phrases: Iterable[Phrase], mark: str) -> tuple[Run, ...]:
    *firsts, last = phrases
    return merged((*_with_marks(firsts, mark), *last.with_mark(".")))


def _with_marks(phrases: Iterable[Phrase], mark: str) -> Iterator[Run]:
    for phrase in phrases:
        yield from phrase.with_mark(mark)
        yield Run(" ")
