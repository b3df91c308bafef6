"""What can be typed of schedules."""

from pathlib import Path

from briefgen.cli.parsing.arguments import Commands, as_json, command_of

FOLDER = Path("config")
"""Where configs are, unless another folder is named."""


def run_due(commands: Commands) -> None:
    """Add `run-due`."""
    command = command_of(
        commands,
        "run-due",
        "Build and send every brief of a folder of configs that is due, try again what waits, and end.\n\n"
        "A timer calls it (see: briefgen schedule install). After an outage the last brief of each config is caught\n"
        "up, once. One brief that breaks does not keep the others. The last line is for monitoring.",
        "briefgen run-due config --log /var/log/briefgen.log",
    )
    command.add_argument(
        "folder", type=Path, nargs="?", default=FOLDER, metavar="CONFIG_DIR", help="the folder (default: config)"
    )
    command.add_argument("--log", type=Path, metavar="FILE", help="add what happens to FILE, not to standard error")
    command.add_argument(
        "--log-format", choices=("text", "json"), default="text", help="a line of words, or of JSON, for each event"
    )
    as_json(command, "print how it went as JSON")


def schedule(commands: Commands) -> None:
    """Add `schedule`."""
    command = command_of(
        commands,
        "schedule",
        "Show when briefs are due, or make what has this machine run what is due.\n\n"
        "`show CONFIG…` gives the next three times of each, there and in UTC. `install [CONFIG_DIR]` prints units for\n"
        "systemd, a line for cron or a task for Windows that call `briefgen run-due` every quarter of an hour.",
        "briefgen schedule show config/russia.yaml\n"
        "  briefgen schedule install --systemd --write ~/.config/systemd/user",
    )
    command.add_argument("action", choices=("show", "install"), help="what to do")
    command.add_argument("paths", type=Path, nargs="*", metavar="PATH", help="configs; to install: their folder")
    system = command.add_mutually_exclusive_group()
    for name, made in (("systemd", "a service and a timer"), ("cron", "a line of a crontab"), ("windows", "a task")):
        system.add_argument(f"--{name}", dest="system", action="store_const", const=name, help=f"install: {made}")
    command.add_argument(
        "--write", type=Path, metavar="DIR", help="install: write into DIR, over nothing that is there"
    )
    as_json(command, "show: print one JSON object a config")
