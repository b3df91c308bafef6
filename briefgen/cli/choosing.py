"""What can be typed of choosing by hand."""

from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.cli.arguments import Commands, as_json, command_of, count, scope

if TYPE_CHECKING:
    import argparse


def pick(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Add `pick`."""
    command = command_of(
        commands,
        "pick",
        "Go through the candidates of each topic and keep, drop, move, widen or narrow them, key by key.\n\n"
        "Each decision is written at once into the file of picks beside the config (CONFIG.picks.yaml), which every\n"
        "build obeys. Press ? for the keys. Without a terminal, keys are read from standard input, one a line.",
        "briefgen pick config/russia.yaml",
    )
    command.add_argument("config", type=Path, metavar="CONFIG", help="the config of a brief")
    scope(command)
    command.add_argument("--topic", metavar="T", help="only the topics whose title holds these words")
    command.add_argument(
        "--missed", type=count, default=10, metavar="N", help="how many near misses a topic (default: 10; 0: all)"
    )
    as_json(command, "print the candidates as JSON, one a line, and ask nothing")
