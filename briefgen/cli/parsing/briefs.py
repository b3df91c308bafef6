"""What can be typed of briefs: to build them, to see what they are made of, and to overrule it."""

from pathlib import Path

from briefgen.cli.parsing.arguments import (
    Commands,
    as_json,
    command_of,
    configs,
    missed,
    number,
    scope,
    topics,
)


def build(commands: Commands) -> None:
    """Add `build`."""
    command = command_of(
        commands,
        "build",
        "Build the brief of each CONFIG as Word and Markdown files.\n\n"
        "Every quotation is proved in the finished bytes before a file is put in place. A file that somebody has\n"
        "changed since is never overwritten: the new one gets a suffix.",
        "briefgen build config/russia.yaml --as-of 2026-11-22",
    )
    configs(command)
    scope(command)
    command.add_argument(
        "--out", type=Path, metavar="DIR", help="where the files go (default: out/ at the project root)"
    )
    command.add_argument(
        "--format",
        action="append",
        dest="formats",
        metavar="F",
        help="docx, md, html, pdf and so on; may be given several times (default: the config's)",
    )
    command.add_argument("--strict", action="store_true", help="end with 1 if a topic found nothing")
    command.add_argument("--scrub", action="store_true", help="leave the record of the brief out of its files")
    command.add_argument(
        "--changes", action="store_true", help="write what changed since the last edition, as tracked changes in Word"
    )
    command.add_argument(
        "--record", action="store_true", help="keep it as an edition, for a brief that is delivered by hand"
    )
    as_json(command, "print what was built as JSON")


def check(commands: Commands) -> None:
    """Add `check`."""
    command = command_of(
        commands,
        "check",
        "Read a config back in plain words, with what its topics find. All mistakes are shown at once,\n"
        "each with its file, line and column.",
        "briefgen check config/russia.yaml",
    )
    configs(command)
    scope(command)
    command.add_argument("--strict", action="store_true", help="end with 1 if a topic finds nothing")
    as_json(command, "print the findings as JSON")


def explain(commands: Commands) -> None:
    """Add `explain`."""
    command = command_of(
        commands,
        "explain",
        "Show why each excerpt was chosen, and what just missed. Writes no brief.",
        'briefgen explain config/russia.yaml --topic "Taiwan Strait"',
    )
    topics(command)
    missed(command, 5)
    as_json(command, "print everything as JSON")


def pick(commands: Commands) -> None:
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


def suggest(commands: Commands) -> None:
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


def template(commands: Commands) -> None:
    """Add `template`."""
    command = command_of(
        commands,
        "template",
        "Try templates and reference documents with sample data, or start a template of your own.\n\n"
        "`check FILE`: a template (its name, or a .md.j2), a Word file that briefs go into (.docx, .dotx), or a\n"
        "config: then both of its own. Says what is undefined, which fields there are not, which excerpts are left\n"
        "out, and which styles are missing. Ends with 1 if there is a fault.\n"
        "`new NAME`: writes templates/NAME.md.j2, which extends a template that there is. Nothing is overwritten.",
        "briefgen template new desk\n  briefgen template check templates/desk.md.j2",
    )
    command.add_argument("action", choices=("check", "new"), help="what to do")
    command.add_argument("names", nargs="+", metavar="FILE", help="what to check; or the name of the new template")
    command.add_argument(
        "--extends", default="policy-brief", metavar="NAME", help="what a new template extends (default: policy-brief)"
    )
    as_json(command, "print one JSON object a file: file faults notes")


def schema(commands: Commands) -> None:
    """Add `schema`."""
    command_of(
        commands,
        "schema",
        "Print the JSON Schema of a config, for editors that check and complete YAML.",
        "briefgen schema > config/briefgen.schema.json",
    )
