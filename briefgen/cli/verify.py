"""`briefgen verify`."""

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from briefgen.cli.options import say
from briefgen.cli.progress import progress
from briefgen.cli.reading import report
from briefgen.cli.verdict import plain, show
from briefgen.counting import count
from briefgen.errors import BriefgenError, UnreadableError
from briefgen.model.claim import Kind
from briefgen.pipeline.bench import NO_CORPUS, Against, Bench, open_bench
from briefgen.pipeline.citation import style_of
from briefgen.pipeline.correct import Copy, annotated, footnoted, page, want_word
from briefgen.pipeline.outputs import place_new
from briefgen.pipeline.verify import Verified, verify


def run(options: Namespace) -> int:
    """Prove every file; a later one is proved even if an earlier one cannot be read."""
    if len(options.files) > 1 and (options.annotate or options.footnote):
        say("briefgen verify: --annotate and --footnote take one FILE")
        return 2
    if options.annotate or options.footnote:
        want_word(options.files[0])
    style = style_of(options.citations)
    against = Against(tuple(options.sources or ()), options.corpus)
    with progress() as shown, open_bench(options.files, against, shown) as bench:
        if bench.intake:
            report(bench.intake)
        if bench.corpus is None:
            say(NO_CORPUS)
        return _verify(options, bench, style)


def _verify(options: Namespace, bench: Bench, style: str | Path) -> int:
    verified, codes = [], [0]
    for path in options.files:
        try:
            found = verify(path, bench, since=options.since)
        except BriefgenError as error:
            say(_said(path, error))
            codes.append(error.exit_code)
            continue
        verified.append(found)
        codes.append(_code(found, strict=options.strict))
        if options.json:
            print(json.dumps(plain(found), ensure_ascii=False))
        else:
            show(found)
    _write(options, verified, bench, style)
    return max(codes)


def _code(verified: Verified, *, strict: bool) -> int:
    findings = verified.verdict.findings
    return int(any(each.kind is not Kind.EXACT if strict else each.is_fault for each in findings))


def _write(options: Namespace, verified: Sequence[Verified], bench: Bench, style: str | Path) -> None:
    """Write what else was asked for, each to a file of its own: what stands there is never overwritten."""
    if not verified:
        return
    if options.html:
        say(f"{place_new(options.html, page(verified))}: a page to look at")
    if options.annotate:
        _place(options.annotate, annotated(verified[0]), "comment")
    if options.footnote:
        _place(options.footnote, footnoted(verified[0], bench.corpus, style), "note")


def _place(path: Path, copy: Copy, what: str) -> None:
    if not copy.added:
        say(f"{path}: not written, since there is no {what} to add")
        return
    say(f"{place_new(path, copy.data)}: a copy with {count(copy.added, what)}{' more' * copy.has_some}")


def _said(path: Path, error: BriefgenError) -> str:
    if not isinstance(error, UnreadableError):
        return f"{path}: {error}"
    return f"{path}: {error.why}" if error.what == str(path) else f"{path}: {error.what}: {error.why}"
