"""`briefgen check`."""

import json
from argparse import Namespace

from briefgen.cli.options import as_of, say, settings
from briefgen.cli.progress import progress
from briefgen.cli.reading import report
from briefgen.counting import count
from briefgen.pipeline.check import Check, TopicCheck, check


def run(options: Namespace) -> int:
    """Read every config back; 1 with --strict if a topic finds nothing."""
    code = 0
    for path in options.configs:
        loaded = settings(path, options)
        with progress() as shown:
            found = check(loaded, as_of(options), shown)
        report(found.intake)
        if options.json:
            print(json.dumps(_plain(str(path), found), ensure_ascii=False))
        else:
            print(f"{path}: “{loaded.title}”, {count(found.articles, 'article')} in scope")
            for why, left in found.left.items():
                print(f"  {count(left, 'article')} left out: {why}")
            for number, topic in enumerate(found.topics, start=1):
                print(f"  {_sentence(number, topic, found.articles)}")
        for doubt in loaded.doubts:
            say(f"warning: {doubt}")
        if options.strict and not all(topic.matching for topic in found.topics):
            code = 1
    return code


def _sentence(number: int, topic: TopicCheck, articles: int) -> str:
    words = (
        f"Topic {number}, “{topic.title}”, wants {topic.wants}: {topic.matching} of {count(articles, 'article')} match"
    )
    if topic.headline_only:
        words += f", in {_NUMBERS.get(topic.headline_only, str(topic.headline_only))} only the headline"
    return words


_NUMBERS = {1: "one", 2: "two", 3: "three"}


def _plain(path: str, found: Check) -> dict[str, object]:
    topics = [
        {"title": each.title, "wants": each.wants, "matching": each.matching, "headline_only": each.headline_only}
        for each in found.topics
    ]
    return {"config": path, "articles": found.articles, "outside": sum(found.left.values()), "topics": topics}
