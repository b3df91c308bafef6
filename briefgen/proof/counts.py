"""The numbers that prose mentions, in digits and in English words.

A number is a key of its value, `=1200000`, whatever separates its digits or names its scale; a share is `=65%`.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod

from briefgen.proof.mention import Mention

_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NTH_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
_NTH_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_WORDS: dict[str, int | Decimal] = {
    **{word: value for words in (_UNITS, _NTH_UNITS) for value, word in enumerate(words.split(), 1)},
    **{word: value for words in (_TEENS, _NTH_TEENS) for value, word in enumerate(words.split(), 10)},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
}
_WORDS |= {"a": 1, "an": 1, "half": Decimal("0.5")}
_LARGE = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_LARGE |= {"mln": 10**6, "bln": 10**9, "trln": 10**12}
_LARGE |= {"m": 10**6, "b": 10**9, "k": 1000, "тыс": 1000, "млн": 10**6, "млрд": 10**9, "трлн": 10**12}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000} | _LARGE
WIDE_SCALES = dict(zip("百千万萬만億亿억兆조", (100, 1000, *[10**4] * 3, *[10**8] * 3, *[10**12] * 2), strict=True))
_NOT_ALWAYS_A_SCALE = {"m", "b", "k"}


def _any(words: str) -> str:
    return rf"(?:{'|'.join(words.split())})"


def _spelled() -> str:
    """Give the pattern of a whole number in English words, below a thousand millions of millions."""
    one, gap = r"(?:an?|half\san?|half)", r"[\s-]"
    large = "(?:million|billion|trillion)"
    small = (
        rf"(?:{_any(_TENS)}(?:[-\u2010\u2011\s](?:{_any(_NTH_UNITS)}|{_any(_UNITS)})\b)?"
        rf"|{_any(_NTH_TEENS)}|{_any(_TEENS)}|{_any(_NTH_UNITS)}|{_any(_UNITS)})\b"
    )
    word = f"{_UNITS} {_TEENS} {_TENS} hundred"
    no_more, last = rf"(?!{gap}{_any(word)}\b)", rf"(?!{gap}(?:{_any(word)}|thousand|{large})\b)"
    hundreds = rf"(?:(?:{small}|{one}){gap}hundred\b(?:\s(?:and\s)?{small}{no_more})?|{small})"
    thousands = rf"(?:(?:{hundreds}|{one}){gap}thousand\b(?:\s(?:and\s)?{hundreds}{last})?|{hundreds})"
    return (
        rf"(?:(?:{small}|{one})\sdozen\b|(?:{hundreds}|{one}){gap}{large}\b(?:\s(?:and\s)?{thousands}{last})?"
        rf"|{thousands}|half\b)"
    )


_CURRENCY = r"(?:(?:[A-Z]{1,2})?[$€£¥₩₽₹]\s?|\b(?:USD|EUR|GBP|JPY|CNY|RMB|KRW|CHF|RUB|Rs\.?)\s?)"
_SPACE = "[ \u00a0\u2009\u202f'’]"
_DIGITS = rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
_NUMBER = re.compile(
    rf"(?P<currency>{_CURRENCY})?"
    rf"(?:(?<![A-Za-zÀ-ɏЀ-ӿ\d])(?:(?P<wide>(?:{_DIGITS}\s?[{''.join(WIDE_SCALES)}]{{1,2}})+(?:{_DIGITS})?)"
    rf"|(?P<clock>\d{{1,2}}:\d\d)(?!\d)"
    rf"|(?P<digits>{_DIGITS})(?:(?P<nth>st|nd|rd|th)\b|[\s-]?(?P<scale>{'|'.join(_SCALES)})\b)?)"
    rf"|\b(?=[a-z])(?P<spelled>{_spelled()}))"
    r"(?P<share>\s?[%％]|[\s-](?:per\s?cent|percent|pct|percentage\spoints?|Prozent|pour\scent|por\sciento|процент\w*))?",
    re.IGNORECASE,
)
_WIDE_PART = re.compile(rf"({_DIGITS})\s?([{''.join(WIDE_SCALES)}]{{0,2}})")
_JOIN = re.compile("\\s?(?:[-\u2010-\u2015~〜]|to|and|or|bis)\\s?")
_LONGEST = 24
"""Digits of the longest number that is read as a value."""
_SMALL = 10
"""Numbers below it that are spelled out ("two men") are mostly no figures."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as it was read: the values it can have, its scale, and whether it is a share of a hundred."""

    match: re.Match[str]
    values: tuple[Decimal, ...]
    scale: str = ""
    is_share: bool = False

    def led_to(self, other: "_Number", between: str) -> "_Number":
        """Give this number with the scale and sign of the one that ends its span ("10–12 million", "5 to 6 %")."""
        if not _JOIN.fullmatch(between):
            return self
        values = self.values
        if other.scale and not self.scale:
            values += tuple(value * _SCALES[other.scale] for value in values)
        return replace(self, values=values, is_share=self.is_share or other.is_share)

    @property
    def mention(self) -> Mention:
        """The mention of it: a share wants a share, and gives its bare value too."""
        keys = [f"={value}" for value in (map(_plain, self.values) if self.values else [self.match.group()])]
        wants = [f"{key}%" if self.is_share else key for key in keys]
        gives = {*keys, *wants, *(["=50%"] if self.match["spelled"] and Decimal("0.5") in self.values else [])}
        if self.match["nth"] and self.values:
            wants.append(f"---{int(self.values[0]):02}")
        is_small = bool(self.match["spelled"]) and not self.is_share and max(self.values) < _SMALL
        return Mention(*self.match.span(), frozenset(gives), tuple((want,) for want in wants), is_small)


def read(text: str) -> tuple[Mention, ...]:
    """Give the numbers that `text` mentions in order."""
    numbers = [_number(match) for match in _NUMBER.finditer(text)]
    for i in reversed(range(len(numbers) - 1)):
        between = text[numbers[i].match.end() : numbers[i + 1].match.start()]
        if len(between) <= len(" and "):
            numbers[i] = numbers[i].led_to(numbers[i + 1], between)
    return tuple(number.mention for number in numbers)


def _number(match: re.Match[str]) -> _Number:
    is_share = bool(match["share"])
    if match["wide"]:
        return _Number(match, (sum(map(_wide, _WIDE_PART.finditer(match["wide"])), Decimal()),), "", is_share)
    if match["spelled"]:
        return _Number(match, (_worded(match["spelled"].casefold()),), "", is_share)
    if match["clock"]:
        return _Number(match, ())
    scale = (match["scale"] or "").casefold()
    scale = scale if scale in _SCALES else ""
    values = _values(match["digits"])
    scaled = tuple(value * _SCALES.get(scale, 1) for value in values)
    return _Number(match, values + scaled if scale in _NOT_ALWAYS_A_SCALE else scaled, scale, is_share)


def _wide(part: re.Match[str]) -> Decimal:
    return max(_values(part[1]), default=Decimal()) * prod(WIDE_SCALES[scale] for scale in part[2])


def _worded(words: str) -> Decimal:
    """Give the value of a number in words that are in their right order."""
    total = current = Decimal()
    for word in re.split(r"[\s\u2010\u2011-]+", words):
        if word in _WORDS:
            current = current * _WORDS[word] if word in {"a", "an"} and current else current + _WORDS[word]
        elif word in _SCALES and _SCALES[word] < 1000:
            current *= _SCALES[word]
        elif word in _SCALES:
            total, current = total + current * _SCALES[word], Decimal()
    return total + current


def _values(digits: str) -> tuple[Decimal, ...]:
    """Give what a number in digits can be worth; nothing if it is none (1.2.3) or too long for a value.

    "1,200" and "1.200" are twelve hundred in one country and one and a fifth in another; "1,000" is a thousand in all.
    """
    digits = re.sub(_SPACE, "", digits)
    if len(digits) > _LONGEST:
        return ()
    marks = [mark for mark in digits if mark in ".,"]
    if not marks:
        return (Decimal(digits),)
    whole, _, tail = digits.rpartition(marks[-1])
    if len(set(marks)) == len(marks):
        decimal = Decimal(f"{re.sub('[.,]', '', whole)}.{tail}")
        is_grouped = len(marks) == 1 and len(tail) == 3 and len(whole) <= 3 and int(whole)
        decimals = () if is_grouped and tail == "000" else (decimal,)
        return (*decimals, Decimal(whole + tail)) if is_grouped else decimals
    if marks.count(marks[-1]) == 1:
        return (Decimal(f"{re.sub('[.,]', '', whole)}.{tail}"),)
    return (Decimal(re.sub("[.,]", "", digits)),) if len(set(marks)) == 1 and len(tail) == 3 else ()


def _plain(value: Decimal) -> str:
    """Give the one way to write a value."""
    return f"{value.normalize():f}"
