"""What can be typed of finished files that people have edited."""

from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.cli.arguments import Commands, as_json, command_of, scope

if TYPE_CHECKING:
    import argparse


def pull(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Add `pull`."""
    command = command_of(
        commands,
        "pull",
        "Bring back what a person did to a brief in Word, so that the next build keeps it: their own words as\n"
        "Markdown files, excerpts that they took out, moved or put in another order as picks.\n\n"
        "Tracked changes are read as if accepted. What cannot be brought back is listed: altered quotations, notes\n"
        "and titles, comments. The config is never rewritten; a line that it needs is said. A file that somebody has\n"
        "changed is kept, and the new one gets a suffix.",
        "briefgen pull russia-2026-11-22-edited.docx",
    )
    command.add_argument("file", type=Path, metavar="EDITED.docx", help="the brief, edited in Word or LibreOffice")
    command.add_argument(
        "--config", type=Path, metavar="CONFIG", help="its config (default: by the record in the file)"
    )
    scope(command)
    as_json(command, "print what was brought back as JSON")
