"""What stands before the text: a cover, and a list of contents."""

from copy import deepcopy

from briefgen.formats.docx.draft import Draft, Entry
from briefgen.formats.docx.elements import Element, el, paragraph, run, words
from briefgen.formats.docx.names import W
from briefgen.formats.printed.languages import is_english

_DEEPEST = 1
"""The level of headings down to which a list of contents goes: the topics. Below them, all are much alike."""
# ECMA-376 part 1, 17.6.17: what follows w:titlePg in w:sectPr.
_AFTER_TITLE_PAGE = ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")


def cover(title: list[Element], draft: Draft, section: Element) -> list[Element]:
    """Give the title a page of its own: a section like `section`, which begins a new page behind it."""
    usual, large = draft.styles.id("Title"), draft.styles.id("Cover Title")
    for style in (found for one in title for found in one.iterfind(f"{{{W}}}pPr/{{{W}}}pStyle")):
        if style.get(f"{{{W}}}val") == usual:
            style.set(f"{{{W}}}val", large)
    own = deepcopy(section)
    if own.find(f"{{{W}}}titlePg") is None:
        later = (one for one in own if one.tag in {f"{{{W}}}{tag}" for tag in _AFTER_TITLE_PAGE})
        place = next((own.index(one) for one in later), len(own))
        own.insert(place, el("titlePg"))
    for kind in section.findall(f"{{{W}}}type"):
        section.remove(kind)
    return [*title, el("p", el("pPr", el("pStyle", val=draft.styles.id("Normal")), own))]


def contents(draft: Draft) -> list[Element]:
    """Make the list of contents: a field of Word with its result in it, so that Word asks nothing when it opens a file.

    Entries are links. They have no page numbers: these would be guesses before a program has laid the pages out.
    """
    entries = [entry for entry in draft.headings if entry.level <= _DEEPEST]
    if not entries:
        return []
    made = [_entry(entry, draft) for entry in entries]
    code = words(f' TOC \\o "1-{_DEEPEST}" \\n \\h \\z ', "instrText")
    made[0][1:1] = [run(el("fldChar", fldCharType="begin")), run(code), run(el("fldChar", fldCharType="separate"))]
    made[-1].append(run(el("fldChar", fldCharType="end")))
    name = "Contents" if is_english(draft.language) else ""
    heading = [paragraph(draft.styles.id("TOC Heading"), [run(words(name))])] if name else []
    gallery = el("docPartObj", el("docPartGallery", val="Table of Contents"), el("docPartUnique"))
    return [el("sdt", el("sdtPr", gallery), el("sdtContent", *heading, *made))]


def _entry(entry: Entry, draft: Draft) -> Element:
    link = el("hyperlink", run(words(entry.words)), anchor=entry.bookmark, history=1)
    return paragraph(draft.styles.id(f"toc {entry.level}"), [link])
