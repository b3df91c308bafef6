"""Three weekly editions over a quarter of a year of news: what is repeated, what is an update, what has nothing new.

    python benchmarks/editions.py ../shared/data

Ends with 1 if an edition repeats what an earlier one told. Reading the articles takes about a minute.
"""

import re
import sys
import tempfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import newspapers

from briefgen.model.brief import Brief
from briefgen.pipeline.build import build
from briefgen.pipeline.configs import load
from briefgen.pipeline.delivery.editions import record

FIRST, WEEKS = date(2017, 3, 17), 3
CONFIG = """\
title: The week
sources: {corpus}
formats: md
columns: {{published: publish_date, url: article_source_link}}
new: {{excerpts: true}}
topics:
  - {{title: Missile defence in Korea, about: [South Korea, [THAAD, missile defence]],
     question: What is said of the deployment of missile defence in South Korea?}}
  - {{title: The Dutch vote, about: [[Netherlands, Dutch], election], question: What is said of the Dutch election?}}
  - {{title: Mosul, about: [Mosul], question: How does the battle for Mosul go?}}
  - {{title: Kim Jong-nam, about: [Kim Jong-nam], question: What is said of the killing of Kim Jong-nam?, limit: 10}}
  - {{title: Gibraltar, about: [Gibraltar], question: What is said of Gibraltar?, limit: 8}}
"""


def editions(root: Path, corpus: Path) -> list[Brief]:
    """Build and record the editions of a project made at `root` over the articles of `corpus`, one a week."""
    (root / "config").mkdir(parents=True)
    path = root / "config" / "week.yaml"
    path.write_text(CONFIG.format(corpus=corpus), "utf-8")
    briefs = []
    for week in range(WEEKS):
        day = FIRST + week * timedelta(weeks=1)
        built = build(load(path), day, root / "out")
        record(built, load(path), datetime.combine(day, time(7), UTC))
        briefs.append(built.brief)
    return briefs


def updates(brief: Brief) -> list[str]:
    """Give what is new in each excerpt that is marked as an update."""
    return [flag.words for each in brief.excerpts for flag in each.flags if flag.kind == "update"]


def repeated(briefs: list[Brief]) -> list[str]:
    """Give the words of excerpts that share a sentence with one of an earlier edition, or have its very words."""
    told: list[tuple[str, int, int]] = []
    words: set[str] = set()
    again = []
    for brief in briefs:
        places = [(each.document, each.selector.span.start, each.selector.span.end) for each in brief.excerpts]
        for each, (document, start, end) in zip(brief.excerpts, places, strict=True):
            overlaps = any(key == document and start < last and first < end for key, first, last in told)
            is_update = any(flag.kind == "update" for flag in each.flags)
            if overlaps or (_plain(each.text) in words and not is_update):
                again.append(each.text)
        told += places
        words |= {_plain(each.text) for each in brief.excerpts}
    return again


def quiet(brief: Brief) -> list[str]:
    """Give the titles of the topics that say that they have nothing new."""
    return [each.title for each in brief.sections if any(words.startswith("Nothing new") for words in each.remarks)]


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def main(data: Path) -> int:
    """Print a line an edition."""
    with tempfile.TemporaryDirectory() as folder:
        briefs = editions(Path(folder), (data / "corpora" / "news_2017.csv.xz").absolute())
    for brief in briefs:
        print(f"{brief.as_of}: {len(brief.excerpts)} excerpts, {len(updates(brief))} updates", end="")
        print(f"; nothing new: {', '.join(quiet(brief)) or 'no topic'}")
        for words in updates(brief):
            print(f"  {words}")
    again = repeated(briefs)
    print(f"repeated: {len(again)}")
    return 1 if again else 0


if __name__ == "__main__":
    sys.exit(main(newspapers.data(__doc__)))
