"""Dates as they are written out: explicit forms only, nothing relative, nothing ambiguous."""

import re
from typing import NamedTuple

from briefgen import dates
from briefgen.clean.datewords import ZONES, beside, labels
from briefgen.model.source import Published
from briefgen.text import display


class Stamp(NamedTuple):
    """A date in a line (`line[start:end]` with its time and zone), and whether the line calls it an update."""

    published: Published
    start: int
    end: int
    label: str


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
    for date in dates.written(line):
        if len(date.readings) > 1:
            continue
        after = found[-1].end if found else 0
        start, end, clock = _clock(line, after, date)
        found.append(Stamp(_moment(date.readings[0], clock), start, end, label(line[after:start])))
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


def label(words: str) -> str:
    """Say whether words call a date "published" or "updated"; empty if they do not."""
    known = [labels()[word] for word in _WORD.findall(words.casefold()) if word in labels()]
    return known[-1] if known else ""


def _clock(line: str, after: int, date: dates.Written) -> tuple[int, int, re.Match[str] | None]:
    """Give where the date with its time begins and ends, and the match of the time."""
    if clock := _AFTER.match(line, date.end):
        return date.start, clock.end(), clock
    if clock := _BEFORE.search(line[: date.start], after):
        return clock.start(), date.end, clock
    return date.start, date.end, None


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
