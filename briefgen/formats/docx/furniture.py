"""What stands at the head and foot of each page: the handling mark; the brief's title and date, the page's number."""

from collections.abc import Iterable, Iterator
from typing import Any

from briefgen.formats.docx.draft import Draft
from briefgen.formats.docx.elements import Element, el, field, paragraph, run, words
from briefgen.formats.docx.lengths import twips
from briefgen.formats.docx.names import W
from briefgen.formats.docx.package import Package
from briefgen.formats.docx.styles import Styles
from briefgen.formats.printed.directions import closed
from briefgen.formats.printed.languages import day, is_english
from briefgen.formats.printed.room import cut
from briefgen.model.brief import Brief
from briefgen.text import canonicalise, display

_LONGEST_TITLE, _LEAST_TITLE = 64, 12
"""Letters of the title, at most and at least: on a page of usual width they leave room for the date and the number."""
_DATED, _LETTER = 3600, 85
"""The room that the date and the page's number take, and that of a letter in our own style for a foot, in twips."""


def furnish(package: Package, draft: Draft, brief: Brief, width: int) -> None:
    """Put the handling mark on each page; what the reference document has at its head and foot stays.

    The brief's title, date and the page's number go where the foot is empty, but not to a first page that has a foot of
    its own: that is a cover.
    """
    mark, styles = display(canonicalise(brief.handling)), draft.styles
    for _, header in _stories(package, "header"):
        if mark:
            header.insert(0, _marking(mark, draft))
        _end_well(header, styles.id("Header"))
    for kind, footer in _stories(package, "footer"):
        if not len(footer) and kind != "first_page_":
            footer.append(_foot(brief, styles, width))
            draft.scripts.tell([footer])
        if mark:
            footer.append(_marking(mark, draft))
        _end_well(footer, styles.id("Footer"))


def _marking(mark: str, draft: Draft) -> Element:
    made = paragraph(draft.styles.id("Page Marking"), [run(words(mark))])
    draft.scripts.tell([made])
    return made


def _stories(package: Package, name: str) -> Iterator[tuple[str, Element]]:
    """Give the roots of the headers or footers of all sections, each once; an empty one is cleared of its paragraphs.

    A section without a header of its own has that of the one before it; the first has an empty one made for it.
    """
    parts: set[Any] = set()
    kinds: set[str] = set()
    has_even = package.document.settings.odd_and_even_pages_header_footer
    for section in package.document.sections:
        shown = {"": True, "first_page_": section.different_first_page_header_footer, "even_page_": has_even}
        for kind, is_shown in shown.items():
            story: Any = getattr(section, kind + name)
            if is_shown and story.is_linked_to_previous and kind not in kinds:
                story.is_linked_to_previous = False
            if story.is_linked_to_previous:
                continue
            kinds.add(kind)
            if story.part not in parts:
                parts.add(story.part)
                root: Element = story.part.element
                if _is_empty(root):
                    root[:] = []
                yield kind, root


def fill(package: Package, brief: Brief) -> None:
    """Put what a house document asks for in place of `{{ title }}`, `{{ date }}` and their like."""
    lines = {name: getattr(brief, name) for name in ("title", "subtitle", "audience", "handling")}
    package.fill({**{name: display(canonicalise(line)) for name, line in lines.items()}, "date": day(brief)})


def _is_empty(story: Element) -> bool:
    has_words = any(text.strip() for text in story.itertext())
    return not has_words and next(story.iter(f"{{{W}}}drawing", f"{{{W}}}pict"), None) is None


def _end_well(story: Element, style: str) -> None:
    """See to the one paragraph that a header needs at least."""
    if not len(story):
        story.append(paragraph(style))


def _foot(brief: Brief, styles: Styles, width: int) -> Element:
    """Make the line of title and date on the left, the page's number on the right."""
    room = min(max((width - _DATED) // _LETTER, _LEAST_TITLE), _LONGEST_TITLE)
    title = cut(display(canonicalise(brief.title)), room)
    page, of = ("Page ", " of ") if is_english(brief.language) else ("", " / ")
    number = [run(words(page)), *field("PAGE", "1"), run(words(of)), *field("NUMPAGES", "1")]
    left = [run(words(f"{closed(title)}  ·  {day(brief)}")), run(el("tab"))]
    return paragraph(styles.id("Footer"), [*left, *number], [_one_tab(styles.bases("Footer"), width)])


def _one_tab(bases: Iterable[Element], width: int) -> Element:
    """Stop at the right edge and nowhere before, wherever a style, and those it is based on, have their stops."""
    stops = {tab.get(f"{{{W}}}pos", "0") for one in bases for tab in one.iterfind(f".//{{{W}}}tab")} - {str(width)}
    cleared = (el("tab", val="clear", pos=stop) for stop in sorted(stops))
    return el("tabs", *sorted([*cleared, el("tab", val="right", pos=width)], key=_position))


def _position(tab: Element) -> float:
    return twips(tab.get(f"{{{W}}}pos", ""))
