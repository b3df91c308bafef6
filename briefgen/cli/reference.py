"""The command reference: `python -m briefgen.cli.reference > docs/commands.md`."""

import argparse
import os
from collections.abc import Iterator

from briefgen.cli.parsing import parser

_HEAD = """\
# Commands

Made from the program's own help by `python -m briefgen.cli.reference`; a test holds it to that.
"""


def reference() -> str:
    """Give docs/commands.md: the help of every command, as Markdown."""
    os.environ["COLUMNS"] = "92"
    top = parser()
    parts = [_HEAD, *(f"## `{each.prog}`\n\n```text\n{each.format_help()}```\n" for each in (top, *_commands(top)))]
    return "\n".join(parts)


def _commands(top: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    for action in top._actions:  # noqa: SLF001 - argparse has no public way to list its subparsers
        if isinstance(action.choices, dict):
            yield from action.choices.values()


if __name__ == "__main__":
    print(reference(), end="")
