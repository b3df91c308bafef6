"""What two Markdown readers show of a text, and what a tree says: the words of each block, in order."""

from html.parser import HTMLParser

import markdown
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from briefgen.model import tree as t
from briefgen.text import display

_BLOCKS = {"p", "li", "td", "th", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "div"}
_VOID = {"br", "hr", "img"}


class _Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words = [""]
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        kind = dict(attrs).get("class") or ""
        is_reference = tag == "sup" or "backref" in kind
        if tag not in _VOID and (self.hidden or is_reference):
            self.hidden += 1
        if tag in _BLOCKS:
            self.words.append("")
        if tag == "br":
            self.words[-1] += " "

    def handle_endtag(self, tag):
        if self.hidden and tag not in _VOID:
            self.hidden -= 1
        if tag in _BLOCKS:
            self.words.append("")

    def handle_data(self, data):
        if not self.hidden:
            self.words[-1] += data


def words_of_html(html):
    reader = _Words()
    reader.feed(html)
    reader.close()
    return [words for words in map(display, reader.words) if words]


def by_python_markdown(text):
    return markdown.Markdown(extensions=["tables", "footnotes"]).convert(text)


def by_markdown_it(text):
    return MarkdownIt("commonmark").enable("table").use(footnote_plugin).render(text)


def inline_words(children):
    return "".join(_inline(child) for child in children)


def _inline(child):
    match child:
        case t.Text(text) | t.Quoted(text=text) | t.Code(text) | t.Chart(words=text):
            return text
        case t.Strong(children) | t.Emphasis(children) | t.Link(children=children):
            return inline_words(children)
        case t.LineBreak():
            return " "
    return ""


def _blocks(nodes):
    for node in nodes:
        match node:
            case t.Paragraph(children) | t.Heading(children=children):
                yield inline_words(children)
            case t.BlockQuote(blocks) | t.Group(blocks=blocks):
                yield from _blocks(blocks)
            case t.ItemList(items):
                for item in items:
                    yield from _blocks(item)
            case t.Table(header, rows):
                yield from (inline_words(cell) for row in (header, *rows) for cell in row)
            case t.CodeBlock(text):
                yield text


def words_of_tree(tree):
    found = [*_blocks(tree.blocks), *(words for note in tree.notes for words in _blocks(note.blocks))]
    return [words for words in map(display, found) if words]
