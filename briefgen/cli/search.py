"""`briefgen search`."""

import json
from argparse import Namespace

from briefgen import config
from briefgen.cli import terminal
from briefgen.cli.options import say
from briefgen.cli.progress import progress
from briefgen.cli.reading import report
from briefgen.cli.works import called, spaced
from briefgen.pipeline.search import Hit, Search, search


def run(options: Namespace) -> int:
    """Print the hits of one search."""
    if not options.query.strip() and not options.question.strip():
        say("briefgen search: a QUERY or a --question is wanted; see briefgen search --help")
        return 2
    wanted = Search(
        query=options.query,
        question=options.question,
        entities=config.load_entities(options.entities) if options.entities else (),
        limit=options.limit,
        by=options.by,
    )
    with progress() as shown:
        hits, intake = search(wanted, options.sources, options.corpus or ":memory:", shown)
    report(intake)
    for hit in hits:
        if options.json:
            place = {"path": hit.path, "document": hit.document, "start": hit.span.start, "end": hit.span.end}
            published = str(hit.work.published or "")
            work = {"title": hit.work.title, "publisher": hit.work.publisher, "published": published}
            told = {"rank": hit.rank, "score": hit.score, **place, "exact": hit.exact, **work}
            print(json.dumps(told, ensure_ascii=False))
        else:
            print(f"{hit.rank}. {hit.path} [{hit.span.start}:{hit.span.end}] {hit.score:.2f}")
            print("".join(f"   {line}\n" for line in (called(hit.work), _painted(hit)) if line), end="")
    if not hits:
        say("nothing found")
    return 0


def _painted(hit: Hit) -> str:
    """Give the words of a hit for display, with what matched in colour on a terminal."""
    shown, at = "", 0
    for span in hit.matched:
        shown += spaced(hit.exact[at : span.start]) + terminal.paint(spaced(span.of(hit.exact)), "1;33")
        at = span.end
    return (shown + spaced(hit.exact[at:])).strip()
