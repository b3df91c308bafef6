"""How long `briefgen run-due` takes where nothing is due, which is what a timer finds every quarter of an hour.

    python benchmarks/due.py [--configs N] [--runs N]

Each figure is wall time of a whole process, in milliseconds: minimum, median, maximum; beside it the processor time,
which a busy machine does not lengthen. The configs are copies of the
shipped one, in three time zones, and the sample entities stand beside them; the first run, which reads them all, is
told apart.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
NOW = "2026-11-26T12:00:00+00:00"
ZONES = ("Asia/Tokyo", "America/New_York", "Europe/London")


def main() -> None:
    """Time the runs and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--configs", type=int, default=200, help="how many configs (default: 200)")
    parser.add_argument("--runs", type=int, default=11, help="counted runs (default: 11)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = project_in(Path(folder), options.configs)
        run_due = [sys.executable, "-m", "briefgen", "run-due", str(project / "config")]
        first = spent(run_due)
        times = [spent(run_due) for _ in range(options.runs)]
        bare = [spent([sys.executable, "-c", "pass"]) for _ in range(options.runs)]
    print(f"{options.configs} configs, none due      min  median     max     cpu   milliseconds, {options.runs} runs")
    for name, found in (("run-due", times), ("python -c pass", bare)):
        wall, cpu = [each[0] for each in found], [each[1] for each in found]
        print(f"{name:<24}{min(wall):>8.0f}{median(wall):>8.0f}{max(wall):>8.0f}{median(cpu):>8.0f}")
    print(f"the first, which reads them all: {first[0]:.0f}, {first[1]:.0f} of the processor's")


def project_in(folder: Path, configs: int) -> Path:
    """Make a project of so many configs."""
    (folder / "config").mkdir()
    (folder / "seeds").mkdir()
    entities = (ROOT / "config" / "entities.yaml").read_text("utf-8")
    (folder / "config" / "entities.yaml").write_text(entities, "utf-8")
    shipped = (ROOT / "config" / "taiwan-strait.yaml").read_text("utf-8")
    for n in range(configs):
        schedule = f"\nschedule: {{weekly: Monday {n % 24:02}:{n % 60:02}, timezone: {ZONES[n % 3]}}}\n"
        (folder / "config" / f"brief-{n:03}.yaml").write_text(shipped + schedule, "utf-8")
    return folder


def spent(command: list[str]) -> tuple[float, float]:
    """Give the milliseconds that a whole process takes, and those of the processor."""
    before, started = os.times(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "BRIEFGEN_NOW": NOW})
    wall, after = time.perf_counter() - started, os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return wall * 1000, cpu * 1000


if __name__ == "__main__":
    main()
