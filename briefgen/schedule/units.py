"""What makes a machine look every quarter of an hour what is due: units of systemd, a line for cron, a task of Windows.

Each takes the command (the program and its arguments, printable) and gives text. No schedule stands in them: a config
that changes changes nothing here, and after an outage the next look finds what was missed.
"""

import shlex
from collections.abc import Mapping, Sequence
from subprocess import list2cmdline
from types import MappingProxyType
from xml.sax.saxutils import escape

SERVICE, TIMER, TASK = "briefgen.service", "briefgen.timer", "briefgen.xml"

_SAID = "Build and send the briefs that are due"
_SERVICE = """\
[Unit]
Description={said}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart={command}
"""
_TIMER = """\
[Unit]
Description={said}, every quarter of an hour

[Timer]
OnCalendar=*:0/15
Persistent=true

[Install]
WantedBy=timers.target
"""
_TASK = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>{said}</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Enabled>true</Enabled>
      <StartBoundary>2026-01-01T00:00:00</StartBoundary>
      <Repetition>
        <Interval>PT15M</Interval>
      </Repetition>
    </TimeTrigger>
  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT2H</ExecutionTimeLimit>
  </Settings>
  <Actions>
    <Exec>
      <Command>{program}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""


def systemd(command: Sequence[str]) -> Mapping[str, str]:
    """Give a service and its timer, by file name; quoting by systemd.service(5), COMMAND LINES."""
    program, *arguments = command
    # In what follows the program, $ begins a variable.
    words = [_quoted(program), *(_quoted(word.replace("$", "$$")) for word in arguments)]
    service = _SERVICE.format(said=_SAID, command=" ".join(words))
    return MappingProxyType({SERVICE: service, TIMER: _TIMER.format(said=_SAID)})


def crontab(command: Sequence[str]) -> str:
    """Give a line for cron. The shell gets what stands behind the times; a bare % would begin a new line there.

    cron mails whatever is printed: events, which go to standard error, and not the line of every run.
    """
    return f"*/15 * * * * {shlex.join(command)} > /dev/null\n".replace("%", r"\%")


def windows(command: Sequence[str]) -> str:
    """Give a task for `schtasks /Create /XML`, which reads a file in UTF-16 (MS-TSCH, section 2.5)."""
    program, *arguments = command
    return _TASK.format(said=_SAID, program=escape(program), arguments=escape(list2cmdline(arguments)))


def _quoted(word: str) -> str:
    escaped = word.replace("\\", r"\\").replace('"', r"\"").replace("%", "%%")
    return f'"{escaped}"' if escaped != word or any(map(str.isspace, word)) or "'" in word or ";" in word else word
