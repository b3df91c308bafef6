"""A source that was fetched bears the day on which it came; one that a person brought bears none."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from briefgen.compose.sample import FULL
from briefgen.fetching.store import Store, retrieved
from briefgen.model.settings import Remote, Settings
from briefgen.pipeline.draft import _retrieved

URL = "https://port.example/ferry"


def test_the_day_is_that_of_the_version_that_stands_there(tmp_path):
    folder = tmp_path / ".briefgen" / "fetched"
    store = Store(folder)
    for day, body in ((16, b"<p>It runs.</p>"), (17, b"<p>It runs again.</p>"), (18, b"<p>It runs again.</p>")):
        store.take(URL, URL, {}, body, datetime(2026, 11, day, 23, 30, tzinfo=UTC))
    kept = store.place(URL, folder / "port")
    with (folder / "visits.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps({"url": "x", "found_at": "x", "at": "soon", "sha256": "0" * 64}) + "\n")
    assert [str(day) for day in retrieved(folder).values()] == ["2026-11-17"]

    settings = Settings("b", tmp_path / "b.yaml", tmp_path, "B", (), remote=(Remote(URL, folder / "port"),))
    first, second, *_ = (replace(row, retrieved=None) for row in FULL.sources)
    path = kept.path.relative_to(tmp_path).as_posix()
    fetched = replace(first, appearance=replace(first.appearance, path=path))
    days = [row.retrieved and row.retrieved.iso for row in _retrieved((fetched, second), settings)]
    assert days == ["2026-11-17", None]
    assert [row.retrieved for row in _retrieved((fetched,), replace(settings, remote=()))] == [None]
