"""Which sentences of two outlets count as saying the same, at several thresholds: pairs to read.

    python benchmarks/corroboration.py ../shared/data

Of five topics, every sentence that a brief could choose is held against those of other origins by other outlets. Each
pair is printed once, under the highest threshold that it reaches, so that a reader can check what a threshold lets
through. It takes about half a minute.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import newspapers

from briefgen import origins, query, select
from briefgen.model.settings import Settings, Topic
from briefgen.pipeline.configs import load
from briefgen.pipeline.desk import open_desk
from briefgen.pipeline.evidence.corroborating import Voices, asks
from briefgen.pipeline.evidence.ranking import Ranking
from briefgen.pipeline.evidence.shelf import Read, Shelf
from briefgen.text import display

DAY = date(2017, 4, 30)
THRESHOLDS = (0.9, 0.8, 0.7, 0.6, 0.5)
CONFIG = """\
title: The quarter
sources: {corpus}
columns: {{published: publish_date, url: article_source_link}}
topics:
  - {{title: Missile defence in Korea, about: [South Korea, [THAAD, missile defence]]}}
  - {{title: The Dutch vote, about: [[Netherlands, Dutch], election]}}
  - {{title: Mosul, about: [Mosul]}}
  - {{title: Kim Jong-nam, about: [Kim Jong-nam]}}
  - {{title: Gibraltar, about: [Gibraltar]}}
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of two outlets, and how much of the first the second says."""

    share: float
    topic: str
    said: tuple[str, str]
    outlets: tuple[str, str]

    @property
    def threshold(self) -> float:
        """The highest threshold that it reaches."""
        return next(each for each in THRESHOLDS if self.share >= each)


def pairs(settings: Settings) -> Iterator[Pair]:
    """Give the pairs of every topic, each once, whichever of its sentences says the other."""
    with open_desk(settings, DAY) as desk:
        shelf = Shelf(desk.quotable)
        first = {each.document: each for each in reversed(desk.quotable.appearances())}
        families = origins.families(tuple(first.values()), desk.quotable.traces())
        origin = {member.document: family.best for family in families for member in family.members}
        for topic in settings.topics:
            yield from _pairs(topic, shelf, origin)


def _pairs(topic: Topic, shelf: Shelf, origin: dict[str, str]) -> Iterator[Pair]:
    assert topic.wants
    matching = shelf.matching(topic.wants)
    print(f"{topic.title}: {len(matching)} articles")
    rarities = select.rarity(stems for read in matching for stems in read.contents)
    voices = Voices(matching, origin.__getitem__, rarities)
    seen: set[frozenset[tuple[str, int]]] = set()
    scored = [*Ranking(shelf, matching, topic.wants, query.from_question(topic.question)).sentences()]
    best = max((each.score for *_, each in scored), default=0.0)
    for read, index, _ in (each for each in scored if each[2].score >= select.WORTH * best):
        if asks(_words(read, index)):
            continue
        document = read.source.document.id
        for echo in voices.echoes(document, read.contents[index], THRESHOLDS[-1]):
            both = frozenset([(document, index), (echo.document, echo.number)])
            other = shelf.read(echo.document)
            outlets = origins.outlet(read.source.work), origins.outlet(other.source.work)
            if both not in seen and outlets[0] != outlets[1]:
                seen.add(both)
                yield Pair(echo.share, topic.title, (_words(read, index), _words(other, echo.number)), outlets)


def _words(read: Read, index: int) -> str:
    return display(read.passages[index].span.of(read.source.document.text))


def main(data: Path) -> int:
    """Print the pairs by threshold, and how many each lets through."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quarter.yaml"
        path.write_text(CONFIG.format(corpus=(data / "corpora" / "news_2017.csv.xz").absolute()), "utf-8")
        found = sorted(pairs(load(path)), key=lambda each: (-each.share, each.said))
    for threshold in THRESHOLDS:
        here = [each for each in found if each.threshold == threshold]
        print(
            f"\nfrom {threshold}: {len(here)} pairs; with those above, {sum(each.share >= threshold for each in found)}"
        )
        for each in here:
            print(f"  {each.share:.2f}  {each.topic}")
            for outlet, words in zip(each.outlets, each.said, strict=True):
                print(f"        {outlet}: {words}")
    return 0


if __name__ == "__main__":
    sys.exit(main(newspapers.data(__doc__)))
