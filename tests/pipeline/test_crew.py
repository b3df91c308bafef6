"""Readers at work: what loops, hangs, crashes or eats memory ends by itself alone, however busy the machine is."""

import os
import resource
import signal
import time
from io import BytesIO
from zipfile import ZipFile

import pytest

from briefgen import clean
from briefgen.pipeline.intake import crew as crews
from briefgen.pipeline.intake.crew import Crew
from briefgen.pipeline.intake.taking import Job

NOTE = "The old crane at the southern quay was taken down on Monday.\n"
real_mark, real_serve = clean.mark, crews._serve


def serve(connection):
    """Serve as readers do, but let some words be the ruin of a reader."""
    crews.SECONDS = 1.5

    def mark(text, hints=(), habits=frozenset()):
        while "LOOP" in text:
            pass
        if "ALONE" in text:  # hangs, and nobody is there who would end it
            crews.PATIENCE = 0.01
            crews._allow(1)
        if "HANG" in text:
            time.sleep(60)
        if "CRASH" in text:
            os._exit(9)
        if "GORGE" in text:
            return bytearray(3 << 30)
        if "FAIL" in text:
            raise ZeroDivisionError
        return real_mark(text, hints, habits)

    clean.mark = mark
    real_serve(connection)


@pytest.fixture
def ruinous(monkeypatch):
    monkeypatch.setattr(crews, "_serve", serve)


def zipped(*texts):
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text)
    return out.getvalue()


def outcomes(folder, files, known=None):
    """What came of each source of these files, and which files were done."""
    jobs = []
    for name, data in files.items():
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        jobs.append(Job(folder / name, name, known or {}))
    found, done = {}, []
    with Crew() as crew:
        for job, taken in crew.read(iter(jobs)):
            if taken is None:
                done.append(job.key)
            else:
                found[taken.key] = taken.why or (taken.reading.text if taken.reading else None)
    return found, sorted(done)


def test_files_are_read_by_several_and_each_is_done_once(tmp_path):
    files = {f"{i}.txt": f"{i}: {NOTE}" for i in range(12)}
    found, done = outcomes(tmp_path, files)
    assert found == files
    assert done == sorted(files)


def test_what_ruins_a_reader_ends_alone_and_the_others_are_read(tmp_path, ruinous):
    files = {
        "a.txt": NOTE,
        "crash.txt": "CRASH",
        "gorge.txt": "GORGE",
        "hang.txt": "HANG ALONE",
        "loop.txt": "LOOP",
        "fail.txt": "FAIL",
        "z.txt": NOTE,
    }
    found, done = outcomes(tmp_path, files)
    assert done == sorted(files)
    assert (found["a.txt"], found["z.txt"]) == (NOTE, NOTE)
    assert found["crash.txt"] == "was ended: it crashed its reader"
    assert found["hang.txt"] == "was ended: it hung its reader for 10 minutes"
    assert found["loop.txt"] == "was ended: it took more than 20 s of a processor's time to read"
    assert found["fail.txt"] == "cannot be read: its reader failed (ZeroDivisionError)"
    limited = resource.getrlimit(resource.RLIMIT_AS)[1] == resource.RLIM_INFINITY
    assert "memory" in found["gorge.txt"] or not limited


def test_what_hangs_is_ended_by_the_clock(tmp_path, ruinous, monkeypatch):
    monkeypatch.setattr(crews, "PATIENCE", 0.5)
    found, done = outcomes(tmp_path, {"hang.txt": "HANG"})
    assert found == {"hang.txt": "was ended: it hung its reader for 10 minutes"}
    assert done == ["hang.txt"]


def left():
    """What is left of the times of a processor and of the clock."""
    return signal.getitimer(signal.ITIMER_PROF)[0], signal.getitimer(signal.ITIMER_REAL)[0]


class Listener:
    """Takes what a reader sends, and notes what time was running meanwhile."""

    def __init__(self):
        self.messages, self.running = [], []

    def send(self, message):
        self.messages.append(message if isinstance(message, str) else message.key)
        self.running.append(left())


def test_each_member_has_its_own_time_and_none_runs_while_its_reader_waits_to_be_heard(tmp_path, monkeypatch):
    times = []

    def mark(text, hints=(), habits=frozenset()):
        times.append(left())
        spent = time.process_time() + 0.02
        while time.process_time() < spent:
            pass
        return real_mark(text, hints, habits)

    monkeypatch.setattr(clean, "mark", mark)
    (tmp_path / "a.zip").write_bytes(zipped(*[NOTE] * 20))
    listener = Listener()
    crews._work(listener, Job(tmp_path / "a.zip", "a.zip"), 0)
    assert {*listener.running, left()} == {(0.0, 0.0)}
    assert len(times) >= 20
    assert min(cpu for cpu, _ in times) > crews.SECONDS - 0.2
    assert min(clock for _, clock in times) > crews.PATIENCE


def test_members_that_were_read_before_a_reader_was_lost_have_their_own_time_too(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped(*[NOTE] * 4))
    listener = Listener()
    crews._work(listener, Job(tmp_path / "a.zip", "a.zip"), 3)
    assert listener.messages == ["a.zip"] * 3 + ["a.zip/2.txt"] * 2 + ["a.zip/3.txt"] * 2


def test_a_member_that_ruins_its_reader_is_passed_over(tmp_path, ruinous):
    found, done = outcomes(tmp_path, {"a.zip": zipped(NOTE, "CRASH", NOTE, "CRASH", NOTE)})
    assert list(found) == ["a.zip", *(f"a.zip/{i}.txt" for i in range(5))]
    assert [found[f"a.zip/{i}.txt"] == NOTE for i in range(5)] == [True, False, True, False, True]
    assert done == ["a.zip"]


def test_a_container_of_nothing_but_ruin_is_left(tmp_path, ruinous):
    found, done = outcomes(tmp_path, {"a.zip": zipped(*["CRASH"] * 9, NOTE)})
    assert found["a.zip"] == "was left unread behind its first 4 members: 4 of them had to be ended"
    assert len(found) == 5
    assert done == ["a.zip"]


def test_a_file_that_cannot_be_opened_says_why(tmp_path):
    found, _ = outcomes(tmp_path, {"a.zip": b"PK\x03\x04 and no more"})
    assert "damaged" in found["a.zip"]
    with Crew() as crew:
        (_, taken), (_, done) = crew.read(iter([Job(tmp_path / "none.zip", "none.zip")]))
    assert (taken.why, taken.passing, done) == ("there is no such file", True, None)


def test_readers_are_gone_when_the_crew_is(tmp_path):
    (tmp_path / "a.txt").write_text(NOTE)
    with Crew() as crew:
        work = crew.read(iter([Job(tmp_path / "a.txt", "a.txt")] * 4))
        next(work)
        processes = [reader._process.pid for reader in crew._readers if reader._process]
    assert processes
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
