"""The golden tables of citations: works in seven styles, beside what pandoc's citeproc makes of the same.

    python tests/citations.py FOLDER    asks pandoc anew; FOLDER holds the CSL files named in `CSL`
    python tests/citations.py           prints the tables of docs/citations.md

The CSL files are github.com/citation-style-language/styles. They are not part of this project, and pandoc's words are
kept as plain facts about works that do not exist.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from briefgen import citeproc
from briefgen.cite import STYLES, Cited, Use, cite
from briefgen.model.brief import Run
from briefgen.model.source import Published, Work

GOLDEN = Path(__file__).parent / "cite" / "golden.json"
GUIDE = Path(__file__).parents[1] / "docs" / "citations.md"
FORMS = ("first", "later", "entry")

CSL = {
    "chicago-notes": "chicago-notes-bibliography-17th-edition.csl",
    "chicago-author-date": "chicago-author-date-17th-edition.csl",
    "apa": "apa.csl",
    "mla": "modern-language-association.csl",
    "oscola": "oscola.csl",
    "bluebook": "bluebook-law-review.csl",
}
"""The CSL file that each style is held against; the newsroom's is a style of this project."""

WORKS = {
    "newspaper": Work("Ferries Return to Quayside", "Ada Quill", "Port Times", kind="article",
                      published=Published("2026-03-06"), url="https://port.example/ferries", language="en"),
    "wire": Work("Crane Drivers End Strike", publisher="Harbour Herald", agency="Sea Wire", kind="article",
                 published=Published("2026-03-07"), url="https://herald.example/cranes", language="en"),
    "web page": Work("Tide Tables Explained", "Bo Reed", "Institute for Tides", kind="page",
                     published=Published("2025-11"), url="https://tides.example/tables", language="en"),
    "report": Work("Harbour Walls in 2025", "Ministry of Harbours", "Harbour Press", kind="report",
                   published=Published("2025"), url="https://harbours.example/walls.pdf", language="en"),
    "speech": Work("Why the Second Pier", "Cy Dunn", "Ministry of Harbours", kind="speech",
                   published=Published("2026-01-15"), url="https://harbours.example/pier", language="en"),
    "undated": Work("Inner Basin Rules", "Di Hart", "Basin Authority", kind="page",
                    url="https://basin.example/rules", language="en"),
    "anonymous": Work("Fog Closes the Estuary", publisher="Port Times", kind="article",
                      published=Published("2026-02-01"), url="https://port.example/fog", language="en"),
    "several authors": Work("Four Ports, One Dredger", "Eva Moor; Fay Lock; Gil Weir; Hal Dock", "Port Times",
                            kind="article", published=Published("2026-03-09"), url="https://port.example/dredger",
                            language="en"),
    "Japanese and Korean": Work("港の再開", "山田 太郎; 김항구", "港新聞", kind="article",
                                published=Published("2025-04-08"), url="https://minato.example/1", language="ja"),
    "re-told": Work("Secret Pier Plan Told", "Ida Vane", "Port Times", kind="article",
                    published=Published("2026-03-10"), url="https://port.example/plan", language="en",
                    original="coast.example", retells="The Second Pier"),
}  # fmt: skip
"""Works that do not exist, one of each sort that gives styles trouble."""


MORE = {
    "a particle": Work("Locks Reopen", "Ada van der Wal", "Port Times", kind="article",
                       published=Published("2026-01-02"), url="https://port.example/locks", language="en"),
    "initials": Work("Mud Moves", "J.R. Strand; Bo Tide Jr.", "Port Times", kind="article",
                     published=Published("2026-01-13"), url="https://port.example/mud", language="en"),
    "family first": Work("Fleet Grows", "Kim Hang Gu; Kishida Kaoru", "Port Times", kind="article",
                         published=Published("2026-01-17"), url="https://port.example/fleet", language="en"),
    "a body": Work("Dockers at Risk", "Pilots International", "Pilots International", kind="report",
                   published=Published("2024-05"), url="https://pilots.example/risk", language="en"),
    "three authors": Work("Three Write", "Ada Beech; Bo Birch; Cy Cedar", "Port Times", kind="article",
                          published=Published("2026-03"), url="https://port.example/three", language="en"),
    "a namesake": Work("Ebb", "Jan Sund", "Port Times", kind="article", published=Published("2025-04-02T15:45+09:00"),
                       url="https://port.example/ebb", language="en"),
    "another": Work("Flow", "Pia Sund", "Port Times", kind="article", published=Published("2025-04-02"),
                    url="https://port.example/flow", language="en"),
    "a quotation": Work("Captain Says “We Came Back”", "Ida Bow", "Port Times", kind="article",
                        published=Published("2026-03-06"), url="https://port.example/back", language="en"),
    "a question": Work("Is It Open?", "Ida Eel", "Tide Pages", kind="page", published=Published("2026-03-06"),
                       url="https://tides.example/open", language="en"),
    "no address": Work("Rope: A History", "Ida Flint", "Wall Press", kind="report", published=Published("2024"),
                       language="en"),
}  # fmt: skip
"""More of them: names, titles and dates that give styles trouble."""
ALL = {**WORKS, **MORE}


def uses() -> list[Use]:
    """Each work cited twice, at a paragraph, with all others between."""
    return [
        Use(number, f"e{number}", key, work, "para. 2")
        for number, (key, work) in enumerate([*ALL.items(), *ALL.items()], start=1)
    ]


def spelled(runs: tuple[Run, ...]) -> str:
    """Underscores for italics, nothing for a link."""
    return "".join(f"_{run.text}_" if run.italic else run.text for run in runs)


def forms(cited: Cited) -> dict[str, dict[str, str]]:
    """The first note, a later one and the entry of each work."""
    notes = [spelled(each.runs) for each in cited.citations]
    entries = dict(cited.entries)
    return {
        key: dict(zip(FORMS, (notes[at], notes[at + len(ALL)], spelled(entries.get(key, ()))), strict=True))
        for at, key in enumerate(ALL)
    }


def ask(folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    """What pandoc makes of the works with the CSL files of a folder; nothing where a style has no list of works."""
    asked = {style: forms(citeproc.cite(uses(), folder / name)) for style, name in CSL.items()}
    for work in asked["bluebook"].values():
        work["entry"] = ""
    return asked


def golden() -> dict[str, dict[str, dict[str, str]]]:
    """What pandoc made of the works."""
    return json.loads(GOLDEN.read_text(encoding="utf-8"))


_RETOLD = "CSL has no field for what a work re-tells; a reader must not take the second hand for the first"
_UNNUMBERED = "whoever edits a brief moves its notes, and a number written out would point elsewhere"
_COMMA = "the comma is for a name that is turned round, and neither is"

_ORDER = "CSL has no field for it, and turns the name round; it keeps its order (8.15-17; MLA says the same)"
_NESTED = "a comma or full stop goes before all closing marks (6.9)"
_DAY = "a month or day that is known is given, for a press report is dated by it"

REASONS: tuple[tuple[str, str, str, str], ...] = (
    ("chicago-notes", "undated", "first entry", "that no date is known is said (14.145)"),
    ("chicago-notes", "anonymous", "later entry", "without an author the title stands first"),
    ("chicago-notes", "Japanese and Korean", "entry", _COMMA),
    ("chicago-notes", "re-told", "first entry", _RETOLD),
    ("chicago-notes", "a particle", "entry", "the particle stands first, as in the short form (16.71)"),
    ("chicago-notes", "family first", "first entry", _ORDER),
    ("chicago-notes", "a body", "first entry", _DAY),
    ("chicago-notes", "a quotation", "first entry", _NESTED),
    ("chicago-notes", "a quotation", "later", "a later note has a short title (14.33), which CSL wants as a field"),
    ("chicago-notes", "a question", "first later", "a comma is kept after a question mark in a title (6.125)"),
    ("chicago-author-date", "Japanese and Korean", "entry", _COMMA),
    ("chicago-author-date", "re-told", "first later entry", _RETOLD),
    ("chicago-author-date", "a particle", "entry", "the particle stands first, as in the text (16.71)"),
    ("chicago-author-date", "family first", "entry", _ORDER),
    ("chicago-author-date", "a body", "entry", _DAY),
    ("chicago-author-date", "a quotation", "entry", _NESTED),
    ("apa", "a body", "entry", _DAY),
    ("apa", "undated", "entry", "“Retrieved” wants the day of retrieval (9.16), and pandoc prints it without one"),
    ("apa", "re-told", "first later entry", _RETOLD),
    ("mla", "speech", "entry", "the day of a speech is given; the CSL file has none for want of an event"),
    ("mla", "re-told", "first later entry", _RETOLD),
    ("mla", "family first", "entry", _ORDER),
    ("mla", "a quotation", "entry", _NESTED),
    ("oscola", "family first", "first", _ORDER),
    ("oscola", "a body", "first entry", _DAY),
    ("oscola", "*", "later", f"in place of “(n 1)” the short title: {_UNNUMBERED}"),
    ("oscola", "speech", "first entry", "whose speech it was stands in the brackets (3.4.11)"),
    ("oscola", "re-told", "first entry", _RETOLD),
    ("bluebook", "*", "first", "a paragraph is “¶ 2” (3.3); the CSL file drops it or makes a page of it"),
    ("bluebook", "report", "first", "its title is in italics, its press is named"),
    ("bluebook", "speech", "first", "whose speech it was is named, with the day"),
    ("bluebook", "family first", "first", _ORDER),
    ("bluebook", "a body", "first", f"its title is in italics; {_DAY}"),
    ("bluebook", "three authors", "first", "of more than two authors the first may stand alone (15.1)"),
    ("bluebook", "*", "later", f"the short title and “supra” without “note 1” (B16.2): {_UNNUMBERED}"),
    ("bluebook", "*", "entry", "the style has no list of works; the table of sources wants a line"),
    ("newsroom", "*", "first later entry", "a style of this project; no CSL file describes it"),
)  # fmt: skip
"""Why ours differ from pandoc's: style, work (or all), forms, reason. What is not told here is the same."""


MORE_SAID = """Particles, initials, family names that stand first, bodies, namesakes, quotations and questions in
titles, times of day and works without an address: here is what differs, but for what the tables above tell of every
work of a style. All else is as pandoc makes it."""


def reason(style: str, work: str, form: str) -> str:
    """Why one of ours differs; empty where it must not."""
    told = (why for at, which, those, why in REASONS if at == style and which in {work, "*"} and form in those.split())
    return "; ".join(told)


def rows() -> Iterator[tuple[str, str, str, str, str]]:
    """Of each style, work and form: ours and pandoc's."""
    asked = golden()
    for style in STYLES:
        ours = forms(cite(uses(), style))
        for work in ALL:
            for form in FORMS:
                yield style, work, form, ours[work][form], asked.get(style, {}).get(work, {}).get(form, "")


def table() -> str:
    """The tables of the guide, in Markdown: ten works whole, of ten more what differs for a reason of its own."""
    lines: list[str] = []
    for style, work, form, ours, theirs in rows():
        if work in MORE:
            continue
        if (work, form) == (next(iter(WORKS)), FORMS[0]):
            lines += ["", f"### {style}", "", *_head("work | form | citation | pandoc, where it differs, and why")]
        differs = "" if ours == theirs else _told(theirs, reason(style, work, form))
        lines.append(f"| {work if form == FORMS[0] else ''} | {form} | {_shown(ours)} | {differs} |")
    lines += ["", "## Ten more works", "", MORE_SAID, "", *_head("style | work | form | citation | pandoc, and why")]
    own = {(style, work, form) for style, work, those, _ in REASONS if work in MORE for form in those.split()}
    lines += (
        f"| {style} | {work} | {form} | {_shown(ours)} | {_told(theirs, reason(style, work, form))} |"
        for style, work, form, ours, theirs in rows()
        if (style, work, form) in own
    )
    return "\n".join(lines).strip() + "\n"


def _head(names: str) -> tuple[str, str]:
    return f"| {names} |", "|" + "---|" * len(names.split("|"))


def _told(theirs: str, why: str) -> str:
    return f"{_shown(theirs) or 'none'}: {why}"


def _shown(words: str) -> str:
    return words.replace("<", "\\<").replace(">", "\\>")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        asked = json.dumps(ask(Path(sys.argv[1])), ensure_ascii=False, indent=1)
        GOLDEN.write_text(asked + "\n", encoding="utf-8")
    else:
        sys.stdout.write(table())
