"""How the cost of a brief grows with its excerpts: processor time, and how often two passages are compared.

    python benchmarks/growth.py ../shared/data

Over a quarter of a year of news, some topics with room for 50 excerpts each, then four times as many, in one process
that has read the corpus before. Comparisons are those of a candidate with an excerpt that shares a word with it. A
ratio of four is as the excerpts grow, one of sixteen as their square.
"""

import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import newspapers
from voices import ABOUT, ENTITIES

from briefgen.pipeline.configs import load
from briefgen.pipeline.evidence import choosing
from briefgen.pipeline.explain import explain
from briefgen.select.likeness import Weighed

DAY = date(2017, 12, 31)
CONFIG = """\
title: Growth
sources: {corpus}
corpus: {folder}/corpus.db
entities: {entities}
formats: md
columns: {{published: publish_date, url: article_source_link}}
topics:
"""


@dataclass
class Spent:
    """What a brief of so many excerpts cost: seconds of the processor in all and in choosing, and comparisons."""

    excerpts: int = 0
    whole: float = 0.0
    choosing: float = 0.0
    compared: int = 0


def main(data: Path) -> None:
    """Print what briefs of few and of many topics cost, and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (config(Path(folder), data, about) for about in (ABOUT[::4], ABOUT))
        explain(load(few), DAY)
        found = [measured(few), measured(many)]
    print(f"{'excerpts':>12}{'seconds':>12}{'of choosing':>14}{'comparisons':>14}")
    for each in found:
        print(f"{each.excerpts:>12}{each.whole:>12.1f}{each.choosing:>14.2f}{each.compared:>14,}")
    ratios = [getattr(found[1], name) / getattr(found[0], name) for name in vars(found[0])]
    print("{:>12.1f}{:>12.1f}{:>14.1f}{:>14.1f}   ratio".format(*ratios))


def config(folder: Path, data: Path, about: tuple[str, ...]) -> Path:
    """Write a config with a topic for each of `about`."""
    path = folder / f"growth-{len(about)}.yaml"
    corpus = (data / "corpora" / "news_2017.csv.xz").absolute()
    topics = "".join(f"  - {{title: '{each}', about: [{each}], limit: 50}}\n" for each in about)
    path.write_text(CONFIG.format(corpus=corpus, folder=folder, entities=ENTITIES) + topics, "utf-8")
    return path


def measured(path: Path) -> Spent:
    """Choose twice, once with a clock and once with a counter, for to count takes time."""
    spent = Spent()
    choose, likeness = choosing._choose, Weighed.likeness  # noqa: SLF001 - the choice of a topic, parties included

    def timed(*given):  # noqa: ANN002, ANN202 - passed on as it came
        started = time.process_time()
        chosen = choose(*given)
        spent.choosing += time.process_time() - started
        return chosen

    def counted(*given):  # noqa: ANN002, ANN202 - passed on as it came
        spent.compared += 1
        return likeness(*given)

    choosing._choose = timed  # noqa: SLF001 - as above
    started = time.process_time()
    spent.excerpts = len(explain(load(path), DAY).brief.excerpts)
    spent.whole = time.process_time() - started
    choosing._choose, Weighed.likeness = choose, counted  # noqa: SLF001 - as above
    explain(load(path), DAY)
    Weighed.likeness = likeness
    return spent


if __name__ == "__main__":
    main(newspapers.data(__doc__))
