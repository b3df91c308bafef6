"""What was fetched, kept as files: the bytes of every version, a log of visits, and the pages as they are now.

fetched/
  visits.jsonl        a line for each new version: address, time, headers, digest, file
  raw/<sha256>        the bytes as they came, never changed
  <source>/           one folder for each address of a config; its pages are ordinary sources
"""

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefgen.errors import OutputError

_KEPT_HEADERS = ("etag", "last-modified", "content-type")
_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/feed+json": ".json",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]{1,40})", re.IGNORECASE)
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_SLUG = re.compile(r"[^a-z0-9]+")
_SLUG_LENGTH = 60
"""Characters of an address that its file is named by, the last ones: they tell pages of one site apart."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that stands among the sources: its file, and whether it is new there."""

    path: Path
    is_new: bool


class Store:
    """The folder of what was fetched. All methods raise OutputError when it cannot be written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._visits: dict[str, dict[str, str]] = {}
        for line in _lines(folder / "visits.jsonl"):
            self._visits[line["url"]] = line

    def known(self, url: str) -> Mapping[str, str]:
        """Give the headers of the version of `url` that is kept; none where there is none."""
        visit = self._visits.get(url, {})
        return visit if visit and self._raw(visit).is_file() else {}

    def body(self, url: str) -> bytes:
        """Give the bytes of the version of `url` that is kept."""
        return self._raw(self._visits[url]).read_bytes()

    def take(self, url: str, found_at: str, headers: Mapping[str, str], body: bytes, at: datetime) -> bool:
        """Keep what came of asking for `url`; False if it is what came before."""
        digest = sha256(body).hexdigest()
        kept = {name: headers[name] for name in _KEPT_HEADERS if headers.get(name)}
        visit = {"url": url, "found_at": found_at, "at": at.isoformat(timespec="seconds"), **kept, "sha256": digest}
        before = self._visits.get(url, {})
        if not self._raw(visit).is_file():
            _write(self._raw(visit), body)
        is_changed = before.get("sha256") != digest
        if is_changed or any(before.get(name) != kept.get(name) for name in _KEPT_HEADERS):
            self._log(visit)
        return is_changed

    def place(self, url: str, folder: Path) -> Kept:
        """Let the page of `url` stand in a folder of sources as it is now."""
        visit = self._visits[url]
        path = folder / (file_name(visit["found_at"]) + _suffix(visit.get("content-type", "")))
        data = _readable(self.body(url), visit.get("content-type", ""))
        there = path.read_bytes() if path.is_file() else None
        if there != data:
            _write(path, data)
        return Kept(path, there is None)

    def found_at(self, url: str) -> str:
        """Give the address at which `url` was found in the end."""
        return self._visits[url]["found_at"]

    def _raw(self, visit: Mapping[str, str]) -> Path:
        return self._folder / "raw" / visit["sha256"]

    def _log(self, visit: dict[str, str]) -> None:
        self._visits[visit["url"]] = visit
        try:
            with (self._folder / "visits.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(visit, ensure_ascii=False) + "\n")
        except OSError as error:
            raise OutputError(str(self._folder), f"cannot be written ({error.strerror})") from error


def retrieved(folder: Path) -> dict[str, date]:
    """Give for the files of pages, by their names without suffix, the day on which each came as it is."""
    found = {}
    for line in _lines(folder / "visits.jsonl"):
        with suppress(ValueError):
            found[file_name(line["found_at"])] = date.fromisoformat(line.get("at", "")[:10])
    return found


def file_name(url: str) -> str:
    """Give the name of the file of an address: the end of its path for people, and a digest that no other has."""
    parts = urlsplit(url)
    words = _SLUG.sub("-", unquote(f"{parts.netloc} {parts.path}").casefold()).strip("-")
    return f"{words[-_SLUG_LENGTH:].strip('-')}-{sha256(url.encode()).hexdigest()[:8]}"


def _lines(path: Path) -> list[dict[str, str]]:
    """Give the lines of a log; one that is damaged, as by a crash, is as if it were not there."""
    found = []
    for line in path.read_text("utf-8", "replace").splitlines() if path.is_file() else ():
        try:
            visit = json.loads(line)
        except ValueError:
            continue
        if isinstance(visit, dict) and _DIGEST.match(str(visit.get("sha256"))) and {"url", "found_at"} <= visit.keys():
            found.append({key: str(value) for key, value in visit.items()})
    return found


def _suffix(content_type: str) -> str:
    kind = content_type.partition(";")[0].strip().lower()
    return _SUFFIXES.get(kind, ".xml" if kind.endswith("xml") and "xhtml" not in kind else ".html")


def _readable(data: bytes, content_type: str) -> bytes:
    """Give a text that can be read without its headers: in UTF-8 and marked so, if only they said what it is in."""
    charset = _CHARSET.search(content_type)
    if charset is None or not content_type.lower().startswith(("text/", "application/xhtml")):
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        try:
            return b"\xef\xbb\xbf" + data.decode(charset[1]).encode()
        except (LookupError, UnicodeError):
            return data
    return data


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.part")
        unfinished.write_bytes(data)
        os.replace(unfinished, path)  # noqa: PTH105 - Path.replace says the same and less
    except OSError as error:
        raise OutputError(str(path), f"cannot be written ({error.strerror})") from error
