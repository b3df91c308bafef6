"""Units, the line for cron and the task of Windows: what the machine makes of them."""

import shlex
import shutil
import subprocess
import sys

import pytest
from lxml import etree

from briefgen.schedule import units

AWKWARD = (sys.executable, "-m", "briefgen", "run-due", '/srv/100% "desk" $HOME; it\'s/con\\fig')
TASKS = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


@pytest.mark.parametrize("command", [(sys.executable, "-m", "briefgen", "run-due", "/srv/desk/config"), AWKWARD])
def test_systemd_accepts_the_units(command, tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("needs systemd-analyze")
    written = units.systemd(command)
    assert set(written) == {"briefgen.service", "briefgen.timer"}
    for name, text in written.items():
        (tmp_path / name).write_text(text, "utf-8")
    paths = [str(tmp_path / name) for name in written]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *paths], check=False, capture_output=True, text=True, timeout=60
    )
    # Not a word of these two, whatever else there is to say of this machine.
    assert "briefgen" not in done.stderr, done.stderr
    assert done.returncode == 0


def test_systemd_quotes_what_would_act():
    service = units.systemd(AWKWARD)["briefgen.service"]
    assert service.count("ExecStart=") == 1
    line = next(line for line in service.splitlines() if line.startswith("ExecStart="))
    assert line.endswith(r'''run-due "/srv/100%% \"desk\" $$HOME; it's/con\\fig"''')


def test_cron_gives_the_shell_the_command():
    line = units.crontab(AWKWARD)
    *times, command = line.split(" ", 5)
    assert times == ["*/15", "*", "*", "*", "*"]
    assert line.count("\n") == 1
    # cron takes the backslash away and would end the command at a bare %.
    assert "%" not in command.replace(r"\%", "")
    assert tuple(shlex.split(command.replace(r"\%", "%"))) == (*AWKWARD, ">", "/dev/null")


def test_windows_gets_a_task_in_the_order_of_its_schema():
    program = r"C:\Program Files\Python & Co\python.exe"
    task = units.windows((program, "-m", "briefgen", "run-due", r"C:\the desk\config"))
    root = etree.fromstring(task.encode("utf-16"))  # what it declares is what is written
    assert [part.tag.removeprefix(TASKS) for part in root] == ["RegistrationInfo", "Triggers", "Settings", "Actions"]
    trigger = root.find(f"{TASKS}Triggers/{TASKS}TimeTrigger")
    # triggerBaseType is a sequence.
    assert [part.tag.removeprefix(TASKS) for part in trigger] == ["Enabled", "StartBoundary", "Repetition"]
    assert root.findtext(f"{TASKS}Triggers/{TASKS}TimeTrigger/{TASKS}Repetition/{TASKS}Interval") == "PT15M"
    assert root.findtext(f"{TASKS}Settings/{TASKS}StartWhenAvailable") == "true"
    assert root.findtext(f"{TASKS}Settings/{TASKS}MultipleInstancesPolicy") == "IgnoreNew"
    assert root.findtext(f"{TASKS}Actions/{TASKS}Exec/{TASKS}Command") == program
    assert root.findtext(f"{TASKS}Actions/{TASKS}Exec/{TASKS}Arguments") == r'-m briefgen run-due "C:\the desk\config"'
