"""Command transcripts: what is typed, what comes back, in Markdown that people read.

In a ```console block a line `$ command` is run by a shell, and the lines below it are what it prints, standard output
and standard error together; `[exit N]` ends it where the code is not 0. `...` stands for anything. The commands of
one document share a folder that begins as a copy of the shipped config/ and seeds/.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """One command, what it should print, and its exit code."""

    command: str
    output: str
    code: int


def steps(document: str) -> list[Step]:
    """Give the steps of a document, in order."""
    found = []
    for block in _BLOCK.findall(document):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            while command.endswith("\\"):
                more, _, output = output.partition("\n")
                command = command[:-1] + more.strip()
            exit_line = re.search(r"^\[exit (\d+)\]\n\Z", output, re.MULTILINE)
            code = int(exit_line[1]) if exit_line else 0
            found.append(Step(command, output[: exit_line.start()] if exit_line else output, code))
    return found


def desk(folder: Path) -> Path:
    """Make a folder with the shipped configs and sample sources."""
    for name in ("config", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def run(command: str, folder: Path) -> tuple[str, int]:
    """Run a command as a person in `folder` would; give what it prints and its exit code."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "92", "PYTHONWARNINGS": "error::DeprecationWarning:briefgen"}
    done = subprocess.run(
        ["bash", "-c", command],
        check=False,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    return done.stdout, done.returncode


def agrees(printed: str, expected: str) -> bool:
    """Say whether what was printed is what was expected; `...` stands for anything."""
    # A line of nothing but dots may stand for no line at all.
    lines = re.sub(r"^\.\.\.\n", "...", expected.rstrip(), flags=re.MULTILINE)
    pattern = ".*".join(re.escape(part) for part in lines.split("..."))
    return re.fullmatch(pattern, printed.rstrip(), re.DOTALL) is not None
