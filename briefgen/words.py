"""Words of a text as search sees them: tokens, stems, two-character grams for scripts without spaces.

Every room that compares words uses these and no other: the engine's index, the matcher and the ranking agree because
they see the same tokens.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import filterfalse, pairwise
from typing import NamedTuple

from briefgen.letters import ACCENTS, UNSEEN, folded

UNSPACED = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
)
"""Han, kana (with the long-vowel and iteration marks) and Hangul, as a class of a pattern: cut into pairs."""
_FIRST_UNSPACED = "\u3005"
_HAN, _KATAKANA = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff", "\u30a1-\u30fa\u30fc-\u30ff"
_HAN_OR_KANA = f"{_HAN}{_KATAKANA}\u3041-\u3096\u309d-\u309f"
# The dot within a foreign name, and a line that ends within a word: neither parts a run.
_WITHIN = (
    rf"(?<=[{_KATAKANA}])\u30fb(?=[{_KATAKANA}])|(?<=[{_HAN}]{{2}})[\u00b7\u2027](?=[{_HAN}])"
    rf"|(?<=[{_HAN_OR_KANA}])\n(?=[{_HAN_OR_KANA}])"
)
_PARTING = frozenset("\u30fb\u00b7\u2027\n")
_COMPOSED = re.compile(f"[{ACCENTS}{UNSEEN}]")
_ABBREVIATION, _NUMBER = r"\b[A-Za-z](?:\.[A-Za-z])+\b\.?", r"\d+(?:[.,]\d+)*"
_SPACED = re.compile(rf"{_ABBREVIATION}|{_NUMBER}|[^\W\d_][^\W_]*")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


class Token(NamedTuple):
    """A word: its stem, and where it stands (half-open code-point offsets)."""

    stem: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Give the tokens of `text` in order.

    Words are lower-cased and stemmed (Snowball English, Russian for Cyrillic). Abbreviations with dots and two-letter
    capitals are one token in capitals ("U.S.", "US" -> `US`), so that they are not taken for words. Runs of Han, kana
    or Hangul give each pair of neighbouring characters (a single character gives itself); the dot in a foreign name and
    a line end within Han or kana part none.

    How a letter is written does not matter: wide or narrow, traditional or simplified, in one piece or with its accents
    apart, with a soft hyphen in it.
    """
    if text.isascii():
        yield from _tokens(text)
    elif _COMPOSED.search(found := folded(text)):
        from briefgen.typography import plain  # noqa: PLC0415 - few texts have their letters in pieces

        whole = plain(found)
        for stem_, start, end in _tokens(whole.text):
            yield Token(stem_, whole.start(start), whole.end(end))
    else:
        yield from _tokens(found)


def _tokens(text: str) -> Iterator[Token]:
    for match in _pattern(text).finditer(text):
        word, start = match.group(), match.start()
        if match.lastgroup:
            yield from _grams(word, start)
        else:
            yield Token(_token(word), start, match.end())


def stems(text: str) -> tuple[str, ...]:
    """Give the stems of `text` in order: as `tokens` gives them, sooner where each word is one token."""
    found = text if text.isascii() else folded(text)
    if found.isascii() or (_pattern(found) is _SPACED and not _COMPOSED.search(found)):
        return tuple(map(_token, _SPACED.findall(found)))
    return tuple(token.stem for token in tokens(text))


def is_unspaced(word: str) -> bool:
    """Say whether `word` is one run of Han, kana or Hangul, which `tokens` cuts into pairs."""
    run = _mixed().fullmatch(folded(word))
    return bool(run and run.lastgroup)


def _pattern(text: str) -> re.Pattern[str]:
    """Give the pattern that fits the scripts of `text`: without unspaced ones it is quicker to make and to match."""
    return _SPACED if text.isascii() or max(text) < _FIRST_UNSPACED else _mixed()


@cache
def _mixed() -> re.Pattern[str]:
    letters = rf"[^\W\d_{UNSPACED}][^\W_{UNSPACED}]*"
    return re.compile(
        rf"{_ABBREVIATION}|(?P<unspaced>[{UNSPACED}]+(?:(?:{_WITHIN})[{UNSPACED}]+)*)|{_NUMBER}|{letters}"
    )


@lru_cache(maxsize=1 << 16)
def _token(word: str) -> str:
    """Give the token of a word as it stands."""
    if "." in word and not word[0].isdigit():
        word = word.replace(".", "")
        return word.upper() if len(word) == 2 else stem(word.lower())
    return word if len(word) == 2 and word.isupper() else stem(word.lower())


def stem(word: str) -> str:
    """Give the stem of a lower-cased word (Snowball, Porter 2001: English, or Russian for Cyrillic letters)."""
    if word.isascii() and not word.isalpha():
        return word
    language = "russian" if _CYRILLIC.match(word) else "english"
    return str(_stemmer(language).stemWord(word))


@lru_cache(maxsize=1 << 16)
def is_stop(word: str) -> bool:
    """Say whether a stem carries no meaning of its own (an English or Russian function word).

    `OF` and `IT` stand in capitals where a whole text does, and carry as little; `US` is a country.
    """
    return word in _stop_stems() or (len(word) == 2 and word != "US" and word.lower() in _stop_stems())


def content(text: str) -> tuple[str, ...]:
    """Give the stems of `text` that carry meaning, each once, in order."""
    return tuple(dict.fromkeys(filterfalse(is_stop, stems(text))))


@cache
def _stemmer(language: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - Stemmer ships no types
    import Stemmer  # noqa: PLC0415 - a command that compares no words does not load it

    return Stemmer.Stemmer(language)


def _grams(run: str, start: int) -> Iterator[Token]:
    if len(run) == 1:
        yield Token(run, start, start + 1)
    places = [i for i, letter in enumerate(run) if letter not in _PARTING]
    for i, k in pairwise(places):
        yield Token(run[i] + run[k], start + i, start + k + 1)


@cache
def _stop_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _STOP.split())


_STOP = """
a about above after again against all along also although am among an and any are as at be because been before being
below between both but by can cannot could did do does doing done down during each either else ever every far few for
from further had has have having he her here hers herself him himself his how however i if in into is it its itself
just may me mean means might more most much must my myself neither no nor not now of off on once one only or other our
ours out over own per quite rather s said same say says shall she should since so some still such t than that the
their theirs them themselves then there therefore these they this those though through thus to together too toward
towards under until up upon us very was we were what when where whether which while who whom whose why will with
within without would yet you your yours
и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет
о из ему теперь когда даже ну ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего
ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто
этот того потому этого какой ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех никогда можно при
об
"""
