"""The notes of any page: where it refers to them, and which element holds each."""

import re
from dataclasses import dataclass, field
from itertools import islice

from briefgen.formats.html.names import BACK, REFERENCE
from briefgen.formats.html.opened import Element, walk
from briefgen.formats.printed.marks import is_mark

_MARK = re.compile(r"(\[?)\s*(\w{1,8}|\W{1,4})\s*\]?")
_LONGEST = 12
_ROLES = frozenset({"doc-noteref", "doc-backlink"})
_CLASSES = frozenset({REFERENCE, "footnote-ref", "sdfootnoteanc", "sdendnoteanc"})
_HOLDS = frozenset(("li", "div", "aside", "section", "td", "dd", "p"))


@dataclass(slots=True)
class Noted:
    """The notes of a page.

    `references` give the label of the note that a link refers to, `held` the label of the note that an element holds,
    and `marks` are what shows the mark of a note in it, or leads back from it.
    """

    references: dict[Element, str] = field(default_factory=dict)
    held: dict[Element, str] = field(default_factory=dict)
    marks: set[Element] = field(default_factory=set)


def noted(root: Element) -> Noted:
    """Find the notes of a page by how every program makes them: a raised or bracketed mark is a link on to the note.

    The note is the block that the link leads to, or that is around the place it leads to. In it, links back and its
    mark are no words of it. Where two notes have one mark, the later one's label has primes.
    """
    order: dict[Element, int] = {}
    places: dict[str, Element] = {}
    for event, element in walk(root):
        if event == "start":
            order[element] = len(order)
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                places.setdefault(name or "", element)
    links = [one for one in order if one.tag == "a" and one.get("href", "").startswith("#")]
    targets = [(link, target) for link in links if (target := places.get(link.get("href", "")[1:])) is not None]
    found, labels = Noted(), set[str]()
    for link, target in targets:
        holder = _holder(target) if (mark := _mark(link)) and order[target] > order[link] else None
        if holder is not None and order[holder] > order[link]:
            if holder not in found.held:
                while mark in labels:
                    mark += "′"
                labels.add(mark)
            found.references[link] = found.held.setdefault(holder, mark)
    found.marks = {link for link, target in targets if order[target] < order[link] and _leads_back(link, found)}
    firsts = (one for holder in found.held for one in islice(holder, 1))
    found.marks |= {one for one in firsts if one.get("class") == "mark" and _is_sign(one)}
    return found


def _opening(element: Element) -> str:
    """Give what an element says, as far as it matters here."""
    said = ""
    for text in element.itertext():
        said += str(text)
        if len(said.strip()) > _LONGEST:
            break
    return said.strip()


def _mark(link: Element) -> str:
    """Give the mark of a note that a link is; nothing for any other link."""
    match = _MARK.fullmatch(_opening(link))
    around = link.getparent()
    is_raised = (around is not None and around.tag == "sup") or link.find("sup") is not None
    is_told = link.get("role") in _ROLES or not _CLASSES.isdisjoint(link.get("class", "").split())
    return match[2] if match and is_mark(match[2]) and (match[1] or is_raised or is_told) else ""


def _is_sign(element: Element) -> bool:
    """Say whether an element says nothing but a mark, or nothing that is a word."""
    said = _opening(element)
    match = _MARK.fullmatch(said)
    return (match is not None and is_mark(match[2])) or not any(map(str.isalnum, said))


def _leads_back(link: Element, found: Noted) -> bool:
    is_told = link.get("class") == BACK or link.get("role") == "doc-backlink"
    return _is_sign(link) and (is_told or any(one in found.held for one in link.iterancestors()))


def _holder(target: Element) -> Element | None:
    """Give the block that holds a note whose place this is: where a paragraph begins an item or a box, that is it."""
    blocks = (one for one in (target, *target.iterancestors()) if one.tag in _HOLDS)
    block = next(blocks, None)
    around = block.getparent() if block is not None and block.tag == "p" else None
    if block is None or around is None or block.getprevious() is not None:
        return block
    return around if around.tag in {"li", "aside"} or (around.tag == "div" and around.get("id")) else block
