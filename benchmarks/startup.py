"""How long whole commands take, beside pandoc turning the same Markdown into Word, in the same run.

    python benchmarks/startup.py [--sources FOLDER] [--runs N]

Each figure is wall time of a whole process after one warm-up, in milliseconds: minimum, median, maximum. The commands
are run in turn, so that a machine that slows down slows all of them. pandoc comes from pypandoc-binary
(`pip install 'briefgen[bench]'`); without it its row is left out.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
FIRST_BUILD = "briefgen build, nothing read yet"


def main() -> None:
    """Time the commands and print the table."""
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        commands = commands_for(options.sources, project_in(Path(folder)))
        timed: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(options.runs + 1):
            for name, command in commands.items():
                if name == FIRST_BUILD:
                    shutil.rmtree(Path(folder) / ".briefgen")
                spent = wall(command)
                if turn:
                    timed[name].append(spent)
    print(f"{'command':<34}{'min':>8}{'median':>8}{'max':>8}   milliseconds, {options.runs} runs")
    for name, times in timed.items():
        print(f"{name:<34}{min(times):>8.0f}{median(times):>8.0f}{max(times):>8.0f}")
    if "pandoc, the same Markdown" in timed:
        ratio = median(timed["briefgen build"]) / median(timed["pandoc, the same Markdown"])
        print(f"\nbuild / pandoc: {ratio:.2f}")


def arguments() -> argparse.Namespace:
    """Read what was typed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, default=ROOT / "seeds", help="a folder of sources (default: seeds/)")
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each command (default: 7)")
    return parser.parse_args()


def project_in(folder: Path) -> Path:
    """Make a project with the shipped config, so that nothing is written into this one."""
    shutil.copytree(ROOT / "config", folder / "config")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


def commands_for(sources: Path, project: Path) -> dict[str, list[str]]:
    """Give what is timed, by name."""
    briefgen = [sys.executable, "-m", "briefgen"]
    config = str(project / "config" / "russia.yaml")
    typed = ["--sources", str(sources.resolve()), "--as-of", "2026-11-22"]
    # A first build, which leaves the Markdown that pandoc gets.
    subprocess.run([*briefgen, "build", config, *typed], check=True, capture_output=True)
    markdown = project / "out" / "russia" / "2026-11-22" / "russia-2026-11-22.md"
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "briefgen --help": [*briefgen, "--help"],
        "briefgen check": [*briefgen, "check", config, *typed],
        FIRST_BUILD: [*briefgen, "build", config, *typed],
        "briefgen build": [*briefgen, "build", config, *typed],
    }
    if pandoc := pandoc_path():
        commands["pandoc, the same Markdown"] = [pandoc, str(markdown), "-o", str(project / "pandoc.docx")]
    return commands


def pandoc_path() -> str | None:
    """Give where pandoc is, if it is anywhere."""
    try:
        import pypandoc  # noqa: PLC0415 - an optional peer
    except ImportError:
        return shutil.which("pandoc")
    return str(pypandoc.get_pandoc_path())


def wall(command: list[str]) -> float:
    """Give the milliseconds that a whole process takes."""
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
