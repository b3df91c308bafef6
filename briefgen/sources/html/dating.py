"""Dates as pages write them, to what they mean: explicit forms first, dateparser for the rest; nothing relative.

A time is kept only with its zone. A date that can be read two ways, or whose year nobody wrote, is none.
"""

import re

from briefgen.clean import dates
from briefgen.model.source import Published

_LONGEST = 80
"""No date has more characters."""
_FIRST = 1500
"""Before that year nothing was published: such dates are what programs write for "none"."""
_ZEROS = frozenset(("1970-01-01", "1900-01-01", "1969-12-31"))
"""Days that mean "none" to programs."""
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:(?:T|\s+)(?P<time>\d\d:\d\d)(?::\d\d(?:[.,]\d{1,9})?)?"
    r"\s*(?:(?P<utc>Z|UTC|GMT)|(?P<offset>[+-]\d\d)(?::?(?P<minutes>\d\d))?)?)?",
    re.ASCII | re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_JAVASCRIPT = re.compile(
    r"(?:\w{3}\s)?(?P<month>\w{3})\s(?P<day>\d\d)\s(?P<year>\d{4})\s(?P<time>\d\d:\d\d):\d\d\sGMT(?P<offset>[+-]\d{4})\b.*",
    re.ASCII,
)
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/-]|\Z)", re.ASCII)
_LETTERS = re.compile(r"[^\W\d_]{2}")


def parse(words: str, language: str = "") -> Published | None:
    """Give the date that `words` state; None where they state none, or none for sure.

    `language` is that of the page, if it is known: only then are names of months looked up that are of no common one.
    """
    words = " ".join(words.split())
    if not words or len(words) > _LONGEST:
        return None
    return _sound(_iso(words) or _explicit(words) or _by_library(words, language))


def in_path(url: str) -> Published | None:
    """Give the day that the path of an address names (`/2026/11/20/`); None where it names none, or several."""
    found = {*_IN_PATH.findall(url)}
    return _sound(_published("-".join(found.pop()))) if len(found) == 1 else None


def is_local_day(day: Published, moment: Published) -> bool:
    """Say whether `moment`, a time in UTC, may fall on `day` where it was published, and on another day in UTC.

    West of Greenwich it may still be the day before, until noon; east of it, the day after, from 10 o'clock on.
    """
    if len(day.iso) < len("2026-11-20") or "T" not in moment.iso:
        return False
    hour = int(moment.iso[11:13])
    return {-1: hour < 12, 1: hour >= 10}.get((day.earliest - moment.earliest).days, False)


def _sound(found: Published | None) -> Published | None:
    if found is None or found.earliest.year < _FIRST or found.iso[:10] in _ZEROS:
        return None
    return found


def _iso(words: str) -> Published | None:
    """Read ISO 8601 as programs write it: with seconds, with a space for the T, with or without a zone."""
    if compact := _COMPACT.fullmatch(words):
        return _published("-".join(compact.groups()))
    match = _ISO.fullmatch(words)
    if match is None:
        return None
    offset = f"{match['offset']}:{match['minutes'] or '00'}" if match["offset"] else ""
    zone = "+00:00" if match["utc"] else offset
    moment = f"{match['day']}T{match['time']}{zone}" if zone else ""
    return _published(moment) or _published(match["day"])


def _explicit(words: str) -> Published | None:
    """Read a date that is written out, in any language that `briefgen.dates` knows."""
    if match := _JAVASCRIPT.fullmatch(words):
        words = "{day} {month} {year} {time} UTC{offset}".format(**match.groupdict())
    found = dates.written(words)
    if found or len(stamps := dates.stamps(words)) != 1:
        return found
    return stamps[0].published


def _by_library(words: str, language: str) -> Published | None:
    """Ask dateparser, for the day only: day, month and year must all be there, the month by its name."""
    if not language or not _LETTERS.search(words) or not re.search(r"(?<!\d)\d{4}(?!\d)", words):
        return None
    from dateparser.date import DateDataParser  # noqa: PLC0415 - few pages need it, and it takes long to load

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "STRICT_PARSING": True}
    try:
        parser = DateDataParser(languages=[language.partition("-")[0].lower()], settings=settings)
        moment = parser.get_date_data(words).date_obj
    except (ValueError, OverflowError, TypeError):  # what it raises on odd words and unknown languages
        return None
    # What it understands of the rest is not said: the numbers must be there as they are.
    if moment is None or not {moment.year, moment.day} <= {int(number) for number in re.findall(r"\d+", words)}:
        return None
    return _published(f"{moment:%Y-%m-%d}")


def _published(iso: str) -> Published | None:
    try:
        return Published(iso) if iso else None
    except ValueError:
        return None
