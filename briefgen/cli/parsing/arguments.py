"""What several commands take on the command line."""

import argparse
from datetime import date
from pathlib import Path
from typing import TypeAlias

EPILOG = """\
Exit codes: 0 fine; 1 findings (verify, approve: a fault; with --strict: a topic found nothing);
2 usage or config; 3 nothing could be read; 4 something could not be written or delivered. Data
goes to standard output, words and progress to standard error."""

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse gives its type no other name


def command_of(commands: Commands, name: str, text: str, example: str) -> argparse.ArgumentParser:
    """Add a command; its first sentence, but for what stands in brackets, is its help in the list of commands."""
    first = " ".join(text.partition("\n\n")[0].split()).partition(". ")[0].partition(" (")[0].rstrip(".")
    return commands.add_parser(
        name,
        help=first[0].lower() + first[1:],
        description=text,
        epilog=f"example:\n  {example}\n\n{EPILOG}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def configs(command: argparse.ArgumentParser) -> None:
    """Take the configs of one or more briefs."""
    command.add_argument("configs", type=Path, nargs="+", metavar="CONFIG", help="the config of a brief")


def scope(command: argparse.ArgumentParser) -> None:
    """Take what stands in place of a config's sources, day and corpus."""
    command.add_argument(
        "--sources", type=Path, nargs="+", metavar="PATH", help="files or folders instead of the config's sources"
    )
    command.add_argument("--as-of", type=day, metavar="DATE", help="the day of the brief, YYYY-MM-DD (default: today)")
    command.add_argument("--corpus", type=Path, metavar="FILE", help="the corpus file (default: the config's)")


def config(command: argparse.ArgumentParser) -> None:
    """Take the config of a brief."""
    command.add_argument("config", type=Path, metavar="CONFIG", help="the config of a brief")


def topics(command: argparse.ArgumentParser) -> None:
    """Take a config, what stands in place of what it says, and which of its topics are meant."""
    config(command)
    scope(command)
    command.add_argument("--topic", metavar="T", help="only the topics whose title holds these words")


def missed(command: argparse.ArgumentParser, usual: int) -> None:
    """Take how many near misses are shown."""
    command.add_argument(
        "--missed",
        type=number,
        default=usual,
        metavar="N",
        help=f"how many near misses a topic (default: {usual}; 0: all)",
    )


def against(command: argparse.ArgumentParser) -> None:
    """Take what finished files are proved against."""
    command.add_argument("--sources", type=Path, nargs="+", metavar="PATH", help="files or folders to look in")
    command.add_argument("--corpus", type=Path, metavar="FILE", help="the corpus file to look in")


def citations(command: argparse.ArgumentParser) -> None:
    """Take the style of citations."""
    command.add_argument(
        "--citations",
        default="chicago-notes",
        metavar="STYLE",
        help="the style of citations: a name as in a config, a .csl file, or a config (default: chicago-notes)",
    )


def as_json(command: argparse.ArgumentParser, text: str) -> None:
    """Take --json; `text` says what is printed then."""
    command.add_argument("--json", action="store_true", help=text)


def day(words: str) -> date:
    """Read a day as it is typed."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is not a day; write it as 2026-11-22") from None


def number(words: str) -> int:
    """Read a number as it is typed."""
    if not words.isdecimal():
        raise argparse.ArgumentTypeError(f"{words!r} is not a number; write 0 for no limit")
    return int(words)
