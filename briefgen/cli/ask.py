"""`briefgen ask`."""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from itertools import groupby

from briefgen.cli.options import as_of, say, settings
from briefgen.cli.progress import progress
from briefgen.cli.reading import report
from briefgen.counting import count
from briefgen.pipeline.ask import Question, answer, questions
from briefgen.sources.fields import FieldError

_WORDS = {
    "title": "title",
    "author": "author (several with a semicolon between them)",
    "publisher": "publisher (the newspaper, the site, the office)",
    "published": "date of publication (2026-11-20, 2026-11 or 2026)",
}


def run(options: Namespace) -> int:
    """Ask for what citations lack; without a terminal the questions are printed."""
    with progress() as shown:
        asked, intake = questions(settings(options.config, options), as_of(options), shown)
    if options.json:
        for each in asked:
            print(json.dumps(_plain(each), ensure_ascii=False))
        return 0
    report(intake)
    if not asked:
        say("nothing is missing: every quoted work can be cited")
    elif sys.stdin.isatty() and sys.stdout.isatty():
        _ask(asked)
    else:
        _print(asked)
    return 0


def _print(asked: Sequence[Question]) -> None:
    for _, group in groupby(asked, key=lambda each: each.path):
        several = list(group)
        print(_work(several[0]))
        for each in several:
            print(f"  {each.field}: {_doubt(each) or 'not known'}")
        print(f"  (write it into {several[0].table}, in the row of {several[0].file})")


def _ask(asked: Sequence[Question]) -> None:
    """Ask a person; each answer is written at once, so that stopping loses nothing."""
    say(f"{count(len(asked), 'question')}; Enter leaves one open, = takes what stands in brackets, Ctrl-D stops")
    path, given = "", 0
    for each in asked:
        if each.path != path:
            path = each.path
            print(f"\n{_work(each)}")
        try:
            given += _answered(each)
        except EOFError:
            print()
            break
    say(f"{count(given, 'answer')} written; the next build uses them")


def _answered(question: Question) -> bool:
    """Ask until the answer fits; False for none."""
    doubt = _doubt(question)
    while words := input(f"  {_WORDS[question.field]}{f' [{doubt}]' if doubt else ''}: ").strip():
        try:
            answer(question, question.known if words == "=" else words)
        except FieldError as error:
            print(f"  {error}")
        else:
            return True
    return False


def _work(question: Question) -> str:
    title = f"“{question.title}”, " if question.title else ""
    which = ", ".join(map(str, question.numbers))
    return f"{title}{question.path} (excerpt{'s' if len(question.numbers) > 1 else ''} {which})"


def _doubt(question: Question) -> str:
    return f"“{question.known}”, known from {question.basis} only" if question.known else ""


def _plain(question: Question) -> dict[str, object]:
    return {
        "path": question.path,
        "title": question.title,
        "field": question.field,
        "known": question.known,
        "basis": question.basis,
        "excerpts": question.numbers,
        "table": str(question.table),
        "file": question.file,
    }
