"""`briefgen diff`."""

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict

from briefgen.cli.options import say
from briefgen.pipeline.diff import Diff, Quoted, TopicDiff, diff
from briefgen.pipeline.outputs import place_new
from briefgen.pipeline.revising import revised


def run(options: Namespace) -> int:
    """Say what two editions differ in; of two Word files, write one with tracked changes."""
    if options.docx:
        path = place_new(options.docx, revised(options.first, options.second))
        say(f"{path}: accept all changes for {options.second}, reject them for {options.first}")
        return 0
    found = diff(options.first, options.second)
    if options.json:
        print(json.dumps(_plain(found), ensure_ascii=False))
    else:
        for each in found.topics:
            print("\n".join(_lines(each)))
    if found.is_same:
        say(f"{found.first.name} and {found.second.name} quote the same")
    return 0 if found.is_same else 1


def _lines(topic: TopicDiff) -> Iterator[str]:
    yield f"{topic.title or '(no topic)'}: {len(topic.come)} came, {len(topic.gone)} went, {topic.stayed} stayed"
    for sign, part in (("+", topic.come), ("-", topic.gone)):
        for each in part:
            yield f"{sign} “{each.words}”"
            yield f"  {each.citation or each.document[:8]}"


def _plain(found: Diff) -> dict[str, object]:
    sides = (("first", found.first), ("second", found.second))
    return {
        **{name: {"name": side.name, "as_of": side.as_of.isoformat()} for name, side in sides},
        "topics": [
            {
                "title": each.title,
                "come": [*map(_excerpt, each.come)],
                "gone": [*map(_excerpt, each.gone)],
                "stayed": each.stayed,
            }
            for each in found.topics
        ],
    }


def _excerpt(each: Quoted) -> dict[str, str]:
    return {name: value for name, value in asdict(each).items() if name != "topic"}
