"""Briefs made up to try templates on: one that holds something of everything, and one that holds next to nothing."""

from dataclasses import replace
from datetime import date

from briefgen import anchor
from briefgen.model.brief import (
    Also,
    Brief,
    Citation,
    Event,
    Excerpt,
    Flag,
    Grounds,
    Listed,
    Run,
    Section,
    Week,
    Withheld,
)
from briefgen.model.place import Span
from briefgen.model.source import Appearance, Document, Published, Work
from briefgen.model.translation import Translation

_LEAD = "The ferry to the northern islands runs again."
_NEWS = Document.from_text(
    f"{_LEAD} The port authority reopened both berths on Monday after a repair of six weeks.\n\n"
    "Eleven ships waited in the roads that morning. The harbour master expects the queue to be gone by Friday.\n"
)
_PAPER = Document.from_text(
    "Dredging of the inner basin is to begin in March 2027. The council has set aside forty million for it.\n\n"
    "Nine in ten captains are said to want a deeper channel.\n"
)
_ABROAD = Document.from_text("Der Kran am Nordkai steht seit Mai still. Niemand nennt einen Termin.\n")


def _excerpt(document: Document, opening: str, number: int, topic: str, **more: object) -> Excerpt:
    start = document.text.index(opening)
    end = min(at for stop in (". ", ".\n") if (at := document.text.find(stop, start)) >= 0) + 1
    selector = anchor.select(document.text, Span(start, end))
    return Excerpt(document.id, selector, topic, number, paragraph=1, **more)  # type: ignore[arg-type] # the rest of its fields


_FERRY = _excerpt(_NEWS, _LEAD, 1, "the-port", score=3.5)
_DREDGING = _excerpt(_PAPER, "Dredging of", 2, "the-basin", page=4, score=2.5)
_QUEUE = _excerpt(
    _NEWS, "Eleven ships", 3, "the-port", flags=(Flag("relative-date", "that morning"), Flag("leans")), score=1.5
)
_CRANE = _excerpt(
    _ABROAD,
    "Der Kran",
    4,
    "the-port",
    translation=Translation("The crane at the north quay has stood still since May.", "en", "the desk"),
    flags=(Flag("stale"),),
)
_CAPTAINS = _excerpt(_PAPER, "Nine in ten", 5, "the-basin", flags=(Flag("unsourced-number"),))
_WORKS = (
    (
        _NEWS,
        "port/ferry.html",
        Work(
            title="Ferry runs again",
            author="Ada Quill; Bo Reed",
            publisher="Port Times",
            agency="Coast Agency",
            published=Published("2026-11-16"),
            url="https://port.example/ferry",
            language="en",
            original="coast.example",
            retells="Berths reopened",
            status="released",
            grade="B2",
            marking="TLP:GREEN",
            note="seen twice",
        ),
    ),
    (_PAPER, "port/basin.pdf", Work(title="The inner basin", publisher="Harbour Council", published=Published("2026"))),
    (_ABROAD, "port/kran.txt", Work(language="de")),
)
_EXCERPTS = (_FERRY, _DREDGING, _QUEUE, _CRANE, _CAPTAINS)

BARE = Brief("sample", "A brief that found nothing", date(2026, 11, 22), sections=(Section("the-port", "The port"),))
"""A brief with what every one has, and nothing found."""

FULL = replace(
    BARE,
    title="Quays and cranes",
    subtitle="What the week brought",
    audience="The harbour board",
    handling="TLP:GREEN",
    summary="The port is **open**; the basin is not.",
    grounds=Grounds(3, 2, Published("2026-11-16"), Published("2026"), lines=("3 documents from 2 origins.",)),
    key_points=(_FERRY.id, _DREDGING.id),
    sections=(
        Section(
            "the-port",
            "The port",
            "Is the port open?",
            "It *is*, but for the crane.",
            (_FERRY.id, _QUEUE.id),
            (_CRANE.id,),
            ("This topic rests on two sources.",),
        ),
        Section("the-basin", "The basin", "When does dredging begin?", "", (_DREDGING.id,)),
        Section("the-bridge", "The bridge", "Is it painted?", remarks=("No source says anything of this topic.",)),
    ),
    annex=(_CAPTAINS.id,),
    excerpts=_EXCERPTS,
    citations=tuple(
        Citation(each.number, each.id, (Run(f"Sample source {each.number}, "), Run("Port Times", italic=True)))
        for each in _EXCERPTS
    ),
    sources=tuple(
        Listed(
            Appearance(document.id, path, document.id, work),
            (Run(f"{work.title or path}. "), Run(work.url or "No address", url=work.url)),
            tuple(each.number for each in _EXCERPTS if each.document == document.id),
            (Also(document.id, "Quay Post", "copy"),) if work.agency else (),
            retrieved=Published("2026-11-17") if work.url else None,
        )
        for document, path, work in _WORKS
    ),
    withheld=(Withheld(_CAPTAINS, "a figure without a named source"),),
    warnings=("port/kran.txt: no title",),
    in_text=True,
    timeline=(Event(Published("2027-03"), "Dredging of the inner basin is to begin in March 2027.", _DREDGING.id),),
    weeks=(Week(date(2026, 11, 2), (2, 1, 0)), Week(date(2026, 11, 9), (0, 0, 0)), Week(date(2026, 11, 16), (5, 1, 0))),
)
"""A brief with something of everything that a template may ask for."""
