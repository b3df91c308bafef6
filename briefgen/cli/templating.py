"""What can be typed of templates."""

from typing import TYPE_CHECKING

from briefgen.cli.arguments import Commands, as_json, command_of

if TYPE_CHECKING:
    import argparse


def template(commands: "Commands[argparse.ArgumentParser]") -> None:
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
