"""Dates as they are written out: explicit forms only, nothing relative, nothing ambiguous."""

import re
from functools import cache
from typing import NamedTuple

from briefgen.clean.datewords import ERAS, ZONES, beside, labels, months
from briefgen.model.source import Published
from briefgen.text import display


class Stamp(NamedTuple):
    """A date in a line (`line[start:end]` with its time and zone), and whether the line calls it an update."""

    published: Published
    start: int
    end: int
    label: str


@cache
def _date() -> re.Pattern[str]:
    month = "|".join(sorted((re.escape(name) for name in months()), key=len, reverse=True))
    eras = "|".join(ERAS)
    return re.compile(
        rf"(?<![\w/.-])(?:"
        rf"(?P<m1>{month})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?P<y1>\d{{4}})"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.|er|º|°)?\s+(?:de\s+|of\s+)?(?P<m2>{month})\.?,?\s+(?:de[l]?\s+)?(?P<y2>\d{{4}})"
        rf"|(?P<d3>\d{{1,2}})-(?P<m3>{month})-(?P<y3>\d{{4}})"
        rf"|(?P<y4>\d{{4}})(?P<sep>[-/.])\s?(?P<m4>\d{{1,2}})(?P=sep)\s?(?P<d4>\d{{1,2}})\.?"
        rf"|(?P<era>{eras})?(?P<y5>\d{{1,4}}|元)\s?[年년]\s?(?P<m5>\d{{1,2}})\s?[月월](?:\s?(?P<d5>\d{{1,2}})\s?[日일])?"
        rf"|(?P<a6>\d{{1,2}})(?P<sep6>[-/.])(?P<b6>\d{{1,2}})(?P=sep6)(?P<y6>\d{{4}})"
        rf"|(?P<m7>{month})\.?,?\s+(?P<y7>\d{{4}})"
        rf")(?![\d/-])",
        re.IGNORECASE,
    )


_CLOCK = (
    r"(?P<hour>\d{1,2})(?::|\.|h|時|시\s?)(?P<minute>\d\d)(?:分|분)?(?::\d\d(?:\.\d+)?)?"
    r"\s?(?P<half>[apAP]\.?\s?[mM]\b\.?)?"
)
_ZONE = r"\s?[(（]?(?P<zone>[A-ZА-Я]{1,5}(?![a-zа-я]))?\s?(?P<offset>[+-]\d{1,2}(?::?\d\d)?)?[)）]?"
_AFTER = re.compile(
    rf"(?:T|[\s,|/·•–—-]*(?:\([^()]{{1,4}}\)\s?)?(?:at|um|à|às|alle|в|г\.?,?|года,?|,)?\s*){_CLOCK}{_ZONE}", re.ASCII
)
_BEFORE = re.compile(rf"(?<![\d:.]){_CLOCK}{_ZONE}[\s,|/·•–—-]*(?:on\s+)?(?:[A-Za-z]{{3,9}}\.?,?\s+)?\Z", re.ASCII)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|[年년]")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W\d_]+)*")


def stamps(line: str) -> tuple[Stamp, ...]:
    """Give the dates written out in `line` (a short line for display) in order, each with its time and zone."""
    found: list[Stamp] = []
    if not _YEAR.search(line):
        return ()
    for match in _date().finditer(line):
        day = _day(match)
        if day is None:
            continue
        after = found[-1].end if found else 0
        start, end, clock = _clock(line, after, match)
        found.append(Stamp(_moment(day, clock), start, end, _label(line[after:start])))
    return tuple(found)


def written(words: str) -> Published | None:
    """Give the date that `words` are and nothing else: ISO 8601, or written out; None for anything else."""
    words = words.strip()
    try:
        return Published(words)
    except ValueError:
        pass
    found = stamps(words) if len(words) <= 80 else ()
    if len(found) == 1 and not remainder(words, found):
        return found[0].published
    return None


def outside(line: str, found: tuple[Stamp, ...]) -> str:
    """Give `line` for display with a bar in place of each date that was found in it."""
    rest, after = [], 0
    for stamp in found:
        rest.append(line[after : stamp.start])
        after = stamp.end
    return display(" | ".join([*rest, line[after:]])).strip(" ,|/·•–—-")


def remainder(line: str, found: tuple[Stamp, ...]) -> tuple[str, ...]:
    """Give the words of `line` that are neither a date nor of those that stand beside dates (days, labels, "at")."""
    return tuple(word for word in _WORD.findall(outside(line, found)) if word.casefold() not in beside())


def label(line: str) -> str:
    """Say whether the words of `line` call a date "published" or "updated"; empty if they do not."""
    return _label(line)


def _label(words: str) -> str:
    known = [labels()[word] for word in _WORD.findall(words.casefold()) if word in labels()]
    return known[-1] if known else ""


def _day(match: re.Match[str]) -> str | None:
    """Give the date of a match in ISO 8601 with reduced precision; None where it is none or can be read two ways."""
    part = {
        name[0]: value
        for name, value in match.groupdict().items()
        if value and name[0] in "ymdab" and name[1:].isdigit()
    }
    year = 1 if part["y"] == "元" else int(part["y"])
    if match["era"]:
        year += ERAS[match["era"]]
    elif year < 1000:
        return None
    if "a" in part:
        first, second = int(part["a"]), int(part["b"])
        if first != second and max(first, second) <= 12:
            return None
        part |= {"d": str(max(first, second)), "m": str(min(first, second))}
    month = months().get(part["m"].casefold()) or int(part["m"])
    iso = f"{year:04}-{month:02}" + (f"-{int(part['d']):02}" if "d" in part else "")
    try:
        return Published(iso).iso
    except ValueError:
        return None


def _clock(line: str, after: int, match: re.Match[str]) -> tuple[int, int, re.Match[str] | None]:
    """Give where the date with its time begins and ends, and the match of the time."""
    if clock := _AFTER.match(line, match.end()):
        return match.start(), clock.end(), clock
    if clock := _BEFORE.search(line[: match.start()], after):
        return clock.start(), match.end(), clock
    return match.start(), match.end(), None


def _moment(day: str, clock: re.Match[str] | None) -> Published:
    """Give the date with its time where the zone is known, else the day."""
    if clock is None or len(day) < 10:
        return Published(day)
    offset = _offset(clock["zone"], clock["offset"])
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    if offset is None:
        return Published(day)
    sign = "-" if offset < 0 else "+"
    zone = f"{sign}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
    try:
        return Published(f"{day}T{hour:02}:{clock['minute']}{zone}")
    except ValueError:
        return Published(day)


def _offset(zone: str | None, offset: str | None) -> int | None:
    """Give minutes east of UTC; None where the zone is unknown or has several meanings."""
    if offset and (zone is None or ZONES.get(zone) == 0):
        digits = offset[1:].replace(":", "")
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        return (hours * 60 + minutes) * (-1 if offset[0] == "-" else 1)
    return ZONES.get(zone or "")
