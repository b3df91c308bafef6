"""`briefgen run-due`, killed in the middle of its work, and run again: what each reader then has, and what is left.

Used by tests/pipeline/test_kills.py, a few times, and by benchmarks/kills.py, as often as one wants.
"""

import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from harbour import READERS, config, mailing, project
from postbox import Postbox, Posted

from briefgen.model.project import LEDGER
from briefgen.pipeline.delivery.run_due import run_due

SEEN = datetime(2026, 3, 2, 6, tzinfo=UTC)
DUE, LATER = "2026-03-02T07:00+00:00", "2026-03-02T{:02}:00+00:00"


@dataclass(frozen=True, slots=True)
class Trial:
    """How one kill went: how far the sending was, the readers who have a message twice, and what is wrong, if anything.

    `accepted` is how many messages the server had taken and the ledger not yet noted, when the process was killed.
    """

    served: int
    accepted: int
    twice: tuple[str, ...]
    wrong: tuple[str, ...]


def trial(root: Path, kill: Callable[[subprocess.Popen[bytes], Postbox], None], slow: float = 0) -> Trial:
    """Make a project at `root`, run what is due, let `kill` end it, run again until nothing waits, and look.

    The server thinks about each message for `slow` seconds.
    """

    def answer(_: Posted) -> str:
        time.sleep(slow)
        return "250 accepted"

    with Postbox(answer) as postbox:
        folder = project(root)
        config(folder, "port", "schedule: {weekly: Monday 07:00}", mailing(postbox.port, attach="docx"))
        run_due(folder, SEEN)
        process = run(folder, DUE)
        kill(process, postbox)
        process.kill()
        process.wait()
        time.sleep(slow + 0.1)  # the server takes what it has been given whole
        served, accepted = _standing(folder.parent, postbox)
        for hours in range(8, 14):
            if run(folder, LATER.format(hours)).wait() == 0 and _outcomes(folder.parent) == {"served": len(READERS)}:
                break
        twice = tuple(reader for reader, n in Counter(each.recipient for each in postbox.posted).items() if n > 1)
        return Trial(served, accepted, twice, tuple(_wrong(folder.parent, postbox, accepted)))


def run(folder: Path, now: str) -> subprocess.Popen[bytes]:
    """Start `briefgen run-due` at this time."""
    command = [sys.executable, "-m", "briefgen", "run-due", str(folder)]
    environment = {**os.environ, "BRIEFGEN_NOW": now}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def after(seconds: float) -> Callable[[subprocess.Popen[bytes], Postbox], None]:
    """Give what kills so many seconds after the start."""
    return lambda _process, _postbox: time.sleep(seconds)


def at_message(number: int) -> Callable[[subprocess.Popen[bytes], Postbox], None]:
    """Give what kills after the server has taken this message, and before its answer can arrive."""

    def kill(process: subprocess.Popen[bytes], postbox: Postbox) -> None:
        def answer(_: Posted) -> str:
            if len(postbox.posted) == number - 1:
                process.kill()
                process.wait()
            return "250 accepted"

        postbox.answer = answer
        process.wait()
        postbox.answer = lambda _: "250 accepted"

    return kill


def _standing(root: Path, postbox: Postbox) -> tuple[int, int]:
    served = _outcomes(root).get("served", 0)
    return served, len(postbox.posted) - served


def _outcomes(root: Path) -> dict[str, int]:
    with closing(sqlite3.connect(root / LEDGER)) as ledger:
        return dict(ledger.execute("SELECT outcome, count(*) FROM delivery GROUP BY outcome"))


def _wrong(root: Path, postbox: Postbox, accepted: int) -> list[str]:
    """Give what does not hold, in words."""
    wrong = []
    by_reader = {reader: [each for each in postbox.posted if each.recipient == reader] for reader in READERS}
    wrong += [f"{reader} has nothing" for reader, posted in by_reader.items() if not posted]
    wrong += [f"{reader} has unlike messages" for reader, got in by_reader.items() if len({m.data for m in got}) > 1]
    names = {reader: {m.message["Message-ID"] for m in posted} for reader, posted in by_reader.items()}
    if len(set.union(*names.values())) != len(READERS):
        wrong.append(f"the messages have these names: {names}")
    twice = sum(len(posted) - 1 for posted in by_reader.values() if posted)
    if twice > accepted:
        wrong.append(f"{twice} messages came twice, where {accepted} had been taken and not noted")
    return wrong + _wrong_files(root) + _wrong_ledger(root)


def _wrong_files(root: Path) -> list[str]:
    """Every file in out/ is whole: one that a build noted before it put it there."""
    with closing(sqlite3.connect(root / LEDGER)) as ledger:
        known = {row[0] for row in ledger.execute("SELECT sha256 FROM written")}
    files = [path for path in (root / "out").rglob("*") if path.is_file() and not path.name.endswith(".part")]
    return [f"{path} is no whole file" for path in files if sha256(path.read_bytes()).hexdigest() not in known]


def _wrong_ledger(root: Path) -> list[str]:
    with closing(sqlite3.connect(root / LEDGER)) as ledger:
        checks = (
            ledger.execute("PRAGMA integrity_check").fetchall(),
            ledger.execute("PRAGMA foreign_key_check").fetchall(),
        )
        editions = ledger.execute("SELECT brief, number, state FROM edition").fetchall()
        outcomes = dict(ledger.execute("SELECT outcome, count(*) FROM delivery GROUP BY outcome"))
        frozen = ledger.execute("SELECT sha256, data FROM frozen").fetchall()
        leases = ledger.execute("SELECT count(*) FROM lease").fetchone()[0]
    found = {
        f"the ledger is broken: {checks}": checks != ([("ok",)], []),
        f"the editions are {editions}": editions != [("port", 1, "approved")],
        f"the deliveries are {outcomes}": outcomes != {"served": len(READERS)},
        "a frozen file is not its digest": any(sha256(data).hexdigest() != digest for digest, data in frozen),
        f"{leases} leases are left": leases != 0,
    }
    return [words for words, is_so in found.items() if is_so]
