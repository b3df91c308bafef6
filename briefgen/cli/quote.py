"""`briefgen quote`."""

import json
from argparse import Namespace

from briefgen.cli.options import say
from briefgen.cli.progress import progress
from briefgen.cli.reading import report
from briefgen.pipeline.bench import NO_CORPUS, Against, open_bench
from briefgen.pipeline.citation import style_of
from briefgen.pipeline.quote import Quoted, quote


def run(options: Namespace) -> int:
    """Print the sentences that hold some words, each with its citation; 1 if they stand nowhere."""
    style = style_of(options.citations)
    against = Against(tuple(options.sources or ()), options.corpus)
    with progress() as shown, open_bench((), against, shown) as bench:
        if bench.intake:
            report(bench.intake)
        if bench.corpus is None:
            say(NO_CORPUS)
            return 2
        found = quote(" ".join(options.words), bench, options.limit, style)
    for each in found:
        print(json.dumps(_plain(each), ensure_ascii=False) if options.json else _words(each))
    if not found:
        say("no source holds these words; briefgen search finds passages that are about something")
    return 0 if found else 1


_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within quotation marks, as English sets them (CMOS 13.30)."""


def _words(quoted: Quoted) -> str:
    doubts = [
        *(() if quoted.is_exact else ("the words asked for differ in typography or capitals",)),
        *(() if quoted.is_body else ("this is a title, or what surrounds an article on its page",)),
    ]
    place = f"{quoted.source.appearance.path} [{quoted.span.start}:{quoted.span.end}]"
    said = f"“{quoted.words.translate(_INNER)}”\n    {_citation(quoted)}\n    {place}"
    return "".join((said, *(f"\n    ({doubt})" for doubt in doubts), "\n"))


def _citation(quoted: Quoted) -> str:
    return "".join(run.text for run in quoted.citation)


def _plain(quoted: Quoted) -> dict[str, object]:
    return {
        "words": quoted.words,
        "citation": _citation(quoted),
        "path": quoted.source.appearance.path,
        "document": quoted.source.document.id,
        "start": quoted.span.start,
        "end": quoted.span.end,
        "exact": quoted.is_exact,
        "body": quoted.is_body,
    }
