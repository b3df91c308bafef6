"""`briefgen run-due` with five readers, killed (SIGKILL) at random moments, and run again.

    python benchmarks/kills.py [--kills N] [--seed S]

The server is a real one (aiosmtpd) on this machine, which thinks about each message for a while. Moments are spread
evenly over the time that an undisturbed run takes. Told are the kills by what had happened, the messages that came
twice, and everything that does not hold: that each reader has the edition, that what came twice is the same message
under the same Message-ID and had been taken by the server before the ledger noted it, that no file in out/ is partial,
and that the ledger is whole.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from kills import Trial, after, trial

SLOW = 0.3
"""Seconds."""


def main() -> int:
    """Kill so many runs and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50, help="how many (default: 50)")
    parser.add_argument("--seed", type=int, default=5, help="of the random moments (default: 5)")
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        spent: list[float] = []
        trial(root / "whole", lambda process, _: spent.append(seconds(process)), SLOW)
        moments = [chance.uniform(0, spent[0]) for _ in range(options.kills)]
        trials = [trial(root / str(n), after(moment), SLOW) for n, moment in enumerate(moments)]
    report(trials)
    return 1 if any(each.wrong for each in trials) else 0


def seconds(process: subprocess.Popen[bytes]) -> float:
    """Let a run end, and give how long that takes."""
    started = time.perf_counter()
    process.wait()
    return time.perf_counter() - started


def report(trials: list[Trial]) -> None:
    """Print the table."""
    before = sum(not each.served and not each.accepted for each in trials)
    whole = sum(each.served == 5 for each in trials)
    print(f"{len(trials)} kills: {before} before the first message, {len(trials) - before - whole} among the messages,")
    print(f"  {whole} after the last")
    between = sum(each.accepted for each in trials)
    print(f"between the server's acceptance and our note: {between}; messages that came twice: ", end="")
    print(sum(len(each.twice) for each in trials))
    wrong = [words for each in trials for words in each.wrong]
    print("\n".join(["what does not hold:", *wrong]) if wrong else "everything holds")


if __name__ == "__main__":
    sys.exit(main())
