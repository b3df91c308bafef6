"""How long a corpus takes to read an export of thousands of articles, and to find that nothing has changed.

    python benchmarks/intake.py FILE_OR_FOLDER

Prints for a first and for a second run, each a process of its own: seconds of the clock and of processors, what was
read, unchanged, copies and skipped, and the peak memory of the process and of its largest reader.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

RUN = """
import resource, sys, time
from pathlib import Path
from briefgen.corpus import open_corpus
from briefgen.pipeline.intake.ingest import ingest

if __name__ == "__main__":
    source = Path(sys.argv[2])
    started = time.perf_counter()
    with open_corpus(sys.argv[1]) as corpus:
        intake = ingest(corpus, [source], source.parent)
    spent = time.perf_counter() - started
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(each.ru_utime + each.ru_stime for each in usage)
    print(f"{spent:6.1f} s ({cpu:.1f} s of processors): {intake.read:,} read, {intake.unchanged:,} unchanged, "
          f"{intake.copies:,} copies, {len(intake.skipped):,} skipped; "
          f"{usage[0].ru_maxrss / 1024:.0f} MB, readers {usage[1].ru_maxrss / 1024:.0f} MB")
"""


def main() -> None:
    """Read twice and print both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    source = parser.parse_args().source.resolve()
    with tempfile.TemporaryDirectory() as folder:
        for run in ("first", "again"):
            command = [sys.executable, "-c", RUN, str(Path(folder) / "corpus.db"), str(source)]
            print(f"{run}: {subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()}")
        size = (Path(folder) / "corpus.db").stat().st_size
        print(f"corpus: {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
