"""`fetch`: the feeds and pages that a config names, brought in as files. No other use case needs a network."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import FetchError, UnreadableError
from briefgen.fetching import Kept, Store
from briefgen.fetching.addresses import address
from briefgen.model.settings import Remote, Settings
from briefgen.pipeline.worklist import fill
from briefgen.sources.recognising import Kind, recognise

if TYPE_CHECKING:
    from briefgen.fetching.client import Client, Manners

MOST_ENTRIES = 200
"""Entries of one feed whose pages are fetched, the first ones: feeds begin with what is new."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Fetched:
    """How the fetching went.

    Of the addresses that were asked for, `read` gave something (`revised` of them other than before), and `unchanged`
    were as they were; `skipped` gave nothing, and why. `files` are the pages that stand in the folders of sources.
    """

    read: int
    revised: int
    unchanged: int
    skipped: tuple[tuple[str, str], ...]
    files: tuple[Path, ...]


def fetch(
    settings: Settings, at: datetime, manners: "Manners | None" = None, progress: Progress | None = None
) -> Fetched:
    """Fetch the remote sources of `settings`, each page once; `at` is noted as the time. Raises OutputError."""
    from briefgen.fetching import client  # noqa: PLC0415 - the network's libraries load only where it is used

    folder = settings.remote[0].folder.parent if settings.remote else settings.root
    with client.Client(settings.allow_private, manners or client.Manners()) as asking:
        run = _Run(asking, Store(folder), at, progress)
        for remote in settings.remote:
            run.source(remote)
    counts = run.counts
    skipped = tuple(run.skipped.items())
    return Fetched(counts["read"], counts["revised"], counts["unchanged"], skipped, tuple(sorted(run.files)))


class _Run:
    """One fetching on its way."""

    def __init__(self, client: "Client", store: Store, at: datetime, progress: Progress | None) -> None:
        self._client, self._store, self._at, self._progress = client, store, at, progress
        self._asked: set[str] = set()
        self._ahead = 0
        self.counts: Counter[str] = Counter()
        self.skipped: dict[str, str] = {}
        self.files: set[Path] = set()

    def source(self, remote: Remote) -> None:
        """Fetch a page, or a feed and the pages that it lists; what cannot be fetched now stands as it was."""
        self._ahead += 1
        self._ask(remote.url)
        if not self._store.known(remote.url):
            return
        pages = self._listed(remote.url)
        if pages is None:
            pages = [remote.url]
        else:
            self._ahead += len(pages)
            for page in pages:
                self._ask(page)
        placed = {page: self._store.place(page, remote.folder) for page in pages if self._store.known(page)}
        self._note(placed, remote.folder)

    def _ask(self, url: str) -> None:
        """Ask for an address, once in a run."""
        if url not in self._asked:
            self._asked.add(url)
            try:
                answer = self._client.get(url, self._store.known(url))
                self._take(url, answer.url, answer.headers, answer.body)
            except FetchError as error:
                self.skipped[url] = error.why if error.what == url else str(error)
        if self._progress:
            self._progress(len(self._asked), max(self._ahead, len(self._asked)))

    def _take(self, url: str, found_at: str, headers: Mapping[str, str], body: bytes | None) -> None:
        was_known = bool(self._store.known(url))
        if body is None or not self._store.take(url, found_at, headers, body, self._at):
            self.counts["unchanged"] += 1
            return
        self.counts["read"] += 1
        self.counts["revised"] += was_known

    def _listed(self, url: str) -> list[str] | None:
        """Give the addresses of the pages that a feed lists, each once; None for what is no feed."""
        data = self._store.body(url)
        try:
            kind = recognise(data, "page.html")
            if kind not in {Kind.FEED, Kind.JSON_FEED}:
                return None
            return list(dict.fromkeys(self._addresses(data, kind, url)))[:MOST_ENTRIES]
        except UnreadableError as error:
            self.skipped[url] = error.why
            return []

    def _addresses(self, data: bytes, kind: Kind, url: str) -> Iterator[str]:
        from briefgen.sources import feeds  # noqa: PLC0415 - most configs name no feed

        for entry in (feeds.entries if kind is Kind.FEED else feeds.items)(data, url):
            link = json.loads(entry.data).get("url")
            try:
                if link:
                    yield str(address(link, self._store.found_at(url)))
            except FetchError as error:
                self.skipped[error.what] = error.why

    def _note(self, placed: Mapping[str, Kept], folder: Path) -> None:
        """Note in the table of works where each new page was found."""
        self.files |= {kept.path for kept in placed.values()}
        new = {kept.path.name: {"url": self._store.found_at(url)} for url, kept in placed.items() if kept.is_new}
        if new:
            fill(folder / "sources.csv", new)
