"""The dates that prose mentions: days, months, years and decades, whole or in part.

A date is a key in ISO 8601 with what is not told left out: `2022-03-06`, `2022-03`, `2022`, `--03-06`, `--03`, `---06`.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from briefgen import dates
from briefgen.model.source import MONTHS
from briefgen.proof.counts import WIDE_SCALES
from briefgen.proof.mention import Mention, without

_DASH = "[-\u2010-\u2015/]"
_UNTIL = rf"\s?(?:{_DASH}|to|and|or|until|through)\s?"
_NTH = r"(?:st|nd|rd|th)?"
_FIRST = re.compile(rf"(?<![\w.,])(\d{{1,2}}){_NTH}{_UNTIL}\Z")
_LONGEST_FIRST = 16
"""Characters before a date in which the first day of several stands."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
# "March" and "May" may be other words where a sentence begins.
_MONTH = re.compile(rf"(?:(?<=[\w,;)]\s)|(?<=-))(?:{'|'.join(MONTHS)})\b|(?<!\d)\d{{1,2}}(?=\s?[月월])")
_WIDE = "".join(WIDE_SCALES)
# A sum of money and a share are no years.
_YEAR = re.compile(
    rf"(?<![\d.,$€£¥₩A-Za-z{_WIDE}])(?<![$€£¥₩]\s)(?P<year>1[5-9]\d\d|20\d\d)"
    rf"(?:(?P<decade>s\b)|{_DASH}(?P<until>\d\d)(?!\d|{_DASH}))?"
    rf"(?![\d{_WIDE}]|[.,]\d|\s?(?:[%％]|per\s?cent|million|billion|trillion|bn\b))"
)
_WIDE_DAY = re.compile(r"(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NO_YEAR = "0000"


def read(text: str) -> tuple[tuple[Mention, ...], str]:
    """Give the dates that `text` mentions in order, and the text with them blanked."""
    found: list[Mention] = []
    for reader in (_written, _days, _wide_days, _months, _weekdays, _years):
        mentions = sorted(reader(text))
        found += mentions
        text = without(text, ((mention.start, mention.end) for mention in mentions))
    return tuple(sorted(found)), text


def _written(text: str) -> Iterator[Mention]:
    for written in dates.written(text):
        yield _mention(written.start, written.end, written.readings)
        yield from _first_of_span(text, written.start, written.readings)


def _first_of_span(text: str, start: int, readings: Iterable[str]) -> Iterator[Mention]:
    """Give the day before a day of the same month: "6" in "6–8 March 2022"."""
    head = max(0, start - _LONGEST_FIRST)
    if (match := _FIRST.search(text[head:start])) and (days := [f"{iso[:8]}{int(match[1]):02}" for iso in readings]):
        yield _mention(head + match.start(1), head + match.end(1), days)


@cache
def _day_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = sorted((re.escape(name) for name in dates.months()), key=len, reverse=True)
    month = rf"(?P<month>(?i:{'|'.join(names)}))\b\.?"
    day, end = rf"(?P<day>\d{{1,2}}){_NTH}", r"(?![\w%％]|[.,:]\d)"
    return (
        re.compile(
            rf"(?<![\w.-])(?=\w){month}\s{day}(?:{_UNTIL}(?P<until>\d{{1,2}}){_NTH})?(?:,?\s(?P<year>\d{{4}}))?{end}"
        ),
        re.compile(rf"(?<![\w.,/-])(?=\d){day}\.?\s(?:of\s|de\s)?{month}{end}"),
    )


def _days(text: str) -> Iterator[Mention]:
    """Give the days of a month without a year, and spans of days ("March 6–8, 2022")."""
    month_first, day_first = _day_patterns()
    for match in month_first.finditer(text):
        year, last = match["year"] or _NO_YEAR, match["until"]
        if first := _iso(match, match["day"], year):
            yield _mention(match.start(), match.end("day") if last else match.end(), [first])
        if first and last:
            yield _mention(match.start("until"), match.end(), [f"{first[:8]}{int(last):02}"])
    for match in day_first.finditer(text):
        if day := _iso(match, match["day"], _NO_YEAR):
            yield _mention(*match.span(), [day])
            yield from _first_of_span(text, match.start(), [day])


def _iso(match: re.Match[str], day: str, year: str) -> str:
    """Give the day of a match; empty where its month is hardly a month ("12 out of 20") or has no such day."""
    name = match["month"]
    is_month = name[0].isupper() or (len(name) > 4 and name != "march")
    month = dates.months().get(name.casefold(), 0)
    return f"{int(year):04}-{month:02}-{int(day):02}" if is_month and month and 1 <= int(day) <= 31 else ""


def _wide_days(text: str) -> Iterator[Mention]:
    for match in _WIDE_DAY.finditer(text):
        yield _mention(*match.span(), [f"{_NO_YEAR}-{int(match[1]):02}-{int(match[2]):02}"])


def _months(text: str) -> Iterator[Mention]:
    for match in _MONTH.finditer(text):
        number = int(match.group()) if match.group().isdecimal() else dates.months()[match.group().casefold()]
        yield _mention(*match.span(), [f"{_NO_YEAR}-{number:02}"])


def _weekdays(text: str) -> Iterator[Mention]:
    for match in _WEEKDAY.finditer(text):
        yield Mention(*match.span(), frozenset({match.group()}), ((match.group(),),))


def _years(text: str) -> Iterator[Mention]:
    """Give the years, which may be plain numbers as well, and the decades."""
    for match in _YEAR.finditer(text):
        year = f"{int(match['year'])}"
        if match["decade"]:
            yield Mention(*match.span(), frozenset({_decade(year)}), ((_decade(year),),))
            continue
        number = f"={year}"
        yield Mention(match.start(), match.end("year"), _gives(year) | {number}, ((year,), (number,)))
        if match["until"]:
            end = year[:2] + f"{int(match['until']):02}"
            yield Mention(match.start("until"), match.end("until"), _gives(end), ((end,), (f"={int(match['until'])}",)))


def _mention(start: int, end: int, readings: Iterable[str]) -> Mention:
    """Give the mention of a date that can mean each of `readings` (ISO 8601, year 0000 where none is told)."""
    readings = tuple(readings)
    gives = frozenset[str]().union(*map(_gives, readings))
    return Mention(start, end, gives, tuple(want for iso in readings for want in _wants(iso)))


def _gives(iso: str) -> frozenset[str]:
    """Give the keys of a date and of all that it falls in; one without a year may be of any year."""
    year, rest = iso[:4], iso[4:]
    keys = {iso, f"-{rest}", f"-{rest[:3]}"} if rest else {iso}
    if year != _NO_YEAR:
        keys |= {iso[:7], year, _decade(year)}
    if len(rest) == len("-03-06"):
        keys |= {f"{year}{rest[:3]}", f"---{rest[4:]}"} | _weekday(iso)
    return frozenset(keys)


def _wants(iso: str) -> tuple[tuple[str, ...], ...]:
    """Give what holds a date: the same date; or the same day or month without a year, and the year elsewhere."""
    year, rest = iso[:4], iso[4:]
    if year == _NO_YEAR:
        return ((f"-{rest}",),)
    return ((iso,), (f"{_NO_YEAR}{rest}", year)) if rest else ((iso,),)


def _decade(year: str) -> str:
    return f"{year[:3]}0s"


def _weekday(iso: str) -> set[str]:
    """Give the day of the week of a day in a known year."""
    try:
        return {_WEEKDAYS[date.fromisoformat(iso).weekday()]}
    except ValueError:
        return set()
