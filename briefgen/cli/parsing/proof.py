"""What can be typed of finished files."""

from pathlib import Path

from briefgen.cli.parsing.arguments import (
    Commands,
    against,
    as_json,
    citations,
    command_of,
    number,
    scope,
)


def verify(commands: Commands) -> None:
    """Add `verify`."""
    command = command_of(
        commands,
        "verify",
        "Prove all quotations of finished files: Word, Markdown, HTML, PDF, brief.json, edited or not, ours or not.\n\n"
        "Each quotation is read as if all tracked changes were accepted, and looked for in the sources: the --sources\n"
        "given, else the --corpus, else the corpus of the project that the file lies in. It is found to be exact;\n"
        "typography only or abridged (told, and no fault); altered, moved, miscited, uncited, unknown or unproven.\n"
        "Missing is an excerpt of the brief that the file no longer holds. An unknown quotation of less than four\n"
        "words is no fault. Presence is proved, support is not. Ends with 1 if there is a fault.",
        "briefgen verify out/russia/2026-11-22/russia-2026-11-22.docx\n  briefgen verify memo.docx --sources clips/",
    )
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a finished file")
    against(command)
    command.add_argument(
        "--since", action="store_true", help="also say which of the cited sources have changed or gone since"
    )
    command.add_argument("--strict", action="store_true", help="end with 1 for minor findings too")
    command.add_argument(
        "--html", type=Path, metavar="OUT", help="write a report to look at, with sources side by side"
    )
    command.add_argument(
        "--annotate", type=Path, metavar="OUT", help="write a copy of a Word file with a comment at each finding"
    )
    command.add_argument(
        "--footnote",
        type=Path,
        metavar="OUT",
        help="write a copy of a Word file with a note at each proved quotation",
    )
    citations(command)
    as_json(command, "print one JSON object a file")


def quote(commands: Commands) -> None:
    """Add `quote`."""
    command = command_of(
        commands,
        "quote",
        "Print the whole sentence that holds some words, with its citation, ready to paste.\n\n"
        "They are looked for in the --sources given, else in the --corpus, else in the corpus of the project here.",
        'briefgen quote "opening words of a sentence" --sources clips/',
    )
    command.add_argument("words", nargs="+", metavar="WORDS", help="words of a sentence, as they stand there")
    against(command)
    citations(command)
    command.add_argument("--limit", type=number, default=3, metavar="N", help="how many sources (default: 3; 0: all)")
    as_json(command, "print JSON lines: words citation path document start end")


def pull(commands: Commands) -> None:
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
