"""Copies among real articles: twelve pairs, each read by hand, and no pair that is none."""

import csv
import io
import lzma

from briefgen import origins
from briefgen.model.place import Span
from briefgen.model.source import Appearance, Block, Document, Published, Role, Work
from briefgen.origins import trace
from briefgen.text import canonicalise

PAIRS = {
    ("1604", "1631"),
    ("1659", "1727"),
    ("1761", "1835"),
    ("1833", "1859"),
    ("1839", "1860"),
    ("2000", "2069"),
    ("2250", "2308"),
    ("2289", "2307"),
    ("2994", "3038"),
    ("3082", "3235"),
    ("3238", "3265"),
    ("3519", "3574"),
}
"""By the articles' numbers."""


def works(shared):
    with lzma.open(shared / "data" / "corpora" / "news_2017.csv.xz") as packed:
        rows = csv.DictReader(io.TextIOWrapper(packed, "utf-8"))
        yield from ((row["article_id"], row) for row in rows if row["text"].strip())


def published(row):
    year, month, day = row["publish_date"].split()[0].split("/")
    return Published(f"{year}-{int(month):02}-{int(day):02}")


def test_the_copies_among_the_articles_are_found_and_nothing_else(shared):
    csv.field_size_limit(1 << 24)
    scope, traces = {}, {}
    for number, row in works(shared):
        text = canonicalise(row["text"])
        document = Document.from_text(text).id
        work = Work(title=row["title"], url=row["article_source_link"], published=published(row))
        scope.setdefault(document, Appearance(document, number, "0" * 64, work))
        traces[document] = trace(text, (Block(Span(0, len(text)), Role.PARAGRAPH),))
    families = origins.families(tuple(scope.values()), traces)
    several = [[scope[each.document].path for each in family.members] for family in families if len(family.members) > 1]
    assert {tuple(sorted(each, key=int)) for each in several} == PAIRS
    assert sum("TASS" in family.agencies for family in families) > 400
