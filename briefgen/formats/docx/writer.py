"""A composition as a Word file."""

from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from briefgen.formats.docx import notes, reference, settings
from briefgen.formats.docx.blocks import Setting, blocks
from briefgen.formats.docx.draft import Draft, Part, within
from briefgen.formats.docx.elements import Element, el, paragraph
from briefgen.formats.docx.furniture import furnish
from briefgen.formats.docx.languages import foreign
from briefgen.formats.docx.lists import Lists
from briefgen.formats.docx.names import (
    CORE_PROPERTIES,
    CUSTOM_XML,
    CUSTOM_XML_PROPERTIES,
    EXTENDED_PROPERTIES,
    FOOTNOTES,
    NUMBERING,
    RECORD,
    SETTINGS,
    STYLES,
    W,
)
from briefgen.formats.docx.package import Package, relating
from briefgen.formats.docx.styles import Styles
from briefgen.model.brief import Composition, Look
from briefgen.model.tree import Heading, Node, Paragraph, Tree
from briefgen.record import public
from briefgen.text import canonicalise


def write(composition: Composition, look: Look) -> bytes:
    """Give the Word file of a composition, in the looks of `look.reference` (or of the built-in one, where empty).

    The same composition and look give the same bytes. Raises UnreadableError when the reference document is no .docx.
    """
    package = Package(look.reference or reference.document())
    styles = Styles(package.root(STYLES, "/word/styles.xml", "styles"))
    lists = Lists(package.root(NUMBERING, "/word/numbering.xml", "numbering"), styles)
    tree, raised = _titled(composition.tree)
    draft = Draft(styles, lists, tree, foreign(composition.brief))
    setting = Setting(package.width(), raised=raised)
    package.body[:0] = blocks(tree.blocks, Part(draft, relating(package.main)), setting)
    _add_notes(package, draft, setting)
    settings.settle(package.root(SETTINGS, "/word/settings.xml", "settings"))
    furnish(package, styles, composition.brief, setting.width)
    settings.speak(styles.root, composition.brief.language)
    _describe(package, composition)
    return package.save()


def _titled(tree: Tree) -> tuple[Tree, int]:
    """Give the tree with its one first heading as the title, and how many levels the other headings then rise.

    Markdown has no titles, only headings; in Word a title is no heading, and headings begin with the first level.
    """
    blocks = tree.blocks
    levels = [thing.level for thing in within(blocks) if isinstance(thing, Heading)]
    first = next((place for place, node in enumerate(blocks) if isinstance(node, Heading)), None)
    if first is not None and levels[0] == 1 and levels.count(1) == 1:
        blocks = (*blocks[:first], _title(blocks[first]), *blocks[first + 1 :])
        levels.pop(0)
    return replace(tree, blocks=blocks), min(levels, default=1) - 1


def _title(node: Node) -> Node:
    return Paragraph(node.children, role="title") if isinstance(node, Heading) else node


def _add_notes(package: Package, draft: Draft, setting: Setting) -> None:
    """Add the part of the notes that the body refers to, each with its mark at its head."""
    normal, reference_style = draft.styles.id("Normal"), draft.styles.id("Footnote Reference")
    root = el("footnotes", *notes.separators(normal))
    added = package.add(package.main, FOOTNOTES, "/word/footnotes.xml", root)
    part = Part(draft, relating(added), is_notes=True)
    inside = replace(setting, body="Footnote Text")
    for label, mark in draft.marks:
        made = blocks(draft.notes[label].blocks, part, inside)
        if not made or made[0].tag != f"{{{W}}}p":
            made.insert(0, paragraph(part.style("Footnote Text")))
        made[0][1:1] = notes.own(mark, reference_style)
        root.append(el("footnote", *made, id=mark.id))


def _describe(package: Package, composition: Composition) -> None:
    """Add the properties, and the public record as custom XML, which Word keeps when it saves the file."""
    package.properties(CORE_PROPERTIES, "/docProps/core.xml", settings.core_properties(composition.brief))
    package.properties(EXTENDED_PROPERTIES, "/docProps/app.xml", settings.EXTENDED)
    record = etree.fromstring(f'<record xmlns="{RECORD}"/>')
    record.text = canonicalise(public(composition))
    item = package.add(package.main, CUSTOM_XML, "/customXml/item%d.xml", record)
    name = f"/customXml/itemProps{item.partname.idx}.xml"
    package.add(item, CUSTOM_XML_PROPERTIES, name, _item_properties(record.text))


def _item_properties(record: str) -> Element:
    """Give the store of a custom XML part its name (ECMA-376 part 1, 22.5): one that follows from what it holds."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    root = etree.Element(f"{{{space}}}datastoreItem", nsmap={"ds": space})
    root.set(f"{{{space}}}itemID", f"{{{str(uuid5(NAMESPACE_URL, record)).upper()}}}")
    schemas = etree.SubElement(root, f"{{{space}}}schemaRefs")
    etree.SubElement(schemas, f"{{{space}}}schemaRef").set(f"{{{space}}}uri", RECORD)
    return root
