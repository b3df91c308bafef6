"""What stands at the head and foot of each page: the handling mark; the brief's title and date, the page's number."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from briefgen.formats.docx.elements import Element, el, field, paragraph, run, words
from briefgen.formats.docx.names import W
from briefgen.formats.docx.package import Package
from briefgen.formats.docx.styles import Styles
from briefgen.model.brief import Brief
from briefgen.text import canonicalise, display

_LONGEST_TITLE = 64
"""Letters of the title that leave room for the date and the page's number on one line."""


def furnish(package: Package, styles: Styles, brief: Brief, width: int) -> None:
    """Furnish each page of the last section; what the reference document has there itself stays."""
    mark = display(canonicalise(brief.handling))
    handling = [run(words(mark))] if mark else []
    for header in _stories(package, "header"):
        if handling:
            header.insert(0, paragraph(styles.id("Page Marking"), handling))
        _end_well(header, styles.id("Header"))
    for footer in _stories(package, "footer"):
        footer.append(_foot(brief, styles, width))
        if handling:
            footer.append(paragraph(styles.id("Page Marking"), [run(words(mark))]))


def _stories(package: Package, name: str) -> Iterator[Element]:
    """Give the roots of the section's headers or footers; an empty one is cleared of its empty paragraphs."""
    section: Any = package.document.sections[-1]
    stories = [getattr(section, name)]
    if section.different_first_page_header_footer:
        stories.append(getattr(section, f"first_page_{name}"))
    if package.document.settings.odd_and_even_pages_header_footer:
        stories.append(getattr(section, f"even_page_{name}"))
    for story in stories:
        story.is_linked_to_previous = False
        root: Element = story.part.element
        if _is_empty(root):
            root[:] = []
        yield root


def _is_empty(story: Element) -> bool:
    has_words = any(text.strip() for text in story.itertext())
    return not has_words and next(story.iter(f"{{{W}}}drawing", f"{{{W}}}pict"), None) is None


def _end_well(story: Element, style: str) -> None:
    """See to the one paragraph that a header needs at least."""
    if not len(story):
        story.append(paragraph(style))


def _foot(brief: Brief, styles: Styles, width: int) -> Element:
    """Make the line of title and date on the left, the page's number on the right."""
    title = display(canonicalise(brief.title))
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    is_english = brief.language.lower().startswith("en")
    page, of = ("Page ", " of ") if is_english else ("", " / ")
    number = [run(words(page)), *field("PAGE", "1"), run(words(of)), *field("NUMPAGES", "1")]
    left = [run(words(f"{title}  ·  {_day(brief.as_of, is_english=is_english)}")), run(el("tab"))]
    return paragraph(styles.id("Footer"), [*left, *number], [_one_tab(styles.element("Footer"), width)])


def _day(day: date, *, is_english: bool) -> str:
    return f"{day.day} {day:%B %Y}" if is_english else day.isoformat()


def _one_tab(style: Element, width: int) -> Element:
    """Stop at the right edge and nowhere before, wherever the style of the reference document has its stops."""
    stops = {int(tab.get(f"{{{W}}}pos", "0")) for tab in style.iterfind(f".//{{{W}}}tab")} - {width}
    cleared = (el("tab", val="clear", pos=stop) for stop in stops)
    return el("tabs", *sorted([*cleared, el("tab", val="right", pos=width)], key=_position))


def _position(tab: Element) -> int:
    return int(tab.get(f"{{{W}}}pos", "0"))
