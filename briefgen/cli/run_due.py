"""`briefgen run-due`."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TextIO

from briefgen.cli.clock import now
from briefgen.cli.options import say
from briefgen.errors import OutputError
from briefgen.pipeline.delivery.run_due import Event, Kind, Ran, run_due

_ALWAYS = (Kind.SENT, Kind.HELD, Kind.FAILED)


def run(options: Namespace) -> int:
    """Build and send whatever is due, and end; the exit code is that of the worst that happened."""
    if not options.folder.is_dir():
        say(f"there is no folder {options.folder}; name the folder of your configs")
        return 2
    moment = now()
    with _log(options) as log:
        ran = run_due(options.folder, moment, _teller(log, options.log_format))
    print(json.dumps(_plain(ran), ensure_ascii=False) if options.json else _line(ran))
    return ran.code


@contextmanager
def _log(options: Namespace) -> Iterator[TextIO]:
    """Give what is logged to: the end of a file, or standard error."""
    if options.log is None:
        yield sys.stderr
        return
    try:
        file = options.log.open("a", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise OutputError(str(options.log), (error.strerror or str(error)).lower()) from error
    try:
        yield file
    finally:
        # What could not be written was said when it could not.
        with suppress(OSError):
            file.close()


def _teller(log: TextIO, form: str) -> Callable[[Event], None]:
    """Give what logs an event, a line each. A log that cannot be written, on a full disk, keeps no brief."""

    def tell(event: Event) -> None:
        at = now().isoformat(timespec="seconds")
        # What servers and files say, or are called, may have several lines; a line of the log is one event.
        brief, words = (" ".join(each.split()) for each in (event.brief, event.words))
        fields = {"at": at, "brief": brief, "event": event.kind, "words": words}
        try:
            print(json.dumps(fields, ensure_ascii=False) if form == "json" else " ".join(fields.values()), file=log)
            log.flush()
        except OSError as error:
            say(f"the log cannot be written: {(error.strerror or str(error)).lower()}; {brief}: {words}")

    return tell


def _line(ran: Ran) -> str:
    """Give the line for monitoring. What did not happen is not said, but for what one waits for."""
    counts = [f"{n} {kind}" for kind, n in ran.counts.items() if kind is not Kind.NOTICE and (n or kind in _ALWAYS)]
    return f"run-due: {', '.join([f'{ran.due} due', *counts])}; {_coming(ran.coming)}"


def _coming(moment: datetime | None) -> str:
    return f"next {moment:%Y-%m-%d %H:%M} {moment.tzinfo}" if moment else "no config has a schedule"


def _plain(ran: Ran) -> dict[str, object]:
    return {
        "due": ran.due,
        **{kind.replace(" ", "_"): n for kind, n in ran.counts.items()},
        "events": [
            {"brief": each.brief, "event": each.kind, "words": each.words, "code": each.code} for each in ran.events
        ],
        "next": ran.coming.isoformat() if ran.coming else None,
        "code": ran.code,
    }
