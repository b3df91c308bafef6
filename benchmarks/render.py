"""Time a brief's way into Word beside pandoc's, from the same Markdown and in the same run; and what memory both take.

    python benchmarks/render.py [--pages N]... [--repeat N]

For each length (10, 100 and 400 pages) a brief of made-up excerpts is composed once with the built-in template. Then
three processes are run by turns, the best of `--repeat` runs: `briefgen` composes the same brief anew and writes the
.docx; `from Markdown` only parses the finished .md and writes the .docx; `pandoc` makes a .docx of that .md.

"whole" is a process from its start to its end. "rendering" is what the brief takes of that: the same program's time for
a brief without words (the rows of 0 pages) is taken off, since what builds a brief has started already. Needs pandoc
(the extra `bench` brings it).
"""

# ruff: noqa: PLC0415 - the processes that are timed load what they time and nothing else

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefgen.model.brief import Brief, Composition

_A_PAGE = 5
"""Excerpts that the template prints on a page of A4, about."""
_EACH = 20
"""Excerpts of a section."""
_WORDS = """
the harbour ferry crane quay captain council basin tide master berth cargo pilot channel signal ship light buoy dredging
repair authority board north east opened closed waited counted agreed refused told asked in of and to for with before
after
"""


class Spent(NamedTuple):
    """What a process took: seconds from its start to its end, those of the processor, the most memory in MB."""

    seconds: float
    processor: float
    memory: float


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
    columns = f"{'whole, s':>10}{'rendering, s':>14}{'of CPU, s':>11}{'MB':>6}{'kB':>7}"
    print(f"{'pages':>6}{'excerpts':>10}  {'':<14}{columns}")
    started: dict[str, Spent] = {}
    for pages in (0, *(options.pages or (10, 100, 400))):
        with tempfile.TemporaryDirectory() as folder:
            for name, (best, size) in _raced(pages, options.repeat, Path(folder)).items():
                idle = started.setdefault(name, best)
                net = (best.seconds - idle.seconds, best.processor - idle.processor)
                counts = f"{best.seconds:>10.2f}{net[0]:>14.2f}{net[1]:>11.2f}{best.memory:>6.0f}{size / 1000:>7.0f}"
                print(f"{pages:>6}{pages * _A_PAGE:>10}  {name:<14}{counts}", flush=True)


def _raced(pages: int, repeat: int, folder: Path) -> dict[str, tuple[Spent, int]]:
    """Give by program the best of its runs, and the bytes of what it wrote; they run by turns."""
    import pypandoc

    source, target = folder / "brief.md", folder / "brief.docx"
    source.write_text(_composed(pages).markdown if pages else "", "utf-8")
    own = [sys.executable, __file__, "--run"]
    commands = {
        "briefgen": [*own, "compose", str(pages), str(target)],
        "from Markdown": [*own, "parse", str(source), str(target)],
        "pandoc": [pypandoc.get_pandoc_path(), "-f", "markdown", str(source), "-o", str(target)],
    }
    runs: dict[str, list[Spent]] = {name: [] for name in commands}
    sizes = {}
    for _ in range(repeat):
        for name, command in commands.items():
            runs[name].append(_timed(command))
            sizes[name] = target.stat().st_size
    return {name: (Spent(*map(min, zip(*spent, strict=True))), sizes[name]) for name, spent in runs.items()}


def _timed(command: list[str]) -> Spent:
    """Run a process to its end."""
    begun = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return Spent(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def _run(how: str, file: str, target: str) -> None:
    from briefgen import looks, markup
    from briefgen.formats.docx import write
    from briefgen.model.brief import Brief, Composition, Look

    if how == "parse":
        text = Path(file).read_text("utf-8")
        made = Composition(text, markup.parse(text), Brief("bench", "Quays", date(2026, 11, 22)))
    else:
        made = _composed(int(file))
    Path(target).write_bytes(write(made, Look(looks.reference(Path("nowhere")))))


def _composed(pages: int) -> "Composition":
    from briefgen import compose, looks, markup
    from briefgen.model.brief import Composition

    brief = _brief(pages * _A_PAGE)
    markdown, tree = markup.finish(compose.compose(brief, "policy-brief", looks.loader(Path("nowhere"))))
    return Composition(markdown, tree, brief)


def _brief(count: int) -> "Brief":
    import random

    from briefgen import anchor
    from briefgen.model.brief import Brief, Citation, Excerpt, Listed, Run, Section
    from briefgen.model.place import Span
    from briefgen.model.source import Appearance, Document, Published, Work

    words, source = _WORDS.split(), random.Random(1)  # noqa: S311 - the same brief each time
    sentences = [_sentence(source.choices(words, k=source.randint(14, 34)), number) for number in range(count)]
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


def _sentence(words: list[str], number: int) -> str:
    return f"{' '.join(words).capitalize()} {number}."


if __name__ == "__main__":
    main()
