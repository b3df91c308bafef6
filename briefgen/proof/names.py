"""The names that prose mentions: runs of capitalised words, and designations ("F-35").

Words are compared by their stems, and peoples with their countries by what both share ("Korea", "Korean"). Scripts
without cased letters show no names.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from briefgen.abbreviations import Abbreviation, abbreviation
from briefgen.proof.mention import Mention
from briefgen.words import is_stop, stem, tokens

_DESIGNATION = re.compile(
    r"(?<!\w)(?=[^\W\d_])([^\W\d_]{1,6})[-\u2010\u2011]?(\d{1,3}[^\W\d_]{0,2})(?!\w|[.,]\d|\s?[%％])"
)
_PARTICLES = "of the for de del della di da dos do la le du des van von der den bin bint ibn al el ul y zu ter ten abu"
# What has no capital in a title.
_SMALL = f"{_PARTICLES} a an and or but nor as at by from in into on over to via vs with s"
# What many are called; it tells nobody apart, alone or at either end of a name.
_COMMON = """
president vice deputy former acting prime minister ministry secretary general chief chairman chairwoman chair king queen
prince emperor professor doctor mr mrs ms dr sir lord senator congressman governor mayor ambassador leader admiral
colonel captain lieutenant marshal spokesman spokeswoman spokesperson director commander envoy
government parliament cabinet state council committee commission court party army navy force air senate congress
assembly house office department bureau agency institute university embassy administration authority academy bank
foreign defence defense national federal international republic union sea ocean island strait river bay gulf peninsula
province county city district region act treaty agreement accord declaration resolution plan summit conference statement
dialogue initiative strategy operation constitution supreme constitutional article chapter part annex group company
corporation association society center centre
"""
_SIDES = "north south east west northern southern eastern western new central upper lower"
_HYPHENS = "-\u2010\u2011"
_GAPS = frozenset({" ", "\u00a0", "'", "’", *_HYPHENS})
_OPENERS = " \t\u00a0\"'“”‘’«»„([{*_#>•–—-"
_SPEAKING = frozenset('"“‘«„–—•*#>')
_LONGEST = 12
"""Words of the longest name that is compared as one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its stem without accents, where it stands, and whether it has a capital."""

    stem: str
    start: int
    end: int
    is_capital: bool


def words(text: str) -> list[Word]:
    """Give the words of a text in order, figures among them."""
    return [Word(_bare(token.stem), token.start, token.end, text[token.start].isupper()) for token in tokens(text)]


def designations(text: str) -> tuple[Mention, ...]:
    """Give the names that end in a figure ("F-35", "G7"), which are no numbers."""
    return tuple(
        Mention(*match.span(), frozenset({key}), ((key,),))
        for match in _DESIGNATION.finditer(text)
        if match[1][0].isupper() and (key := f"{match[1]}{match[2]}".casefold())
    )


def runs(text: str, standing: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Give the runs of capitalised words, with the particles in them, that may be names."""
    at = 0
    while at < len(standing):
        if not standing[at].is_capital or is_stop(standing[at].stem):
            at += 1
            continue
        end = at + 1
        while end - at < _LONGEST and (further := _further(text, standing, end)):
            end = further
        last = end
        while is_stop(standing[last - 1].stem):
            last -= 1
        yield tuple(standing[at:last])
        at = end


def _further(text: str, standing: Sequence[Word], end: int) -> int:
    """Give where a run that has reached `end` goes on to; 0 if it does not."""
    for upto in range(end, min(end + 3, len(standing))):
        gap = text[standing[upto - 1].end : standing[upto].start]
        if not (gap in _GAPS or (upto == end and _leads(text, standing[upto - 1], gap))):
            return 0
        if standing[upto].is_capital:
            return upto + 1
        if standing[upto].stem not in _stems(_PARTICLES):
            return 0
    return 0


def _leads(text: str, word: Word, gap: str) -> bool:
    """Say whether `gap` is the full stop of an abbreviation that a name goes on after ("Gen.", "J.")."""
    kinds = {Abbreviation.LEADS, Abbreviation.INITIAL}
    return gap in {". ", "."} and abbreviation(text[word.start : word.end]) in kinds


def opens_sentence(text: str, start: int) -> bool:
    """Say whether a sentence, or what has a capital like one (after a colon, a quotation mark, a dash), may begin."""
    before = text[max(0, start - 8) : start]
    last = before.rstrip(_OPENERS)
    return not last or last[-1] in ".!?:;…|\n。！？" or not _SPEAKING.isdisjoint(before[len(last) :])


def is_titled(standing: Sequence[Word]) -> bool:
    """Say whether every word but the smallest has a capital, as in a title, so that none tells a name."""
    capitals = [word.is_capital for word in standing if word.stem not in _stems(_SMALL)]
    return len(capitals) > 1 and all(capitals)


def is_acronym(text: str, word: Word) -> bool:
    """Say whether a word is in capitals throughout ("NATO", "U.S.")."""
    return word.is_capital and word.end - word.start > 1 and text[word.start : word.end].isupper()


def stems(run: Sequence[Word]) -> tuple[str, ...]:
    """Give the stems of a run."""
    return tuple(word.stem for word in run)


def parts(text: str, run: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Give the names that a run may join: "Korea" and "Japan" of "Korea-Japan", both sides of "of"."""
    found: list[list[Word]] = [[]]
    for before, word in zip([None, *run], run, strict=False):
        if word.stem in _stems(_PARTICLES) and not word.is_capital:
            found += [[]] if word.stem in {"of", "for", "the"} else []
            continue
        joined = before is not None and text[before.end : word.start] in _HYPHENS and word.is_capital
        found += [[]] if joined and found[-1] else []
        found[-1].append(word)
    return [tuple(part) for part in found if part]


def core(part: Sequence[str]) -> tuple[str, ...]:
    """Give the stems of a name without the words at its ends that many things are called."""
    kept = list(part)
    while kept and kept[0] in _stems(_COMMON):
        kept.pop(0)
    while kept and kept[-1] in _stems(_COMMON):
        kept.pop()
    return tuple(kept)


def surname(part: Sequence[str]) -> str:
    """Give the root of the word that tells a name; empty where the word before it tells ("North" in "North Korea")."""
    is_told_apart = len(part) > 1 and part[-2] in _stems(_SIDES)
    return "" if is_told_apart else root(part[-1])


def initials(name: Sequence[str]) -> frozenset[str]:
    """Give what the stems of a name may be shortened to: their initials, with and without those of particles."""
    every, told = "".join(stem[0] for stem in name), "".join(stem[0] for stem in name if stem not in _stems(_SMALL))
    return frozenset(short.casefold() for short in (every, told) if len(short) > 1)


def shortened(standing: Sequence[Word]) -> Iterator[str]:
    """Give the initials of all names that words may make up: of up to eight that stand together."""
    for start, first in enumerate(standing):
        if not first.is_capital:
            continue
        for end in range(start + 1, min(start + 8, len(standing))):
            if standing[end].is_capital:
                yield from initials(stems(standing[start : end + 1]))
            elif standing[end].stem not in _stems(_SMALL):
                break


@cache
def _stems(listed: str) -> frozenset[str]:
    return frozenset(map(stem, listed.split()))


@lru_cache(maxsize=1 << 14)
def root(stem: str) -> str:
    """Give what a country's name shares with its people's: "korea" and "korean" -> "kor"."""
    stem = _IRREGULAR.get(stem, stem).casefold()
    while (shorter := _ENDING.sub("", stem)) != stem and len(shorter) > 2:
        stem = shorter
    return stem


_IRREGULAR = {"french": "france", "dutch": "netherland", "danish": "denmark", "swiss": "switzerland"}
_ENDING = re.compile(r"(?:ese|ian|an|ish|ais|ain|ern|i|a|e|y|es|s)\Z")


def _bare(stem: str) -> str:
    """Give a stem without accents."""
    if stem.isascii():
        return stem
    return "".join(c for c in unicodedata.normalize("NFKD", stem) if not unicodedata.combining(c)) or stem
