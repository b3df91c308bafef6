"""What becomes of files that are broken on purpose: each ends as documents or as a stated reason, and in time.

    python benchmarks/badfiles.py DATA [--reasons]

DATA holds `bad_files/*.tar.xz`. Prints for each kind how many files ended as documents, as containers whose members all
ended as reasons, and as a reason; the slowest file; and the peak memory of a reader. Ends with 1 if a file ended as
nothing, its reader crashed or was ended, or took 20 s or a gigabyte.
"""

import argparse
import resource
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from briefgen.pipeline.intake.crew import MEMORY, SECONDS, Crew
from briefgen.pipeline.intake.taking import Job


def main() -> int:
    """Read every file of every kind and print the tally."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--reasons", action="store_true", help="also print how often each reason was given")
    options = parser.parse_args()
    archives = sorted((options.data / "bad_files").glob("*.tar.xz"))
    if not archives:
        parser.error(f"{options.data} does not hold bad_files/*.tar.xz")
    good = True
    reasons: Counter[str] = Counter()
    print(f"{'kind':<10}{'files':>7}{'document':>10}{'reason':>8}{'members':>9}{'ended':>7}   slowest")
    for packed in archives:
        with tempfile.TemporaryDirectory() as folder, tarfile.open(packed) as archive:
            archive.extractall(folder, filter="data")
            files = [path for path in sorted(Path(folder).rglob("*")) if path.is_file()]
            good &= tally(packed.name.partition(".")[0], files, reasons)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(f"peak memory of a reader: {peak / 1e6:.0f} MB")
    if options.reasons:
        for why, times in reasons.most_common():
            print(f"{times:>7,}  {why}")
    return 0 if good and peak < MEMORY else 1


def tally(kind: str, files: list[Path], reasons: Counter[str]) -> bool:
    """Read files of one kind, print what became of them, and say whether each ended well."""
    started: dict[str, float] = {}
    spent: dict[str, float] = {}
    documents: Counter[str] = Counter()
    stated: Counter[str] = Counter()
    members = ended = 0

    def jobs() -> Iterator[Job]:
        for path in files:
            started[str(path)] = time.monotonic()
            yield Job(path, str(path))

    with Crew() as crew:
        for job, taken in crew.read(jobs()):
            if taken is None:
                spent[job.key] = time.monotonic() - started[job.key]
                continue
            members += taken.key != job.key
            ended += taken.passing
            if taken.why:
                stated[job.key] += 1
                reasons[taken.why.partition(" (")[0]] += 1
            elif taken.reading and taken.reading.text:
                documents[job.key] += 1
    reasoned = sum(key in stated and key not in documents for key in spent)
    nothing = [key for key in started if key not in documents and key not in stated]
    slowest = max(spent, key=lambda key: spent[key])
    print(
        f"{kind:<10}{len(files):>7,}{len(documents):>10,}{reasoned:>8,}{members:>9,}{ended:>7,}"
        f"   {spent[slowest]:.1f} s, {Path(slowest).name}"
    )
    for key in nothing:
        print(f"  ended as nothing: {key}")
    return not nothing and not ended and len(spent) == len(files) and spent[slowest] < SECONDS


if __name__ == "__main__":
    sys.exit(main())
