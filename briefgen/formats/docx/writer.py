"""A composition as a Word file."""

from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from briefgen.formats.docx import notes, reference, settings
from briefgen.formats.docx.blocks import Setting, blocks
from briefgen.formats.docx.draft import Draft, Part
from briefgen.formats.docx.elements import Element, el, serialised
from briefgen.formats.docx.front import contents, cover
from briefgen.formats.docx.furniture import fill, furnish
from briefgen.formats.docx.listing import LISTED
from briefgen.formats.docx.lists import Lists
from briefgen.formats.docx.names import (
    CORE_PROPERTIES,
    CUSTOM_XML,
    CUSTOM_XML_PROPERTIES,
    EXTENDED_PROPERTIES,
    NUMBERING,
    RECORD,
    SETTINGS,
    STYLES,
    THEME,
)
from briefgen.formats.docx.noting import note_list, noted
from briefgen.formats.docx.package import Package, relating
from briefgen.formats.docx.pictures import Pictures
from briefgen.formats.docx.styles import Styles
from briefgen.formats.docx.theme import theme
from briefgen.model.brief import Composition, Look
from briefgen.model.tree import Heading, Node, Paragraph, Tree, within
from briefgen.record import public
from briefgen.text import canonicalise


def write(composition: Composition, look: Look) -> bytes:
    """Give the Word file of a composition, in the looks of `look.reference` (or of the built-in one, where empty).

    The same composition and look give the same bytes. Raises UnreadableError when the reference document is no Word
    file, one that `house` refuses, or has not the styles that `look.styles` names.
    """
    own = look.reference if look.reference or look.is_house else reference.document()
    package = Package(own, is_house=look.is_house)
    styles = Styles(package.root(STYLES, "/word/styles.xml", "styles"), dict(look.styles))
    styles.mend()
    if not package.has(THEME):
        package.add(package.main, THEME, "/word/theme/theme1.xml", serialised(theme()))
    lists = Lists(package.root(NUMBERING, "/word/numbering.xml", "numbering"), styles)
    tree, raised = _titled(composition.tree)
    place = notes.PLACES[look.notes]
    draft = Draft(styles, lists, replace(composition, tree=tree), place, package.last_bookmark())
    if look.is_house:
        fill(package, composition.brief)  # before there are words of sources in it
    text = _text(tree.blocks, draft, Setting(package.width(), raised=raised), package, look)
    draft.scripts.tell(text)
    package.place(text)
    settings.settle(package.root(SETTINGS, "/word/settings.xml", "settings"), place)
    furnish(package, draft, composition.brief, package.foot_width())
    settings.count(package.body, place)
    settings.speak(styles.root, composition.brief.language)
    _describe(package, composition)
    return package.save()


def _text(nodes: tuple[Node, ...], draft: Draft, setting: Setting, package: Package, look: Look) -> list[Element]:
    """Give what goes into the body: the title, or a cover; the list of contents; the rest; and a list of notes."""
    pictures = Pictures(package.main, package.stories())
    part = Part(draft, relating(package.main), draw=pictures.drawn, room=setting.width)
    front = next((at for at, node in enumerate(nodes) if not _is_front(node)), len(nodes))
    title, body = blocks(nodes[:front], part, setting), blocks(nodes[front:], part, setting)
    if look.cover and title:
        title = cover(title, draft, package.section)
    listed = contents(draft) if look.contents else []
    return [*title, *listed, *body, *_add_notes(package, draft, setting)]


def _is_front(node: Node) -> bool:
    return isinstance(node, Paragraph) and node.role in {"title", "subtitle", "meta", "handling"}


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


def _add_notes(package: Package, draft: Draft, setting: Setting) -> list[Element]:
    """Add the part of the notes that the body refers to, each with its mark at its head; or give the list of them."""
    place = draft.place
    if place.tag == LISTED:
        return note_list(draft, Part(draft, relating(package.main), is_notes=True), setting)
    root = el(f"{place.tag}s", *notes.separators(place, draft.styles.id("Normal")))
    added = package.add(package.main, place.kind, f"/word/{place.tag}s.xml", root)
    part = Part(draft, relating(added), is_notes=True)
    for label, mark in draft.marks:
        made = noted(label, part, setting)
        made[0][1:1] = notes.own(mark, place, draft.styles.id(place.reference))
        root.append(el(place.tag, *made, id=mark.id))
    draft.scripts.tell([root])
    return []


def _describe(package: Package, composition: Composition) -> None:
    """Add the properties, and the public record as custom XML, which Word keeps when it saves the file."""
    package.properties(CORE_PROPERTIES, "/docProps/core.xml", settings.core_properties(composition.brief))
    package.properties(EXTENDED_PROPERTIES, "/docProps/app.xml", settings.EXTENDED)
    if composition.is_scrubbed:
        return
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
