"""Readers at work: what hangs, crashes or eats memory ends by itself alone."""

import os
import resource
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

    def mark(text, hints=(), habits=frozenset()):
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
    monkeypatch.setattr(crews, "SECONDS", 4.0)


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
        "hang.txt": "HANG",
        "fail.txt": "FAIL",
        "z.txt": NOTE,
    }
    found, done = outcomes(tmp_path, files)
    assert done == sorted(files)
    assert (found["a.txt"], found["z.txt"]) == (NOTE, NOTE)
    assert found["crash.txt"] == "was ended: it crashed its reader"
    assert found["hang.txt"] == "was ended: it took longer than 4 s to read"
    assert found["fail.txt"] == "cannot be read: its reader failed (ZeroDivisionError)"
    limited = resource.getrlimit(resource.RLIMIT_AS)[1] == resource.RLIM_INFINITY
    assert "memory" in found["gorge.txt"] or not limited


def test_a_member_that_ruins_its_reader_is_passed_over(tmp_path, ruinous):
    found, done = outcomes(tmp_path, {"a.zip": zipped(NOTE, "CRASH", NOTE, "CRASH", NOTE)})
    assert list(found) == ["a.zip", *(f"a.zip/{i}.txt" for i in range(5))]
    assert [found[f"a.zip/{i}.txt"] == NOTE for i in range(5)] == [True, False, True, False, True]
    assert done == ["a.zip"]


def test_a_container_of_nothing_but_ruin_is_left(tmp_path, ruinous):
    found, done = outcomes(tmp_path, {"a.zip": zipped(*["CRASH"] * 9, NOTE)})
    assert found["a.zip"] == "was left unread from here on: 4 of its members had to be ended"
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
