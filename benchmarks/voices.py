"""What is added to topics so that their parties speak and what is denied stands near, for a person to read.

    python benchmarks/voices.py ../shared/data

Prints each statement that was added over a quarter of a year of news, with those for whom it is taken, and what it
costs. Whether the speaker is of the party, and the denial of the same thing, is for the reader to judge.
"""

import tempfile
import time
from datetime import date
from pathlib import Path

import newspapers

from briefgen import select
from briefgen.pipeline.configs import load
from briefgen.pipeline.explain import explain
from briefgen.select import hearing

DAY = date(2017, 12, 31)
ENTITIES = Path(__file__).parent.parent / "config" / "entities.yaml"
ABOUT = (
    "North Korea, China",
    "NATO, Russia",
    "South Korea, [THAAD, missile defence]",
    "Syria, Russia, United States",
    "Iran, United States",
    "Netherlands, Türkiye",
    "United Kingdom, European Union, Brexit",
    "Mexico, United States, wall",
    "Israel, settlements",
    "Japan, South Korea",
    "Russia, election",
    "Malaysia, North Korea",
    "Ukraine, Russia",
    "Crimea, Russia",
    "South China Sea, [China, Philippines]",
    "Taiwan, China",
    "Germany, Türkiye",
    "India, Pakistan",
    "Iraq, Mosul, United States",
    "European Union, Poland",
    "United Nations, [Myanmar, South Sudan]",
    "Scotland, United Kingdom, referendum",
    "Japan, North Korea",
)


def config(corpus: Path) -> str:
    """Give a config with a topic for each of `ABOUT`."""
    head = f"title: Voices\nsources: {corpus}\nentities: {ENTITIES}\nformats: md\n"
    columns = "columns: {published: publish_date, url: article_source_link}\ntopics:\n"
    return head + columns + "".join(f"  - {{title: '{each}', about: [{each}]}}\n" for each in ABOUT)


def main(data: Path) -> None:
    """Print the statements of each topic, and the seconds that they cost."""
    spent, honest = [], select.hear

    def timed(*given: object) -> select.Selection:
        start = time.perf_counter()
        heard = honest(*given)  # type: ignore[arg-type] - passed on as it came
        spent.append(time.perf_counter() - start)
        return heard

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "voices.yaml"
        path.write_text(config((data / "corpora" / "news_2017.csv.xz").absolute()), "utf-8")
        select.hear = timed
        start = time.perf_counter()
        found = explain(load(path), DAY)
        whole = time.perf_counter() - start
    names = {hearing.OWN_WORDS, hearing.ANSWERS}
    for topic in found.topics:
        print(topic.topic.title)
        for each in topic.fresh.chosen:
            for reason in (reason for reason in each.reasons if reason.name in names):
                print(f"  {reason.name}: {reason.detail}\n    {found.words[each.place]}")
    print(f"{sum(spent):.2f} s for {len(spent)} topics, of {whole:.1f} s with reading")


if __name__ == "__main__":
    main(newspapers.data(__doc__))
