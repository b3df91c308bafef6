"""Elements of WordprocessingML, made in one line each."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from briefgen.formats.docx.names import XML, R, W

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type of its elements

_OWN, _NAMESPACES = {"w": W}, {"w": W, "r": R}
_ROOTS = frozenset({"document", "footnotes", "endnotes"})
"""What declares both namespaces for all that it will hold: to declare one less is a third of what an element costs."""


def el(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Make `w:tag` with attributes in the same namespace (`r_id` is `r:id`) and children, in the order given."""
    is_related = "r_id" in attributes or tag in _ROOTS
    made = etree.Element(f"{{{W}}}{tag}", nsmap=_NAMESPACES if is_related else _OWN)
    for name, value in attributes.items():
        made.set(f"{{{R}}}id" if name == "r_id" else f"{{{W}}}{name}", str(value))
    made.extend(children)
    return made


def fragment(xml: str) -> list[Element]:
    """Parse elements that are written with the prefixes `w:` and `r:`."""
    return list(etree.fromstring(f'<x xmlns:w="{W}" xmlns:r="{R}">{xml}</x>'))


def serialised(root: Element) -> bytes:
    """Give a part's bytes, as Word writes them: UTF-8, with a declaration."""
    return etree.tostring(root, encoding="UTF-8", standalone=True, xml_declaration=True)


@dataclass(frozen=True, slots=True)
class Face:
    """How words look: the id of a character style, bold, italic; and the tag of their language, if it is another."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    language: str = ""

    def properties(self) -> list[Element]:
        """Give the `w:rPr` that says so, or nothing."""
        said = [el("rStyle", val=self.style)] if self.style else []
        said += [el("b"), el("bCs")] if self.bold else []
        said += [el("i"), el("iCs")] if self.italic else []
        said += [el("lang", **dict.fromkeys(("val", "eastAsia", "bidi"), self.language))] if self.language else []
        return [el("rPr", *said)] if said else []


PLAIN = Face()


def run(*children: Element, face: Face = PLAIN) -> Element:
    """Make a run."""
    return el("r", *face.properties(), *children)


def words(text: str, tag: str = "t") -> Element:
    """Make a `w:t` of exactly these characters."""
    made = el(tag)
    made.text = text
    preserve(made)
    return made


def preserve(text: Element) -> None:
    """Keep the white space at the ends of an element's words."""
    text.set(f"{{{XML}}}space", "preserve")


def paragraph(style: str, children: Iterable[Element] = (), properties: Iterable[Element] = ()) -> Element:
    """Make a paragraph in the style of this id; further `properties` are in schema order."""
    return el("p", el("pPr", el("pStyle", val=style), *properties), *children)


def field(instruction: str, shown: str, face: Face = PLAIN) -> list[Element]:
    """Make a complex field with its result in it, so that nothing waits for Word to work it out."""
    return [
        run(el("fldChar", fldCharType="begin"), face=face),
        run(words(f" {instruction} ", "instrText"), face=face),
        run(el("fldChar", fldCharType="separate"), face=face),
        run(words(shown), face=face),
        run(el("fldChar", fldCharType="end"), face=face),
    ]


def bookmarked(name: str, number: int, inner: Iterable[Element]) -> list[Element]:
    """Put a bookmark around `inner`; `number` is its id, unique in the file."""
    return [el("bookmarkStart", id=number, name=name), *inner, el("bookmarkEnd", id=number)]
