"""Word files for tests: compositions to write, files made by hand to read, and a look inside either."""

import zipfile
from datetime import date
from io import BytesIO
from itertools import chain

from hypothesis import strategies as st
from lxml import etree

from briefgen.model.brief import Brief, Composition, Look
from briefgen.model.tree import BlockQuote, Emphasis, Link, Note, NoteRef, Paragraph, Quoted, Text, Tree
from briefgen.text import canonicalise, display

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = {"w": W, "r": R}
LOOK = Look()

any_text = st.text(st.characters(), max_size=60)
"""Any text: control characters and lone surrogates too."""
shown_words = any_text.map(lambda raw: display(canonicalise(raw))).filter(bool)
"""Any words that a reader may be shown: what `display` makes of any text."""


def key(number: int) -> str:
    """The id of the excerpt of this number."""
    return f"{number:016x}"


def brief(**fields) -> Brief:
    return Brief(**{"name": "quay", "title": "Quays and cranes", "as_of": date(2026, 11, 22), **fields})


def composition(*blocks, notes=(), **fields) -> Composition:
    return Composition("", Tree(tuple(blocks), tuple(notes)), brief(**fields))


def printing(quoted, *before, **fields) -> Composition:
    """Blocks, then these words as block quotations, each with a source line and a note of its own."""
    printed = [
        (quotation(number, words), source_line(f"Paper {number}")) for number, words in enumerate(quoted, start=1)
    ]
    notes = [note(str(number), f"Paper {number}") for number in range(1, len(quoted) + 1)]
    return composition(*before, *chain.from_iterable(printed), notes=notes, **fields)


def quotation(number: int, words: str) -> BlockQuote:
    """A block quotation of excerpt `number`, with its note."""
    return BlockQuote((Paragraph((Quoted(key(number), 1, words), NoteRef(str(number)))),))


def source_line(words: str) -> Paragraph:
    return Paragraph((Text(words),), role="source-line")


def note(label: str, words: str) -> Note:
    return Note(label, (Paragraph((Text(words), Emphasis((Text(", p. 4"),)), LINK)),))


LINK = Link("https://quay.example/papers?a=1&b=2", (Text("the paper"),))


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(data)[name])


def found(root: etree._Element, path: str) -> list:
    """What an XPath with the prefixes `w:` and `r:` finds."""
    return root.xpath(path, namespaces=NAMES)


def styled(data: bytes) -> list[tuple[str, str]]:
    """The style and the words of each paragraph of the body."""
    return [(found(one, "string(w:pPr/w:pStyle/@w:val)"), found(one, "string(.)")) for one in found(xml(data), "//w:p")]


STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="ac"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House quotation"/><w:basedOn w:val="ac"/></w:style>
<w:style w:type="paragraph" w:styleId="ae"><w:name w:val="Source Line"/></w:style>
<w:style w:type="character" w:styleId="af"><w:name w:val="footnote reference"/></w:style>
</w:styles>"""


def word_file(body: str, notes: str = "", **others: str) -> bytes:
    """A Word file made by hand: the XML of its body, of its footnotes, and of other parts by name."""
    space = (
        f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    held = {
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations({"styles": "styles.xml", "footnotes": "/word/footnotes.xml"}),
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {space}>{notes}</w:footnotes>",
        "word/styles.xml": STYLES,
        **others,
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in held.items():
            archive.writestr(name, text)
    return stream.getvalue()


def _relations(targets: dict[str, str]) -> str:
    rows = "".join(f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{name}"/>' for kind, name in targets.items())
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'


def p(inner: str, style: str = "a", mark: str = "") -> str:
    """A paragraph; `mark` is what its paragraph mark carries (`<w:del/>`)."""
    face = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{face}</w:pPr>{inner}</w:p>'


def r(text: str, face: str = "") -> str:
    properties = f"<w:rPr>{face}</w:rPr>" if face else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def bg(inner: str, number: int = 1, suffix: str = "") -> str:
    """The bookmark of excerpt `number` around something."""
    name = f"bg_{key(number)}_1{suffix}"
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def ref(number: int) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="af"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def footnote(number: int, text: str) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="af"/></w:rPr><w:footnoteRef/></w:r>'
    return f'<w:footnote w:id="{number}">{p(mark + r(" " + text))}</w:footnote>'
