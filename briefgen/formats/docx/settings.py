"""What a Word file says of itself: settings and properties. Nothing of it comes from the clock or the machine."""

from collections.abc import Sequence
from datetime import date

from lxml import etree

from briefgen.formats.docx.elements import Element, el, serialised
from briefgen.formats.docx.listing import LISTED
from briefgen.formats.docx.names import R, W
from briefgen.formats.docx.notes import SEPARATORS, Place
from briefgen.formats.printed.languages import regional
from briefgen.model.brief import Brief
from briefgen.text import canonicalise

# ECMA-376 part 1, 17.15.1.78: what follows w:footnotePr in w:settings.
_AFTER_NOTES = (
    "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping",
    "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
    "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    "docId", "defaultImageDpi",
)  # fmt: skip
_UNWANTED = frozenset(
    {"updateFields", "rsids", "footnotePr", "endnotePr", "attachedTemplate", "mailMerge", "trackRevisions"}
    | {"documentProtection", "writeProtection", "removePersonalInformation", "removeDateAndTime"}
)
_MODE = "compatibilityMode"
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_ASIAN = ("ja", "ko", "zh")


def settle(settings: Element, notes: Place) -> None:
    """Say what notes there are, that the file is of Word 2013 or later, and forget where the settings come from."""
    for child in list(settings):
        if etree.QName(child).localname in _UNWANTED or child.get(f"{{{R}}}id"):
            settings.remove(child)
    compatibility = settings.find(f"{{{W}}}compat")
    if compatibility is None:
        compatibility = el("compat")
        settings.insert(_before(settings, _AFTER_NOTES[2:]), compatibility)
    for old in compatibility.findall(f"{{{W}}}compatSetting[@{{{W}}}name='{_MODE}']"):
        compatibility.remove(old)
    compatibility.append(el("compatSetting", name=_MODE, uri=_COMPATIBILITY, val=15))
    if notes.tag != LISTED:
        separate(settings, notes)


def separate(settings: Element, notes: Place) -> None:
    """Say which notes hold the lines above notes (17.11.9, 17.11.3): those that `notes.separators` makes."""
    name, tag = f"{notes.tag}Pr", f"{{{W}}}{notes.tag}"
    properties = settings.find(f"{{{W}}}{name}")
    if properties is None:
        properties = el(name, *_numbers(notes))
        settings.insert(_before(settings, _AFTER_NOTES[notes.tag == "endnote" :]), properties)
    for old in properties.findall(tag):
        properties.remove(old)
    properties.extend(el(notes.tag, id=number) for number in SEPARATORS)


def count(body: Element, notes: Place) -> None:
    """Say in each section how endnotes are counted (17.11.5, 17.6.17): LibreOffice looks for it there alone."""
    for section in body.iter(f"{{{W}}}sectPr"):
        if numbers := _numbers(notes):
            references = sum(etree.QName(child).localname.endswith("Reference") for child in section)
            section.insert(references, el(f"{notes.tag}Pr", *numbers))


def _numbers(notes: Place) -> list[Element]:
    """Give what has notes counted 1, 2, 3: by themselves, endnotes are counted i, ii, iii."""
    return [el("numFmt", val="decimal")] if notes.tag == "endnote" else []


def _before(settings: Element, later: Sequence[str]) -> int:
    """Where to insert so that all of `later` stand after."""
    for place, child in enumerate(settings):
        if etree.QName(child).localname in later:
            return place
    return len(settings)


def speak(styles: Element, language: str) -> None:
    """Set the language of all text; East Asian text is Japanese unless the brief's own language says otherwise.

    Where styles have a language, it is that of the house's own letters, and is left out.
    """
    tag = regional(language) or "en-US"
    is_asian = tag.lower().split("-")[0] in _ASIAN
    face = _below(_below(_below(styles, "docDefaults", 0), "rPrDefault", 0), "rPr", 0)
    for one in (face, *styles.iterfind(f"{{{W}}}style/{{{W}}}rPr")):
        for old in one.findall(f"{{{W}}}lang"):
            one.remove(old)
    face.append(el("lang", val="en-US" if is_asian else tag, eastAsia=tag if is_asian else "ja-JP", bidi="ar-SA"))


def _below(parent: Element, tag: str, place: int) -> Element:
    found = parent.find(f"{{{W}}}{tag}")
    if found is None:
        found = el(tag)
        parent.insert(place, found)
    return found


def core_properties(brief: Brief) -> bytes:
    """Make the core properties: title, subject, language, and the as-of date as the time of making."""
    dc, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": dc, "dcterms": terms, "xsi": xsi})
    for name, value in (("title", brief.title), ("subject", brief.subtitle), ("language", brief.language)):
        etree.SubElement(root, f"{{{dc}}}{name}").text = canonicalise(value)
    if brief.handling:
        etree.SubElement(root, f"{{{core}}}category").text = canonicalise(brief.handling)
    for name in ("created", "modified"):
        made = etree.SubElement(root, f"{{{terms}}}{name}")
        made.set(f"{{{xsi}}}type", "dcterms:W3CDTF")
        made.text = _midnight(brief.as_of)
    return serialised(root)


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


EXTENDED = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>briefgen</Application></Properties>"
)
"""The extended properties: the name of the program, and nothing that would have to be counted."""
