"""Dates as they are written out, with their year: explicit forms only, nothing relative."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefgen.model.source import Published

_MONTHS = """
january jan januar janvier janv enero ene janeiro gennaio gen januari января январь січня styczeń stycznia
february feb februar février févr fevrier febrero fevereiro fev febbraio februari февраля февраль лютого luty lutego
march mar märz mrz mars marzo março marco maart maret марта март березня marzec marca
april apr avril avr abril abr aprile апреля апрель квітня kwiecień kwietnia
may mai mayo maio maggio mag mei мая май травня maj maja
june jun juni juin junio junho giugno giu июня июнь червня czerwiec czerwca
july jul juli juillet juil julio julho luglio lug июля июль липня lipiec lipca
august aug août aout agosto ago augustus agustus августа август серпня sierpień sierpnia
september sept sep septembre septiembre setembro set settembre сентября сентябрь вересня wrzesień września
october oct oktober okt octobre octubre outubro out ottobre ott октября октябрь жовтня październik października
november nov novembre noviembre novembro ноября ноябрь листопада listopada
december dec dezember dez décembre déc diciembre dic dezembro dicembre desember декабря декабрь грудня grudzień grudnia
"""

ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first of each Japanese era."""


class Written(NamedTuple):
    """A date as it is written in a text, `text[start:end]`, and what it can mean.

    `readings` are in ISO 8601 with reduced precision (`2022-03-06`, `2022-03`): one, or two where day and month can be
    told apart by nothing ("03/06/2022", the day first).
    """

    readings: tuple[str, ...]
    start: int
    end: int


@cache
def months() -> dict[str, int]:
    """Give the number of each month by its names, lower-cased and without a full stop."""
    return {name: number for number, names in enumerate(_MONTHS.strip().splitlines(), 1) for name in names.split()}


def written(text: str) -> Iterator[Written]:
    """Give the dates written out in `text` in order; what names no day of the calendar is no date."""
    for match in _pattern().finditer(text):
        if readings := _readings(match):
            yield Written(readings, match.start(), match.end())


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted((re.escape(name) for name in months()), key=len, reverse=True))
    eras = "|".join(ERAS)
    # Where words have no spaces, a date stands right after a word.
    return re.compile(
        rf"(?=\w)(?:(?<![\d/.-])(?P<era>{eras})?(?P<y5>\d{{1,4}}|元)\s?[年년]\s?(?P<m5>\d{{1,2}})\s?[月월]"
        rf"(?:\s?(?P<d5>\d{{1,2}})\s?[日일])?"
        rf"|(?<![\w/.-])(?:"
        rf"(?P<m1>{month})\.?\s{{1,4}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s{{0,4}},\s{{0,4}}|\s{{1,4}})(?P<y1>\d{{4}})"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.|er|º|°)?\s{{1,4}}(?:de\s{{1,4}}|of\s{{1,4}})?(?P<m2>{month})\.?,?\s{{1,4}}(?:de[l]?\s{{1,4}})?(?P<y2>\d{{4}})"
        rf"|(?P<d3>\d{{1,2}})-(?P<m3>{month})-(?P<y3>\d{{4}})"
        rf"|(?P<y4>\d{{4}})(?P<sep>[-/.])\s?(?P<m4>\d{{1,2}})(?P=sep)\s?(?P<d4>\d{{1,2}})\.?"
        rf"|(?P<a6>\d{{1,2}})(?P<sep6>[-/.])(?P<b6>\d{{1,2}})(?P=sep6)(?P<y6>\d{{4}})"
        rf"|(?P<m7>{month})\.?,?\s{{1,4}}(?:(?:of|de)\s{{1,4}})?(?P<y7>\d{{4}})"
        rf"))(?![\d/-])",
        re.IGNORECASE,
    )


def _readings(match: re.Match[str]) -> tuple[str, ...]:
    """Give what a match can mean; nothing where that is no date."""
    part = {
        name[0]: value
        for name, value in match.groupdict().items()
        if value and name[0] in "ymdab" and name[1:].isdigit()
    }
    year = 1 if part["y"] == "元" else int(part["y"])
    if match["era"]:
        year += ERAS[match["era"]]
    elif year < 1000:
        return ()
    orders: list[tuple[int | None, int]]
    if "a" in part:
        first, second = int(part["a"]), int(part["b"])
        orders = [(first, second), (second, first)]
    else:
        # To a pattern that ignores case, "ı" is an "i"; to the table it is none.
        month = int(part["m"]) if part["m"].isdecimal() else months().get(part["m"].casefold(), 0)
        orders = [(int(part["d"]) if "d" in part else None, month)]
    readings = (_iso(year, month, day) for day, month in orders)
    return tuple(dict.fromkeys(iso for iso in readings if iso))


def _iso(year: int, month: int, day: int | None) -> str:
    """Give a date in ISO 8601, empty if the calendar does not have it."""
    try:
        return Published(f"{year:04}-{month:02}" + (f"-{day:02}" if day is not None else "")).iso
    except ValueError:
        return ""
