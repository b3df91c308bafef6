"""What can be typed of editions."""

from pathlib import Path

from briefgen.cli.parsing.arguments import (
    Commands,
    as_json,
    command_of,
    config,
)


def approve(commands: Commands) -> None:
    """Add `approve`."""
    command = command_of(
        commands,
        "approve",
        "Approve the edition that waits for a review: its files are frozen as they then are, edited or not.\n\n"
        "Without --file, the files in its folder are taken. Every quotation is proved first; what does not prove, and\n"
        "changes or comments that are still open, keep it in the house, each with a code by which it can be accepted.\n"
        "Where one file was edited or named, those of other formats are left out. Nothing is sent before\n"
        "`briefgen send`, or the next `briefgen run-due`. Ends with 1 if something stands against it.",
        "briefgen approve config/russia.yaml --file russia-edited.docx",
    )
    config(command)
    command.add_argument(
        "--file", action="append", dest="files", type=Path, default=[], metavar="EDITED", help="the file to approve"
    )
    command.add_argument(
        "--accept",
        action="append",
        nargs=2,
        default=[],
        metavar=("CODE", "WHY"),
        help="let a finding stand, by its code, and say why; both are kept with the edition",
    )
    as_json(command, "print how it went as JSON")


def editions(commands: Commands) -> None:
    """Add `editions`."""
    command = command_of(
        commands,
        "editions",
        "List the editions of a brief: when each was built, approved and sent, to whom, and with which hashes.",
        "briefgen editions config/russia.yaml --number 12 --save sent/",
    )
    config(command)
    command.add_argument("--number", type=int, metavar="N", help="only this edition, with all that is known of it")
    command.add_argument(
        "--save", type=Path, metavar="DIR", help="with --number: write the files of the edition, byte for byte, to DIR"
    )
    as_json(command, "print one JSON object an edition")


def diff(commands: Commands) -> None:
    """Add `diff`."""
    command = command_of(
        commands,
        "diff",
        "Say which excerpts came and went between two editions, by topic, with their citations.\n\n"
        "Each side is the name of an edition of the project here (as `briefgen editions` lists them), a folder that a\n"
        "brief was built into, or a brief.json. Ends with 1 if they differ.\n\n"
        "With --docx each is a Word file, or an edition whose Word file is meant, and a copy of B is written in which\n"
        "all that differs is a tracked change.",
        "briefgen diff russia/11 russia/12\n  briefgen diff russia/11 russia/12 --docx changes.docx",
    )
    command.add_argument("first", metavar="A", help="the earlier one")
    command.add_argument("second", metavar="B", help="the later one")
    command.add_argument(
        "--docx", type=Path, metavar="OUT", help="write the Word file B with what differs from A as tracked changes"
    )
    as_json(command, "print what differs as JSON")


def send(commands: Commands) -> None:
    """Add `send`."""
    command = command_of(
        commands,
        "send",
        "Send the newest approved edition to those who have not got it: by mail, into the folder, or both.\n\n"
        "Its files are verified first; what does not verify is not sent. Where everybody has it and the config has\n"
        "no schedule, the brief is built, and what differs is the next edition. The server is BRIEFGEN_SMTP_URL or\n"
        "the config's host; the password is BRIEFGEN_SMTP_PASSWORD, or in a file, or in the keyring. Ends with 4 if\n"
        "somebody is not served; `briefgen outbox` says who, and why.",
        "briefgen send config/russia.yaml --dry-run",
    )
    config(command)
    command.add_argument(
        "--dry-run",
        action="store_true",
        help="send nothing: write the mail as a file (.eml), which Outlook and others open as a draft",
    )
    command.add_argument(
        "--to", default="", metavar="ADDR", help="send to this address alone: a recipient, or yourself for a trial"
    )
    command.add_argument("--edition", type=int, metavar="N", help="this edition (default: the newest)")
    command.add_argument(
        "--again", action="store_true", help="send to those who have it too: the same message, byte for byte"
    )
    as_json(command, "print one JSON object a recipient")


def outbox(commands: Commands) -> None:
    """Add `outbox`."""
    command = command_of(
        commands,
        "outbox",
        "List what waits to be sent from the project here, and what was refused; show one delivery; or retry.\n\n"
        "What is to be retried is tried by the next `briefgen send` or `run-due`, its tries counted anew.",
        "briefgen outbox retry 12",
    )
    command.add_argument(
        "action", nargs="?", choices=("list", "retry", "show"), default="list", help="what to do (default: list)"
    )
    command.add_argument("number", nargs="?", type=int, metavar="N", help="one delivery (retry: default: all refused)")
    command.add_argument("--all", action="store_true", help="list what was served too")
    as_json(command, "print one JSON object a delivery")
