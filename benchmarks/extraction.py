"""Measure how cleanly briefgen reads web pages, as HTML and as the plain text that a scraper leaves of them.

DATA_FOLDER holds `ground-truth.json` (for each page its `articleBody`) and `html/PAGE.html.gz`, as the benchmark of
scrapinghub/article-extraction-benchmark does.

- **F1** is that benchmark's: 4-word shingles as multisets, precision and recall a page, each averaged over the pages,
  F1 of the two means. "article" counts what is marked as body, heading or table within the article, "quotable" what is
  marked as body alone.
- **Plain text** is `inscriptis.get_text` of each page. "held out": the weights of `briefgen.clean.rules` are chosen
  anew for each of FOLDS folds of pages by the other folds alone (coordinate ascent from neutral weights), and tried on
  the fold; the phrases are the same throughout. "as shipped": the weights as they are in the program.
- **Gains** are what F1 loses when a rule is left out: "held out" of the rules that the other folds chose, on the pages
  of each fold; "as shipped" of the rules of the program, on all pages.
- **Titles and dates** of the pages as HTML are judged by `extraction_facts.csv`, made by reading the 54 pages: for each
  the day that it prints (or, where it prints none, says in its metadata) and a digest of the words of its printed
  headline. Other pages of a folder are not judged by it. "where it is written out": of the pages whose plain text holds
  that day with its year; the others print it in part or relatively ("1 day ago"). Those of the plain text are judged by
  what the page says as HTML in its metadata and elements (`Basis.PAGE`) too, the day by one day more or less where the
  metadata is a time in UTC. A page that has a date, and of which none is read, counts as wrong.
"""

import argparse
import csv
import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from briefgen import dates
from briefgen.clean import describe
from briefgen.clean.marking import mark
from briefgen.clean.phrases import sections
from briefgen.clean.rules import RULES, Rules
from briefgen.clean.units import ends_sentence
from briefgen.model.source import BODY, Basis, Block, Published, Role, Work
from briefgen.sources import html
from briefgen.sources.html.page import parse
from briefgen.text import canonicalise
from briefgen.words import stems

Shingles = Counter[tuple[str, ...]]
Score = tuple[float, float]

_WORD = re.compile(r"\w+")
ARTICLE = frozenset(Role) - {Role.TITLE, Role.BYLINE, Role.DATELINE, Role.CREDIT, Role.BOILERPLATE}
QUOTABLE = BODY
_NEUTRAL = Rules(most=50, alone=0, titled=0, line=5, item=5, furniture=5, opener=5, gap=1_000, enough=100, row=4)
_TRIED: dict[str, tuple[int, ...]] = {
    "most": (20, 30, 40, 50, 80),
    "alone": (0, 10, 20, 30, 40),
    "titled": (0, 10, 20),
    "line": (2, 4, 6, 8),
    "item": (2, 4, 6, 8),
    "furniture": (4, 8, 12, 16),
    "opener": (10, 20, 40, 60),
    "gap": (40, 60, 80, 120, 1_000),
    "enough": (20, 40, 80, 150),
    "row": (3, 4, 6, 1_000),
}

_NEVER = 1_000_000
"""A number that no page reaches: what is allowed only from there on is never allowed."""

_WITHOUT: dict[str, dict[str, int | bool]] = {
    "a paragraph counts for no more than so many words": {"most": _NEVER},
    "a paragraph alone among lines loses": {"alone": 0},
    "a sentence in title case loses": {"titled": 0},
    "lines cost": {"line": 0},
    "items cost": {"item": 0},
    "furniture costs": {"furniture": 0},
    "openers cost": {"opener": 0},
    "no gap costs more than so much": {"gap": _NEVER},
    "the article ends before a closer": {"enough": _NEVER},
    "what is said often is furniture": {"often": _NEVER},
    "lines in a row are a list": {"row": _NEVER},
    "a biography at the end is left out": {"biography": False},
}
"""For each rule, what `Rules` are without it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its bytes, the plain text of it, and the shingles of its article."""

    name: str
    data: bytes
    plain: str
    truth: Shingles


def main(arguments: list[str] | None = None) -> int:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER", help="the folder of the pages and their articles")
    parser.add_argument("--folds", type=int, default=5, help="folds of pages (default: %(default)s)")
    options = parser.parse_args(arguments)
    if not (options.folder / "ground-truth.json").is_file():
        parser.error(f"{options.folder} does not hold ground-truth.json")
    pages = load(options.folder)
    print_pages(pages)
    print_plain(pages, options.folds)
    print_works(pages)
    return 0


def load(folder: Path) -> list[Page]:
    """Load the pages, and make their plain text."""
    from inscriptis import get_text  # noqa: PLC0415 - optional

    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = []
    for name in sorted(truth):
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        plain = canonicalise(get_text(parse(data, name).source))
        pages.append(Page(name, data, plain, shingles(truth[name]["articleBody"])))
    return pages


def shingles(text: str) -> Shingles:
    """Give the runs of four words in `text`; of a shorter one its words."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def compare(truth: Shingles, text: str) -> Score:
    """Give the precision and the recall of `text`."""
    found = shingles(text)
    right = (truth & found).total()
    return right / max(1, found.total()), right / max(1, truth.total())


def f1(scores: Iterable[Score]) -> tuple[float, float, float]:
    """Give F1 of the mean precision and the mean recall, and these two."""
    precisions, recalls = zip(*scores, strict=True)
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def read(page: Page) -> tuple[str, tuple[Block, ...]]:
    """Read a page as HTML: its text, and the blocks of it."""
    reading = html.read(page.data, page.name)
    return reading.text, mark(reading.text, reading.hints)


def kept(text: str, blocks: Iterable[Block], roles: frozenset[Role] = ARTICLE) -> str:
    """Give the words of the blocks that have one of the roles."""
    return "\n".join(block.span.of(text) for block in blocks if block.role in roles)


def print_pages(pages: Sequence[Page]) -> None:
    """Print how cleanly the pages are read as HTML, beside trafilatura alone."""
    import trafilatura  # noqa: PLC0415 - loads for a second

    readers: dict[str, Callable[[Page], str]] = {
        "briefgen, article": lambda page: kept(*read(page)),
        "briefgen, quotable": lambda page: kept(*read(page), QUOTABLE),
        "trafilatura": lambda page: trafilatura.extract(page.data) or "",
        "trafilatura, precise, no comments": lambda page: (
            trafilatura.extract(page.data, favor_precision=True, include_comments=False) or ""
        ),
    }
    print_head(f"HTML, {len(pages)} pages", "F1", "precision", "recall")
    for label, reader in readers.items():
        print_row(label, *f1(compare(page.truth, reader(page)) for page in pages))


def print_plain(pages: Sequence[Page], folds: int) -> None:
    """Print how cleanly the pages are read as plain text, and what each rule gains."""
    print_head(f"plain text, {len(pages)} pages", "F1", "precision", "recall")
    print_row("everything", *f1(compare(page.truth, page.plain) for page in pages))
    print_row("lines that end like sentences", *f1(compare(page.truth, sentences(page.plain)) for page in pages))
    print_row("briefgen as shipped, quotable", *f1(tried(page, RULES) for page in pages))
    print_row("briefgen as shipped, article", *f1(tried(page, RULES, ARTICLE) for page in pages))
    parts = [pages[fold::folds] for fold in range(folds)]
    with ProcessPoolExecutor() as pool:
        chosen = list(pool.map(choose, [[page for page in pages if page not in part] for part in parts]))
        held = held_out(parts, chosen)
        print_row(f"briefgen held out ({folds} folds), quotable", *f1(held))
        print_row(f"briefgen held out ({folds} folds), article", *f1(held_out(parts, chosen, ARTICLE)))
        print_head("weights that the folds chose", *_TRIED)
        for number, rules in enumerate([*chosen, RULES], 1):
            label = "as shipped" if number > folds else f"without fold {number}"
            print_row(label, *(getattr(rules, name) for name in _TRIED), form="d")
        print_head("gain in F1 of each rule", "held out", "as shipped")
        changes = [(label, {**off}) for label, off in _WITHOUT.items()]
        changes += [(f"phrases: {part.name}", {"left_out": frozenset({part.name})}) for part in sections()]
        without = pool.map(partial(_changed, parts, chosen), [change for _, change in changes])
        full, shipped = f1(held)[0], f1(tried(page, RULES) for page in pages)[0]
        for (label, _), (outside, within) in zip(changes, without, strict=True):
            print_row(label, full - outside, shipped - within, form="+.4f")


def _changed(parts: Sequence[Sequence[Page]], chosen: Sequence[Rules], change: dict) -> tuple[float, float]:
    """Give F1 of some changed rules: of those that the folds chose, on pages held out, and of those of the program."""
    outside = f1(held_out(parts, [replace(rules, **change) for rules in chosen]))
    within = f1(held_out(parts, [replace(RULES, **change)] * len(parts)))
    return outside[0], within[0]


def sentences(text: str) -> str:
    """Give the lines of `text` that end like sentences."""
    return "\n".join(line for line in text.split("\n") if ends_sentence(line.strip()))


def tried(page: Page, rules: Rules, roles: frozenset[Role] = QUOTABLE) -> Score:
    """Give precision and recall of a page as plain text by some rules."""
    return compare(page.truth, kept(page.plain, mark(page.plain, rules=rules), roles))


def held_out(
    parts: Sequence[Sequence[Page]], chosen: Sequence[Rules], roles: frozenset[Role] = QUOTABLE
) -> list[Score]:
    """Give the scores of each fold's pages by the rules that the other folds chose."""
    return [tried(page, rules, roles) for part, rules in zip(parts, chosen, strict=True) for page in part]


def choose(pages: Sequence[Page]) -> Rules:
    """Choose weights by these pages: one after the other, each the best where the others stay as they are; twice."""
    rules, best = _NEUTRAL, 0.0
    for name, values in [*_TRIED.items()] * 2:
        for value in values:
            other = replace(rules, **{name: value})
            score = f1(tried(page, other) for page in pages)[0]
            if score > best + 1e-4:
                rules, best = other, score
    return rules


def print_works(pages: Sequence[Page]) -> None:
    """Print of how many pages the title and the date are right."""
    with Path(__file__).with_name("extraction_facts.csv").open(encoding="utf-8", newline="") as file:
        facts = {row["page"]: row for row in csv.DictReader(file)}
    works = {page.name: html.read(page.data, page.name).work for page in pages}
    plain = {page.name: describe(page.plain, mark(page.plain)) for page in pages}
    read_by_eye = [(page, facts[page.name[:12]]) for page in pages if page.name[:12] in facts]
    print_head("titles and dates", "right", "of", "part")
    for label, found in (("HTML", works), ("plain", plain)) if read_by_eye else ():
        titles = [titled(found[page.name].title) == fact["title"] for page, fact in read_by_eye]
        print_share(f"{label} by eye: title", titles)
        print_share(f"{label} by eye: date", [on(found[page.name], fact) for page, fact in read_by_eye])
        written = [(page, fact) for page, fact in read_by_eye if is_written(fact["published"], page.plain)]
        print_share(f"{label} by eye: date, where it is written out", [on(found[p.name], fact) for p, fact in written])
    said = [(works[page.name], plain[page.name]) for page in pages]
    print_share("plain by metadata: title", [alike(a.title, b.title) for a, b in said if of_page(a, "title")])
    print_share("plain by metadata: date", [same(a.published, b.published) for a, b in said if of_page(a, "published")])


def on(work: Work, fact: dict[str, str]) -> bool:
    """Say whether a work is known to be of the day that its page prints."""
    return work.published is not None and work.published.iso[:10] == fact["published"]


def is_written(day: str, text: str) -> bool:
    """Say whether a text holds a day anywhere, written out with its year."""
    return any(day in found.readings for found in dates.written(text))


def of_page(work: Work, field: str) -> bool:
    """Say whether a field comes from the metadata of a page."""
    return work.basis(field) is Basis.PAGE


def titled(title: str) -> str:
    """Give the digest of the words of a title."""
    return hashlib.sha256(" ".join(stems(title)).encode()).hexdigest()[:16]


def alike(one: str, other: str) -> bool:
    """Say whether two titles are the same words."""
    return stems(one) == stems(other)


def same(stated: Published | None, read: Published | None) -> bool:
    """Say whether a date is that of a page's metadata."""
    if stated is None or read is None:
        return False
    return abs((stated.earliest - read.earliest).days) <= stated.iso.endswith("+00:00")


def print_share(label: str, right: Sequence[bool]) -> None:
    """Print how many are right."""
    print(f"{label:<52}{sum(right):>12}{len(right):>12}{sum(right) / max(1, len(right)):>12.3f}", flush=True)


def print_head(label: str, *columns: str) -> None:
    """Print the head of a table."""
    print(f"\n{label:<52}" + "".join(f"{column:>12}" for column in columns))


def print_row(label: str, *values: float, form: str = ".4f") -> None:
    """Print a row of a table."""
    print(f"{label:<52}" + "".join(f"{format(value, form):>12}" for value in values), flush=True)


if __name__ == "__main__":
    sys.exit(main())
