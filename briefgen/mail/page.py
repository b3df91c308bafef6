"""A tree as the HTML of a mail: styles stand at the elements, since many mail programs read no others."""

from collections.abc import Iterable

from briefgen.addresses import safe_address
from briefgen.elements import element, safe, words
from briefgen.model.tree import (
    BlockQuote,
    Chart,
    Code,
    CodeBlock,
    Emphasis,
    Group,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Node,
    Note,
    NoteRef,
    Paragraph,
    Quoted,
    Rule,
    Strong,
    Table,
    Text,
    Tree,
)

_STYLE = """\
body { margin: 0 auto; padding: 16px; max-width: 40em; color: #1c2128; background: #ffffff;
  font-family: "Segoe UI", "Noto Sans", Arial, sans-serif; font-size: 16px; line-height: 1.5; }
h1 { font-size: 22px; line-height: 1.25; margin: 0 0 12px; }
h2 { font-size: 17px; margin: 24px 0 8px; }
p { margin: 8px 0; }
.box { margin: 16px 0; padding: 4px 16px; background: #f3f4f6; border: 1px solid #d5d9de; }
.box h2 { margin-top: 8px; }
blockquote { margin: 16px 0 0; padding: 0 0 0 12px; border-left: 4px solid #d5d9de; font-family: Georgia, serif; }
.source-line, .translation, .meta, .subtitle, .remark, .notes { color: #57606a; font-size: 14px; }
.source-line { margin: 0 0 0 16px; }
th, td { padding: 4px 12px 4px 0; text-align: left; vertical-align: top; border-bottom: 1px solid #d5d9de; }
@media (max-width: 30em) { body { padding: 8px !important; } }
"""


def page(tree: Tree, title: str, language: str) -> str:
    """Give a whole page of a tree, with no script, no picture and nothing from elsewhere in it."""
    import css_inline  # noqa: PLC0415 - only a letter needs it

    head = f'<meta charset="utf-8"><title>{safe(title)}</title><style>{_STYLE}</style>'
    body = _blocks(tree.blocks) + _notes(tree.notes)
    whole = f'<!DOCTYPE html><html lang="{safe(language)}"><head>{head}</head><body>{body}</body></html>'
    return css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False).inline(whole)


def _blocks(nodes: Iterable[Node]) -> str:
    return "\n".join(map(_block, nodes))


def _block(node: Node) -> str:  # noqa: PLR0911 - one a kind of node
    match node:
        case Heading(level, children):
            return element(f"h{level}", _line(children))
        case Paragraph(children, role):
            return element("p", _line(children), role)
        case BlockQuote(blocks):
            return element("blockquote", _blocks(blocks))
        case ItemList(items, ordered, start):
            listed = "".join(element("li", _blocks(item)) for item in items)
            return element("ol" if ordered else "ul", listed, start=f"{start}" if ordered else "")
        case Table(header, rows):
            return element("table", _row("th", header) + "".join(_row("td", row) for row in rows))
        case CodeBlock(text):
            return element("pre", safe(text))
        case Rule():
            return "<hr>"
        case Group(role, blocks):
            return element("div", _blocks(blocks), role)


def _notes(notes: Iterable[Note]) -> str:
    noted = "".join(element("p", f"[{safe(note.label)}]") + _blocks(note.blocks) for note in notes)
    return element("div", noted, "notes") if noted else ""


def _row(name: str, cells: Iterable[Iterable[Inline]]) -> str:
    return element("tr", "".join(element(name, _line(cell)) for cell in cells))


def _line(children: Iterable[Inline]) -> str:
    return "".join(map(_inline, children))


def _inline(inline: Inline) -> str:  # noqa: PLR0911 - one a kind of inline
    match inline:
        case Text(text) | Chart(words=text):
            return safe(text)
        case Quoted(text=text):
            return words(text)
        case Code(text):
            return element("code", safe(text))
        case NoteRef(label):
            return element("sup", f"[{safe(label)}]")
        case Strong(children):
            return element("strong", _line(children))
        case Emphasis(children):
            return element("em", _line(children))
        case Link(href, children):
            said = _line(children)
            return element("a", said, href=address) if (address := safe_address(href)) else said
        case LineBreak():
            return "<br>"
