"""Readers at work: processes that read files within limits of time and memory, and that can be ended.

A file that hangs or crashes its reader ends by itself alone, with a stated reason. The queue is bounded: a reader waits
until what it has read was taken, and a file is handed out when a reader is free.
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
"""A source is read in this time, or not at all."""
MEMORY = 1 << 30
"""Bytes of memory that a reader has, where the system can limit them."""
RESTARTS = 3
"""So many members of one container may end their reader; what comes after them is left unread."""


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
                    yield from reader.lose(f"was ended: it took longer than {SECONDS:.0f} s to read")


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
        self.deadline = time.monotonic() + SECONDS
        try:
            message = self.connection.recv()
        except (EOFError, OSError):
            yield from self.lose("was ended: it crashed its reader")
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
        yield job, Taken(self._at, why=why, passing=True)
        if self._at != job.key and self._restarts < RESTARTS:
            self._at, self._done, self._restarts = job.key, self._done + 1, self._restarts + 1
            self._send()
            return
        if self._at != job.key:
            why = f"was left unread from here on: {RESTARTS + 1} of its members had to be ended"
            yield job, Taken(job.key, why=why, passing=True)
        self.job = None
        yield job, None

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
        self.deadline = time.monotonic() + SECONDS
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
    def begin(key: str) -> None:
        connection.send(key)
        _alarm(2 * SECONDS)

    _alarm(2 * SECONDS)
    try:
        for taken in take(job, sources.load_bytes(job.path, sources.CONTAINER_LIMIT), begin, skip):
            _alarm(0)
            connection.send(taken)
            _alarm(2 * SECONDS)
    except UnreadableError as error:
        connection.send(Taken(job.key, why=error.why, passing=True))
    except MemoryError:
        connection.send(Taken(job.key, why="needs more memory to be opened than a source may", passing=True))
    except (
        ArithmeticError,
        AttributeError,
        AssertionError,
        LookupError,
        TypeError,
        ValueError,
        RecursionError,
    ) as error:
        connection.send(Taken(job.key, why=f"cannot be opened: its reader failed ({type(error).__name__})"))
    finally:
        _alarm(0)


def _alarm(seconds: float) -> None:
    """Let the system end this process after a time, though who started it be gone; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    with suppress(ValueError, OSError):  # a lower limit is set already
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
