"""`briefgen verify`."""

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from briefgen.cli.options import say
from briefgen.cli.progress import progress
from briefgen.cli.reading import report
from briefgen.cli.verdict import plain, show
from briefgen.errors import BriefgenError
from briefgen.model.claim import Kind
from briefgen.pipeline.bench import Against, Bench, open_bench
from briefgen.pipeline.correct import annotated, footnoted, page
from briefgen.pipeline.outputs import place_new
from briefgen.pipeline.verify import Verified, verify


def run(options: Namespace) -> int:
    """Prove every file; a later one is proved even if an earlier one cannot be read."""
    if len(options.files) > 1 and (options.annotate or options.footnote):
        say("briefgen verify: --annotate and --footnote take one FILE")
        return 2
    against = Against(tuple(options.sources or ()), options.corpus)
    with progress() as shown, open_bench(options.files, against, shown) as bench:
        if bench.intake:
            report(bench.intake)
        if bench.corpus is None:
            say("there is no corpus here: name the folder of sources with --sources, or a corpus file with --corpus")
        return _verify(options, bench)


def _verify(options: Namespace, bench: Bench) -> int:
    verified, codes = [], [0]
    for path in options.files:
        try:
            found = verify(path, bench, since=options.since)
        except BriefgenError as error:
            say(f"{path}: {error}")
            codes.append(error.exit_code)
            continue
        verified.append(found)
        codes.append(_code(found, strict=options.strict))
        if options.json:
            print(json.dumps(plain(found), ensure_ascii=False))
        else:
            show(found)
    _write(options, verified, bench)
    return max(codes)


def _code(verified: Verified, *, strict: bool) -> int:
    findings = verified.verdict.findings
    return int(any(each.kind is not Kind.EXACT if strict else each.is_fault for each in findings))


def _write(options: Namespace, verified: Sequence[Verified], bench: Bench) -> None:
    """Write what else was asked for; a file that stands there is never overwritten."""
    if not verified:
        return
    for path, data in _made(options, verified, bench):
        place_new(path, data)
        say(f"{path}: written")


def _made(options: Namespace, verified: Sequence[Verified], bench: Bench) -> list[tuple[Path, bytes]]:
    made = []
    if options.html:
        made.append((options.html, page(verified)))
    if options.annotate:
        made.append((options.annotate, annotated(verified[0])))
    if options.footnote:
        made.append((options.footnote, footnoted(verified[0], bench.corpus)))
    return made
