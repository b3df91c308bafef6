"""Readers at work: processes that read files within limits of time and memory, and that can be ended.

A file that hangs or crashes its reader ends by itself alone, with a stated reason. The queue is bounded: a reader waits
until what it has read was taken, and a file is handed out when a reader is free. What is read does not depend on how
busy the machine is: the time of the processor is limited, and that of the clock only for what hangs.
"""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Self

from briefgen import sources
from briefgen.errors import UnreadableError
from briefgen.pipeline.intake.taking import Job, Taken, take

SECONDS = 20.0
"""A source is read within so much time of a processor, where the system can limit that, or not at all."""
PATIENCE = 600.0
"""A reader that gives no sign of itself for so many seconds is ended: what sleeps takes no time of a processor."""
MEMORY = 1 << 30
"""Bytes of memory that a reader has, where the system can limit them."""
RESTARTS = 3
"""So many members of one container may end their reader; what comes after them is left unread."""

_HUNG = f"it hung its reader for {PATIENCE / 60:.0f} minutes"
_BY_SIGNAL = {
    getattr(signal, "SIGPROF", None): f"it took more than {SECONDS:.0f} s of a processor's time to read",
    getattr(signal, "SIGALRM", None): _HUNG,
}
"""Why a process was ended by the system; Windows has neither signal."""


class Crew:
    """As many readers as there are processors; each starts when there is a file for it."""

    def __init__(self) -> None:
        self._readers = [_Reader() for _ in range(_processors())]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        for reader in self._readers:
            reader.end()

    def read(self, jobs: Iterator[Job]) -> Iterator[tuple[Job, Taken | None]]:
        """Give what comes of these files as it comes, None when one is done; a free reader takes the next."""
        while True:
            for reader in self._readers:
                if reader.job is None and (job := next(jobs, None)):
                    reader.give(job)
            busy = [reader for reader in self._readers if reader.job]
            if not busy:
                return
            first = min(reader.deadline for reader in busy)
            ready = wait([reader.connection for reader in busy], max(0.0, first - time.monotonic()))
            now = time.monotonic()
            for reader in busy:
                if reader.connection in ready:
                    yield from reader.take()
                elif reader.deadline <= now:
                    yield from reader.lose(_HUNG)


class _Reader:
    """One process, and the file it is at."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self.connection: Connection
        self.job: Job | None = None
        self.deadline = 0.0

    def give(self, job: Job) -> None:
        """Give it a file."""
        self.job = job
        self._at, self._done, self._restarts = job.key, 0, 0
        self._send()

    def take(self) -> Iterator[tuple[Job, Taken | None]]:
        """Take one message: which source it is at, what came of one, or that the file is done."""
        assert self.job
        job = self.job
        self.deadline = time.monotonic() + PATIENCE
        try:
            message = self.connection.recv()
        except (EOFError, OSError):
            yield from self.lose(self._ended())
            return
        if isinstance(message, str):
            self._at = message
            return
        if message is None:
            self.job = None
        else:
            self._at, self._done = job.key, self._done + 1
        yield job, message

    def lose(self, why: str) -> Iterator[tuple[Job, Taken | None]]:
        """End the process; the source it was at is lost, and what comes after it goes to another."""
        assert self.job
        job = self.job
        self.end()
        if self._at != job.key:
            yield job, Taken(self._at, why=f"was ended: {why}", passing=True)
            self._at, self._done, self._restarts = job.key, self._done + 1, self._restarts + 1
            if self._restarts <= RESTARTS:
                self._send()
                return
            why = f"{self._restarts} of them had to be ended"
        members = self._done - 1
        what = f"was left unread behind its first {members:,} members" if members > 0 else "was ended"
        yield job, Taken(job.key, why=f"{what}: {why}", passing=True)
        self.job = None
        yield job, None

    def _ended(self) -> str:
        """Say why the process ended by itself."""
        assert self._process
        self._process.join(5)  # it is dying, or there would be no end of the connection; one that lingers has crashed
        return _BY_SIGNAL.get(-(self._process.exitcode or 0), "it crashed its reader")

    def end(self) -> None:
        """End the process at once."""
        if self._process is None:
            return
        self._process.kill()
        self._process.join()
        self._process.close()
        self.connection.close()
        self._process = None

    def _send(self) -> None:
        if self._process is None:
            context = multiprocessing.get_context("spawn")
            self.connection, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
        self.deadline = time.monotonic() + PATIENCE
        with suppress(OSError):  # a process that is gone is found out when it is listened to
            self.connection.send((self.job, self._done))


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _serve(connection: Connection) -> None:
    """Read files until nobody asks any more. What the libraries print is for nobody."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - the name of a device
        os.dup2(nowhere.fileno(), 2)
    _limit_memory()
    with suppress(EOFError, OSError):
        while True:
            job, skip = connection.recv()
            _work(connection, job, skip)
            connection.send(None)


def _work(connection: Connection, job: Job, skip: int) -> None:
    def tell(message: str | Taken) -> None:
        _allow(0)  # who takes it may be busy for long, and that is no fault of the source
        connection.send(message)
        _allow(1)

    _allow(1)
    try:
        for taken in take(job, sources.load_bytes(job.path, sources.CONTAINER_LIMIT), tell, skip):
            tell(taken)
    except UnreadableError as error:
        tell(Taken(job.key, why=error.why, passing=True))
    except MemoryError:
        tell(Taken(job.key, why="needs more memory to be opened than a source may", passing=True))
    except (
        ArithmeticError,
        AttributeError,
        AssertionError,
        LookupError,
        TypeError,
        ValueError,
        RecursionError,
    ) as error:
        tell(Taken(job.key, why=f"cannot be opened: its reader failed ({type(error).__name__})"))
    finally:
        _allow(0)


def _allow(times: int) -> None:
    """Let the system end this process when its time is over, though who started it be gone; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, times * SECONDS)
        signal.setitimer(signal.ITIMER_REAL, times * 2 * PATIENCE)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    with suppress(ValueError, OSError):  # a lower limit is set already
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
