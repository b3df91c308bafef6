"""A whole brief as one HTML page, for screens and, with its notes at the foot of each page, for paper."""

import re
from collections.abc import Sequence
from itertools import takewhile

from briefgen import record
from briefgen.elements import element
from briefgen.formats.html.blocks import Entry, Setter
from briefgen.formats.html.elements import css_string, said, style
from briefgen.formats.html.names import DIGEST, ENTRY, MARKING, RECORD
from briefgen.formats.printed.directions import closed
from briefgen.formats.printed.languages import day, is_english
from briefgen.model.brief import Brief, Composition, Look
from briefgen.model.tree import Heading, Node, Paragraph
from briefgen.text import canonicalise, display

_MASTHEAD = frozenset({"subtitle", "meta", "handling"})
_LEAST = 4
"""With fewer headings below the title, a brief needs no list of contents."""
_DEEPEST = 2
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
"""What a browser may load for the page: nothing that does not stand in it."""


def page(composition: Composition, look: Look, *, at_foot: bool = False) -> str:
    """Give the page of a composition in the looks of `look.style`; with `at_foot`, notes stand where they are named.

    The same composition and look give the same page, and no words of theirs can change its structure.
    """
    brief = composition.brief
    setter = Setter(composition, at_foot=at_foot)
    count = len([*takewhile(_is_masthead, composition.tree.blocks)])
    head, rest = composition.tree.blocks[:count], composition.tree.blocks[count:]
    masthead = element("header", f"\n{setter.blocks(head)}", "masthead") + "\n" if head else ""
    before = len(setter.contents)
    main = element("main", f"\n{setter.blocks(rest)}") + "\n"
    contents = _contents(setter.contents[before:], brief)
    marking = element("p", said(display(brief.handling)), MARKING) if display(brief.handling) else ""
    notes = "" if at_foot else _notes(setter, brief)
    foot = "" if at_foot or not marking else element("footer", marking) + "\n"
    top = "" if at_foot or not marking else f"{marking}\n"
    body = f"{top}{masthead}{contents}{main}{notes}{foot}{_record(composition)}"
    return f"<!DOCTYPE html>\n{_html(brief, _head(composition, look), body)}\n"


def _is_masthead(node: Node) -> bool:
    is_title = isinstance(node, Heading) and node.level == 1
    return is_title or (isinstance(node, Paragraph) and node.role in _MASTHEAD)


def _html(brief: Brief, head: str, body: str) -> str:
    held = element("body", "\n" + body)
    whole = f"\n{element('head', head)}\n{held}\n"
    return element("html", whole, lang=brief.language if _LANGUAGE.fullmatch(brief.language) else "en")


def _head(composition: Composition, look: Look) -> str:
    brief = composition.brief
    title = display(canonicalise(brief.title)) or brief.name or "Brief"
    tags = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="generator" content="briefgen">',
        f'<meta name="dcterms.created" content="{brief.as_of.isoformat()}">',
        "" if composition.is_scrubbed else f'<meta name="{RECORD}" content="{_digest(composition)}">',
        element("title", said(title)),
        style(f"{look.style}\n{_page_boxes(brief, title)}"),
    ]
    return "".join(f"\n{tag}" for tag in tags) + "\n"


def _page_boxes(brief: Brief, title: str) -> str:
    """Give what stands at the head and foot of each printed page (CSS Paged Media 3, 4.2)."""
    mark = css_string(display(brief.handling))
    line = css_string(f"{closed(title)}  ·  {day(brief)}")
    page_, of = ('"Page "', '" of "') if is_english(brief.language) else ('""', '" / "')
    number = f"{page_} counter(page) {of} counter(pages)"
    boxes = f"@bottom-left {{ content: {line} }} @bottom-right {{ content: {number} }}"
    if display(brief.handling):
        boxes += f" @top-center {{ content: {mark} }} @bottom-center {{ content: {mark} }}"
    return f"@page {{ {boxes} }}"


def _label(brief: Brief, words: str, key: str) -> str:
    return element("h2", words, id=key, lang="" if is_english(brief.language) else "en")


def _contents(entries: Sequence[Entry], brief: Brief) -> str:
    """Give the list of contents; nothing for a brief of few headings."""
    listed = [entry for entry in entries if entry.level <= _DEEPEST]
    if len(listed) < _LEAST:
        return ""
    items = "".join(
        element("li", element("a", each.words, ENTRY, href=f"#{each.key}"), dir=each.turned) + "\n" for each in listed
    )
    inner = _label(brief, "Contents", "contents") + element("ul", items)
    return element("nav", inner, "contents", role="doc-toc", aria_labelledby="contents") + "\n"


def _notes(setter: Setter, brief: Brief) -> str:
    items = setter.notes()
    if not items:
        return ""
    inner = _label(brief, "Notes", "notes") + element("ol", items)
    return element("section", inner, "notes", role="doc-endnotes", aria_labelledby="notes") + "\n"


def _digest(composition: Composition) -> str:
    return f"{DIGEST}{record.digest(record.public(composition))}"


def _record(composition: Composition) -> str:
    """Give the public record as data that no browser runs; nothing in it can end the element."""
    if composition.is_scrubbed:
        return ""
    told = record.public(composition).replace("<", "\\u003c")
    return f'<script type="application/json" id="{RECORD}">{told}</script>\n'
