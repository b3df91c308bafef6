"""What can be typed of choosing by hand."""

from typing import TYPE_CHECKING

from briefgen.cli.arguments import Commands, as_json, command_of, missed, number, topics

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
    topics(command)
    missed(command, 10)
    as_json(command, "print the candidates as JSON, one a line, and ask nothing")


def suggest(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Add `suggest`."""
    command = command_of(
        commands,
        "suggest",
        "Propose words, names and short forms that go with a topic in its sources, with counts.\n\n"
        "They stand in sentences that speak of the topic far oftener than in others (log-likelihood ratio, Dunning\n"
        "1993; from 10.83 on, chance is below one in a thousand). Which of them belong to the topic, you decide.",
        'briefgen suggest config/russia.yaml --topic "Taiwan Strait"',
    )
    topics(command)
    command.add_argument("--limit", type=number, default=20, metavar="N", help="how many a topic (default: 20; 0: all)")
    as_json(command, "print one JSON object a line: topic term kind here elsewhere ratio whole")
