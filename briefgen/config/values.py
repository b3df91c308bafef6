"""The texts that a config holds: how each is checked and what it means."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from briefgen.config.kinds import written
from briefgen.config.reading import Surroundings, Wrong, short
from briefgen.model.query import Query
from briefgen.model.settings import Period
from briefgen.model.source import Published
from briefgen.query import from_about, parse
from briefgen.text import canonicalise, display

PROSE_LIMIT = 1 << 20
"""The most bytes that the file of a summary or an assessment may have."""

_PERIOD = re.compile(r"([1-9]\d{0,3}) ?(day|week|month|year)s?\Z", re.ASCII)
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_LONGEST = {"day": 36525, "week": 5218, "month": 1200, "year": 100}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*\Z", re.IGNORECASE | re.ASCII)  # the usual part of BCP 47
_WEB = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_HOW_LONG = "write 7 days, 2 weeks, 6 months or 1 year (at most 100 years)"
_WHICH_DAY = "write 2021, 2021-10 or 2021-10-04"


def _line(text: str, _: Surroundings) -> str:
    return display(text)


def _words(text: str, _: Surroundings) -> str:
    return display(_exact(text, _))


def _exact(text: str, _: Surroundings) -> str:
    if not text.strip():
        raise Wrong("the text is empty", "write something, or leave out the key")
    return text


def name_of(text: str) -> str:
    """Give a name as it is shown. Raises Wrong when there is no word in it."""
    if not any(map(str.isalnum, text)):
        raise Wrong(f"{text or 'an empty name'} holds no word", "write a name that stands in texts")
    return display(text)


def _language(text: str, _: Surroundings) -> str:
    if not _LANGUAGE.match(text):
        raise Wrong(f"{short(text, 60)} is not the tag of a language", "write en, ja, ko or pt-BR, say")
    return text


def _period(text: str, _: Surroundings) -> Period:
    words = display(text)
    found = _PERIOD.match(words)
    if not found or int(found[1]) > _LONGEST[found[2]]:
        raise Wrong(f"{short(words, 60)} is not a length of time", _HOW_LONG)
    many, unit = int(found[1]), found[2]
    return Period(words, many * _DAYS.get(unit, 0), many * _MONTHS.get(unit, 0))


def _day(text: str, _: Surroundings) -> Published:
    try:
        day = Published(text)
    except ValueError:
        raise Wrong(f"{short(text, 60)} is not a date", _WHICH_DAY) from None
    if day.precision == "minute":
        raise Wrong("a day needs no time", _WHICH_DAY)
    return day


def _term(text: str, _: Surroundings) -> str:
    from_about([text])
    return text


def _query_of_a_term(text: str, around: Surroundings) -> Query:
    return from_about([text], around.entities)


def _query(text: str, around: Surroundings) -> Query:
    return parse(text, around.entities)


def _inside(text: str, around: Surroundings) -> Path:
    return Path(os.path.abspath(around.folder / _exact(text, around)))  # noqa: PTH100 - `resolve` would follow links


def _source(text: str, around: Surroundings) -> Path | str:
    """Give a source: the path of what is there, or an address of the web."""
    return _web(text) if _WEB.match(text.strip()) else _existing(text, around)


def _web(text: str) -> str:
    url = text.strip()
    wrong = Wrong(f"{short(url, 60)} is no address of the web", "write it whole: https://example.org/feed.xml")
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - a number that is no port raises here
    except ValueError:
        raise wrong from None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or any(map(str.isspace, url)):
        raise wrong
    if parts.username is not None:
        raise Wrong("this address holds a name or a password", "write it without")
    return url


def _existing(text: str, around: Surroundings) -> Path:
    if not os.path.exists(around.folder / text):  # noqa: PTH110 - unlike Path.exists, never raises
        raise _absent("file or folder", text, around)
    return _inside(text, around)


def _file(text: str, around: Surroundings) -> Path:
    if not os.path.isfile(around.folder / text):  # noqa: PTH113 - unlike Path.is_file, never raises
        raise _absent("file", text, around)
    return _inside(text, around)


def _absent(what: str, text: str, around: Surroundings) -> Wrong:
    shown = (around.folder / display(text)).as_posix()
    return Wrong(f"there is no {what} {shown}", "check the name: it is relative to the config's folder")


def named_prose(text: str) -> str:
    """Give the name of the file that a text is in; nothing for the text itself."""
    name = text.strip()
    return name if "\n" not in name and name.endswith(".md") else ""


def _prose(text: str, around: Surroundings) -> str:
    name = named_prose(text)
    if not name:
        return canonicalise(text).strip()
    path = _file(name, around)
    try:
        data = path.read_bytes()
        if len(data) > PROSE_LIMIT:
            raise Wrong(f"{name} has {len(data):,} bytes", f"at most {PROSE_LIMIT:,} are read")
        return canonicalise(data.decode()).strip()
    except UnicodeDecodeError:
        raise Wrong(f"{name} is not in UTF-8", "save it as UTF-8") from None
    except OSError as error:
        raise Wrong(f"{name} cannot be read: {error.strerror}", "check its permissions") from None


LINE = written(_line)
WORDS = written(_words)
EXACT = written(_exact)
NAME = written(lambda text, _: name_of(text))
LANGUAGE = written(_language)
PERIOD = written(_period, _HOW_LONG)
DAY = written(_day, _WHICH_DAY, years=True)
TERM = written(_term)
RELATED = written(_query_of_a_term)
QUERY = written(_query)
INSIDE = written(_inside)
SOURCE = written(_source)
FILE = written(_file)
PROSE = written(_prose)
