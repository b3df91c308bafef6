"""The folder of real data that a benchmark is given: the one that holds the news of 2017."""

import argparse
from pathlib import Path


def data(description: str | None) -> Path:
    """Give the folder that the command names; ends with usage where it does not hold the news."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, metavar="DATA")
    folder: Path = parser.parse_args().data
    if not (folder / "corpora" / "news_2017.csv.xz").is_file():
        parser.error(f"{folder} does not hold corpora/news_2017.csv.xz")
    return folder
