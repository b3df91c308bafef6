"""Feeds and pages on the web become sources, at the price of a question for each that has not changed."""

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from server import serving
from web import AT, QUICK, article, project, stock

from briefgen.cli import main
from briefgen.pipeline.bench import Against, open_bench
from briefgen.pipeline.build import build
from briefgen.pipeline.fetch import fetch
from briefgen.pipeline.sources import known
from briefgen.pipeline.verify import verify

DAY = date(2026, 11, 22)


@pytest.fixture
def server():
    with serving() as running:
        stock(running)
        yield running


@pytest.fixture
def settings(server, tmp_path):
    return project(tmp_path, server)


def test_the_first_run_reads_all_and_the_second_reads_nothing_again(server, settings):
    first = fetch(settings, AT, QUICK)
    assert (first.read, first.revised, first.unchanged, first.skipped) == (33, 0, 0, ())
    assert len(first.files) == 30
    assert len(server.asked) == 34
    del server.asked[:]
    second = fetch(settings, AT, QUICK)
    assert (second.read, second.unchanged, second.skipped) == (0, 33, ())
    asked = [(path, sent.get("If-None-Match")) for path, sent in server.asked if path != "/robots.txt"]
    assert len(asked) == 33
    assert all(tag for _, tag in asked)
    assert second.files == first.files


def test_what_was_fetched_is_read_like_any_folder(server, settings):
    fetch(settings, AT, QUICK)
    listing = known(settings, DAY)
    assert (listing.intake.read, len(listing.families)) == (30, 30)
    urls = {each.work.url for each in listing.appearances}
    assert urls == {f"{server.url}/{feed}/{n}-berth.html" for feed in range(3) for n in range(10)}
    again = known(settings, DAY)
    assert (again.intake.read, again.intake.unchanged) == (0, 30)


def test_a_changed_page_is_a_new_version_and_what_was_quoted_of_the_old_one_is_still_proved(server, settings, tmp_path):
    fetch(settings, AT, QUICK)
    settings = replace(settings, formats=("md",))
    built = build(settings, DAY, tmp_path / "out")
    old = next(placed.path for placed in built.placed if placed.path.suffix == ".md")
    quoted = {built.brief.excerpt(excerpt.id).document for excerpt in built.brief.excerpts}
    assert quoted
    for feed in range(3):
        for n in range(10):
            server.pages[f"/{feed}/{n}-berth.html"] = article(feed, n, " Then it sailed.").replace(
                b"failed", b"burnt out"
            )
    fetched = fetch(settings, AT, QUICK)
    assert (fetched.read, fetched.revised, fetched.unchanged) == (30, 30, 3)
    again = build(settings, DAY, tmp_path / "again")
    assert again.intake.revised == 30
    assert not quoted & {excerpt.document for excerpt in again.brief.excerpts}
    with open_bench([old], Against()) as bench:
        verdict = verify(old, bench).verdict
    assert len(verdict.findings) >= len(built.brief.excerpts)
    assert not verdict.faults


def test_every_versions_bytes_are_kept_with_the_time_and_the_headers(server, settings):
    fetch(settings, AT, QUICK)
    page = article(0, 0)
    server.pages["/0/0-berth.html"] = article(0, 0, " Then it sailed.")
    fetch(settings, AT.replace(hour=9), QUICK)
    folder = settings.remote[0].folder.parent
    assert (folder / "raw" / sha256(page).hexdigest()).read_bytes() == page
    visits = [json.loads(line) for line in (folder / "visits.jsonl").read_text("utf-8").splitlines()]
    first, second = [each for each in visits if each["url"].endswith("/0/0-berth.html")]
    assert (first["at"], second["at"]) == ("2026-11-20T07:30:00+00:00", "2026-11-20T09:30:00+00:00")
    assert first["sha256"] == sha256(page).hexdigest()
    assert first["etag"] != second["etag"]


def test_a_log_that_broke_off_loses_only_its_last_line(server, settings):
    fetch(settings, AT, QUICK)
    log = settings.remote[0].folder.parent / "visits.jsonl"
    log.write_bytes(log.read_bytes()[:-40])
    fetched = fetch(settings, AT, QUICK)
    assert (fetched.read, fetched.unchanged) == (1, 32)


def test_what_a_person_wrote_into_the_table_stays(server, settings):
    fetch(settings, AT, QUICK)
    table = settings.remote[0].folder / "sources.csv"
    rows = table.read_text("utf-8-sig").splitlines()
    assert rows[0] == "file,url"
    rows[0] += ",publisher"
    rows[1] = f"{rows[1].split(',')[0]},https://corrected.example/a-1,Port Times"
    table.write_text("\n".join(rows), "utf-8")
    server.pages["/rss.xml"] = (
        server.pages["/rss.xml"][0].replace(b"</channel>", b"<item><link>/new-1.html</link></item></channel>"),
        "text/xml",
    )
    server.pages["/new-1.html"] = article(4, 4)
    assert fetch(settings, AT, QUICK).read == 2
    now = table.read_text("utf-8-sig").splitlines()
    assert now[: len(rows)] == rows
    assert len(now) == len(rows) + 1


def test_one_bad_address_stops_nothing_and_what_was_there_stays(server, settings):
    fetch(settings, AT, QUICK)
    server.pages["/0/3-berth.html"] = lambda handler: handler.give(b"", status=410)
    server.pages["/1/3-berth.html"] = (b"\x00\x01", "video/mp4")
    server.pages["/feed.json"] = (b'{"version": "https://jsonfeed.org/version/1.1", "items": ', "application/feed+json")
    fetched = fetch(settings, AT, QUICK)
    why = {address.removeprefix(server.url): reason for address, reason in fetched.skipped}
    assert why == {
        "/0/3-berth.html": "the server's answer is 410",
        "/1/3-berth.html": "is video/mp4, which holds nothing to quote",
        "/feed.json": "is a JSON feed that is damaged",
    }
    assert len(known(settings, DAY).appearances) == 30


def test_a_feed_leads_nowhere_that_the_config_does_not_allow(server, tmp_path):
    server.pages["/evil.xml"] = (
        f"<rss><channel><title>E</title><item><link>http://localhost:{server.port}/0/0-berth.html</link></item>"
        "<item><link>file:///etc/hosts</link></item><item><link>javascript:x</link></item></channel></rss>".encode(),
        "application/rss+xml",
    )
    fetched = fetch(project(tmp_path, server, "/evil.xml"), AT, QUICK)
    assert fetched.files == ()
    assert "not of the public internet" in dict(fetched.skipped)[f"http://localhost:{server.port}/0/0-berth.html"]
    assert [path for path, _ in server.asked] == ["/robots.txt", "/evil.xml"]


def test_a_page_whose_charset_only_its_headers_say_is_read_in_it(server, tmp_path):
    words = "Der Kran im Hafen hebt für die Fähre schwere Güter über die Brücke."
    server.pages["/seite-1.html"] = (
        f"<html><body><p>{words}</p></body></html>".encode("latin-1"),
        "text/html; charset=ISO-8859-1",
    )
    settings = project(tmp_path, server, "/seite-1.html")
    (file,) = fetch(settings, AT, QUICK).files
    assert words in file.read_text("utf-8-sig")


def test_what_was_not_fetched_is_said_and_the_command_tells_how_it_went(server, settings, capsys, monkeypatch):
    (settings.root / "notes").mkdir()
    (settings.root / "notes" / "note.txt").write_text("The berth of Calder is open, said the council.", "utf-8")
    text = settings.path.read_text("utf-8").replace("sources:\n", "sources:\n  - ../notes\n")
    settings.path.write_text(text, "utf-8")
    assert main(["check", str(settings.path)]) == 0
    said = capsys.readouterr().err
    assert said.count("has not been fetched; run: briefgen fetch") == 3
    # A server of somebody else's is asked once a second.
    monkeypatch.setattr("briefgen.fetching.client.Manners", lambda: QUICK)
    assert main(["fetch", str(settings.path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["read"], told["skipped"]) == (33, [])
    assert main(["check", str(settings.path), "--json"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["articles"] == 31
    assert "has not been fetched" not in captured.err
