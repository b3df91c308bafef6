"""Time a brief's way into Word beside pandoc's, from the same Markdown and in the same run; and what memory both take.

    python benchmarks/render.py [--pages N]... [--repeat N]

For each length (10, 100 and 400 pages) a brief of made-up excerpts is composed once with the built-in template. Then
three processes, from their start to their end, the best of `--repeat` runs: `briefgen` composes the same brief anew and
writes the .docx; `from Markdown` only parses the finished .md and writes the .docx; `pandoc` makes a .docx of that .md.
Needs pandoc (the extra `bench` brings it).
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import pypandoc

from briefgen import anchor, compose, looks, markup
from briefgen.formats.docx import write
from briefgen.model.brief import Brief, Citation, Composition, Excerpt, Listed, Look, Run, Section
from briefgen.model.place import Span
from briefgen.model.source import Appearance, Document, Published, Work

_A_PAGE = 5
"""Excerpts that the template prints on a page of A4, about."""
_EACH = 20
"""Excerpts of a section."""
_WORDS = re.findall(
    r"\w+",
    "the harbour ferry crane quay captain council basin tide master berth cargo pilot channel signal ship light buoy "
    "dredging repair authority board north east opened closed waited counted agreed refused told asked in of and to "
    "for with before after",
)


def main() -> None:
    """Print a row for each length."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, action="append")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--run", nargs=3, metavar=("HOW", "FILE", "OUT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        _run(*options.run)
        return
    print(f"{'pages':>6}{'excerpts':>10}  {'':<14}{'seconds':>8}{'of CPU':>8}{'MB':>7}{'.docx, kB':>11}")
    for pages in options.pages or (10, 100, 400):
        _row(pages, options.repeat)


def _row(pages: int, repeat: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "brief.md"), Path(folder, "brief.docx")
        source.write_text(_composed(pages).markdown, "utf-8")
        own = [sys.executable, __file__, "--run"]
        commands = {
            "briefgen": [*own, "compose", str(pages), str(target)],
            "from Markdown": [*own, "parse", str(source), str(target)],
            "pandoc": [pypandoc.get_pandoc_path(), "-f", "markdown", str(source), "-o", str(target)],
        }
        for name, command in commands.items():
            runs = [_timed(command) for _ in range(repeat)]
            seconds, spent, memory = map(min, zip(*runs, strict=True))
            counts = f"{seconds:>8.2f}{spent:>8.2f}{memory:>7.0f}{target.stat().st_size / 1000:>11.0f}"
            print(f"{pages:>6}{pages * _A_PAGE:>10}  {name:<14}{counts}", flush=True)


def _timed(command: list[str]) -> tuple[float, float, float]:
    """Give the seconds that a process takes, those of the processor, and the most memory that it has, in MB."""
    begun = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def _run(how: str, file: str, target: str) -> None:
    if how == "parse":
        text = Path(file).read_text("utf-8")
        made = Composition(text, markup.parse(text), Brief("bench", "Quays", date(2026, 11, 22)))
    else:
        made = _composed(int(file))
    Path(target).write_bytes(write(made, Look(looks.reference(Path("nowhere")))))


def _composed(pages: int) -> Composition:
    brief = _brief(pages * _A_PAGE)
    markdown, tree = markup.finish(compose.compose(brief, "policy-brief", looks.loader(Path("nowhere"))))
    return Composition(markdown, tree, brief)


def _brief(count: int) -> Brief:
    source = random.Random(1)  # noqa: S311 - the same brief each time
    sentences = [_sentence(source, number) for number in range(count)]
    document = Document.from_text("\n\n".join(sentences) + "\n")
    excerpts, at = [], 0
    for number, sentence in enumerate(sentences, start=1):
        span = Span(at, at + len(sentence))
        excerpts.append(Excerpt(document.id, anchor.select(document.text, span), "port", number, number))
        at = span.end + 2
    parts = [excerpts[start : start + _EACH] for start in range(0, count, _EACH)]
    work = Work(title="Log of the port", publisher="Port Times", published=Published("2026-11-16"))
    row = Listed(Appearance(document.id, "log.txt", document.id, work), (Run("Log."),), tuple(range(1, count + 1)))
    return Brief(
        "bench",
        "Quays and cranes",
        date(2026, 11, 22),
        sections=tuple(
            Section(f"t{at}", f"Topic {at}", "What happened?", excerpts=tuple(each.id for each in part))
            for at, part in enumerate(parts, start=1)
        ),
        excerpts=tuple(excerpts),
        citations=tuple(
            Citation(each.number, each.id, (Run("“Log of the port,” "), Run("Port Times", italic=True)))
            for each in excerpts
        ),
        sources=(row,),
    )


def _sentence(source: random.Random, number: int) -> str:
    words = source.choices(_WORDS, k=source.randint(14, 34))
    return f"{' '.join(words).capitalize()} {number}."


if __name__ == "__main__":
    main()
