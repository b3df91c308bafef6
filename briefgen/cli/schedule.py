"""`briefgen schedule`."""

import json
import sys
from argparse import Namespace
from codecs import BOM_UTF16_LE
from collections.abc import Mapping
from datetime import UTC

from briefgen import schedule
from briefgen.cli.clock import now
from briefgen.cli.options import say
from briefgen.cli.parsing.schedules import FOLDER
from briefgen.pipeline.configs import load
from briefgen.pipeline.outputs import place_once
from briefgen.schedule import units

SHOWN = 3
"""So many slots are shown."""


def run(options: Namespace) -> int:
    """Show when briefs are due, or make what has the machine look."""
    return {"show": _show, "install": _install}[options.action](options)


def _show(options: Namespace) -> int:
    if not options.paths:
        say("name the configs whose times to show: briefgen schedule show config/russia.yaml")
        return 2
    code = 0
    for path in options.paths:
        found = load(path).schedule
        if found is None:
            say(f"{path} has no schedule; add schedule: with weekly: Monday 07:00 and timezone:")
            code = 2
            continue
        slots = schedule.next_slots(found, now(), SHOWN)
        local = [slot.astimezone(schedule.zone_of(found)) for slot in slots]
        if options.json:
            plain = {"name": path.stem, "schedule": found.words, "timezone": found.zone,
                     "next": [slot.isoformat() for slot in local]}  # fmt: skip
            print(json.dumps(plain, ensure_ascii=False))
            continue
        print(f"{path}: {found.words}, {found.zone}{', after review' if found.review else ''}")
        for slot in local:
            print(f"  {slot:%A %Y-%m-%d %H:%M} {found.zone}   {slot.astimezone(UTC):%Y-%m-%d %H:%M} UTC")
    return code


def _install(options: Namespace) -> int:
    folder, *others = options.paths or [FOLDER]
    if options.system is None or others or not folder.is_dir():
        say("name a system and one folder of configs: briefgen schedule install config --systemd")
        return 2
    command = (sys.executable, "-m", "briefgen", "run-due", str(folder.absolute()))
    if not all(map(str.isprintable, command)):
        say(f"{command[-1]!r}: this name has characters that no unit can hold; give the folder another")
        return 2
    files, hint = _made(options.system, command)
    for name, text in files.items():
        if options.write:
            # Task Scheduler reads UTF-16, as the task itself declares.
            data = BOM_UTF16_LE + text.encode("utf-16-le") if name == units.TASK else text.encode()
            print(place_once(options.write / name, data))
        else:
            print(f"# {name}\n{text}" if len(files) > 1 else text, end="")
    say(hint)
    return 0


def _made(system: str, command: tuple[str, ...]) -> tuple[Mapping[str, str], str]:
    """Give the files for a system, by name, and what to do with them."""
    if system == "systemd":
        where = "into ~/.config/systemd/user/, then: systemctl --user enable --now briefgen.timer"
        return units.systemd(command), f"put these {where}; loginctl enable-linger lets them run while you are away"
    if system == "cron":
        return {"briefgen.cron": units.crontab(command)}, "add this line with: crontab -e"
    hint = f"save it in UTF-16 (--write does), then: schtasks /Create /TN briefgen /XML {units.TASK}"
    return {units.TASK: units.windows(command)}, hint
