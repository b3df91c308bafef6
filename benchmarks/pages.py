"""Show that quotations of any script survive the way into a file and back, and how long it takes.

    python benchmarks/pages.py [--quotations N] [--format F]... [--seed S]

N quotations (3,000) of generated words are printed in briefs of 500, each with a note and a source line, written as
each format (html, pdf, md and docx) and read back. `same` counts those whose words, excerpt, note and line are what was
written. The letters are of scripts that most machines have fonts for (Latin, Greek, Cyrillic, Hebrew, Arabic), with
combining marks, signs, soft hyphens and characters without a width; in files other than PDFs also of any other.
"""

import argparse
import random
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from briefgen import looks, markup
from briefgen.formats import FORMATS, format_named
from briefgen.marks import data, quotation, role
from briefgen.model.brief import Brief, Composition, Look
from briefgen.text import canonicalise, display

_EACH = 500
_SCRIPTS = {
    "Latin": [*map(chr, (*range(0x21, 0x7F), *range(0xA1, 0x180)))],
    "Greek": [*map(chr, range(0x3B1, 0x3CA))],
    "Cyrillic": [*map(chr, range(0x410, 0x450))],
    "Hebrew": [*map(chr, range(0x5D0, 0x5EB))],
    "Arabic": [*map(chr, (*range(0x621, 0x63B), *range(0x641, 0x64B), *range(0x660, 0x66A)))],
    "signs": [*"“”„«»‘’—–…()[]{}<>&\"'/-•€£%°_*#|`\\~^"],
    "marks": ["e\u0301", "a\u0323", "o\u0302\u0308", "n\u0303"],
    "unseen": ["\u200b", "\u00ad", "\u2060", "\u00a0", "\u2009", "a", "b"],
}
_ANY = [*map(chr, (*range(0x20, 0xD800), *range(0xE000, 0x11000), *range(0x1F300, 0x1FB00)))]


def main() -> None:
    """Print a row a format."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quotations", type=int, default=3000)
    parser.add_argument("--format", action="append", choices=[name for name in FORMATS if name != "json"])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{'format':<8}{'quotations':>11}{'same':>8}{'written, s':>12}{'read, s':>9}{'bytes':>12}")
    for name in options.format or ("html", "pdf", "md", "docx"):
        print(_row(name, options.quotations, random.Random(options.seed)))  # noqa: S311 - drawn anew by its seed


def _row(name: str, count: int, source: random.Random) -> str:
    form, look = format_named(name), Look(style=looks.style(Path()))
    same = size = 0
    written = read = 0.0
    for start in range(0, count, _EACH):
        said = [*_quotations(min(_EACH, count - start), source, is_pdf=name == "pdf")]
        composition = _composition(said)
        begun = time.perf_counter()
        made = form.write(composition, look)
        between = time.perf_counter()
        claims = form.read(made).claims
        written, read = written + between - begun, read + time.perf_counter() - between
        size += len(made)
        found = [(claim.words, claim.number, claim.note, claim.line) for claim in claims if claim.number]
        wanted = [(words, at, f"Paper {at}", f"Line {at}") for at, words in enumerate(said, start=1)]
        same += sum(one == other for one, other in zip(found, wanted, strict=False))
    return f"{name:<8}{count:>11,}{same:>8,}{written:>12.1f}{read:>9.1f}{size:>12,}"


def _quotations(count: int, source: random.Random, *, is_pdf: bool) -> Iterator[str]:
    while count:
        scripts = source.sample([*_SCRIPTS], source.randint(1, 3))
        letters = [letter for script in scripts for letter in _SCRIPTS[script]]
        if not is_pdf and source.random() < 0.5:
            letters = _ANY
        words = ("".join(source.choices(letters, k=source.randint(1, 9))) for _ in range(source.randint(1, 25)))
        said = display(canonicalise(" ".join(words)))
        if said.strip("\u200b\u00ad\u2060"):
            count -= 1
            yield said


def _composition(said: list[str]) -> Composition:
    blocks = (
        f"> {quotation(f'{at:016x}', words)}[^{at}]\n\n{role('source-line')}{data(f'Line {at}')}\n\n"
        for at, words in enumerate(said, start=1)
    )
    notes = (f"[^{at}]: {data(f'Paper {at}')}\n\n" for at in range(1, len(said) + 1))
    brief = Brief(name="pages", title="Pages", as_of=date(2026, 11, 22))
    return Composition(*markup.finish("".join([*blocks, *notes])), brief)


if __name__ == "__main__":
    main()
