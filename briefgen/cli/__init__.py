"""The command line: words, progress and exit codes."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from briefgen.cli.harmless import harmless
from briefgen.cli.parser import parser
from briefgen.errors import BriefgenError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 fine, 1 findings, 2 usage or config, 3 nothing read, 4 delivery."""
    # A command lives briefly and keeps most of what it makes: looking for garbage often only costs time.
    gc.set_threshold(100_000)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]  # real streams have it
    with harmless(sys.stdout, sys.stderr):
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    options = parser().parse_args(arguments)
    command = import_module(f"briefgen.cli.{(options.command or 'status').replace('-', '_')}")
    try:
        code: int = command.run(options)
        sys.stdout.flush()
    except BriefgenError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # The reader has gone (`| head`); Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"standard output cannot be written: {(error.strerror or str(error)).lower()}", file=sys.stderr)
        return 4
    except (RecursionError, MemoryError) as error:
        print(f"this is nested too deeply, or too large, to be read ({type(error).__name__})", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("stopped; nothing that was written before is lost", file=sys.stderr)
        return 130
    return code
