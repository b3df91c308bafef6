"""One finding, its quotation and its source side by side."""

from collections.abc import Mapping

from briefgen.elements import element, safe, words
from briefgen.model.claim import Edit, Finding, Kind
from briefgen.report.signs import SIGNS

_NAMES = {Edit.ADDED: "ins", Edit.LEFT_OUT: "del"}


def card(number: int, finding: Finding, sources: Mapping[str, str]) -> str:
    """Give a finding as an article: kind and place, what is wrong, both sides, and where it was found."""
    place = f" {words(finding.claim.place)}" if finding.claim.place else ""
    head = element("h4", f"{number}. {_badge(finding)}{place}")
    detail = element("p", words(finding.detail), "detail") if finding.detail else ""
    both = (("In the file", _in_file(finding)), ("In the source", _in_source(finding)))
    quoted = (element("h5", name) + element("blockquote", said, dir="auto") for name, said in both)
    sides = element("div", "".join(element("div", side) for side in quoted), "sides")
    return element("article", f"{head}\n{detail}\n{sides}\n{_facts(finding, sources)}", look(finding)) + "\n"


def _badge(finding: Finding) -> str:
    """Give the kind of a finding with a sign that needs no colour."""
    sign = {"exact": "✓", "minor": "≈", "fault": "✗"}[look(finding)]
    minor = " (minor)" if look(finding) == "minor" else ""
    return element("span", f'<span aria-hidden="true">{sign}</span> {str(finding.kind).capitalize()}{minor}', "badge")


def look(finding: Finding) -> str:
    """Say how much a finding matters: "exact", "minor" or "fault"."""
    if finding.kind is Kind.EXACT:
        return "exact"
    return "fault" if finding.is_fault else "minor"


def source(finding: Finding, sources: Mapping[str, str]) -> str:
    """Give the source of a finding: its title or path, and the characters there."""
    if not finding.document:
        return ""
    span = f", characters {finding.span.start}–{finding.span.end}" if finding.span else ""
    return words(sources.get(finding.document) or finding.document[:12]) + span


def marked(edit: Edit, said: str) -> str:
    """Give words that stand on one side only, in an element and between signs."""
    before, after = SIGNS[edit]
    return element(_NAMES[edit], element("span", before, "sign") + safe(said) + element("span", after, "sign"))


def _in_file(finding: Finding) -> str:
    if finding.kind is Kind.MISSING:
        return element("em", "It does not stand in the file.")
    return _side(finding, Edit.ADDED) or safe(finding.claim.words)


def _in_source(finding: Finding) -> str:
    if finding.source or finding.differences:
        return _side(finding, Edit.LEFT_OUT) or safe(finding.source)
    if finding.kind is Kind.MISSING:
        return safe(finding.claim.words)
    return element("em", "No words of a source to show.")


def _side(finding: Finding, edit: Edit) -> str:
    """Give one side of the differences: what both share, and what `edit` marks; empty if there are none."""
    shown = []
    for part in finding.differences:
        if part.edit is Edit.SAME:
            shown.append(safe(part.words))
        elif part.edit is edit:
            said = part.words.rstrip()
            shown.append(marked(edit, said) + safe(part.words[len(said) :]))
    return "".join(shown)


def _facts(finding: Finding, sources: Mapping[str, str]) -> str:
    claim = finding.claim
    told = (
        ("Source", source(finding, sources)),
        ("Found", words(finding.how) if finding.how else ""),
        ("Note", words(claim.note) if claim.note else ""),
        ("Source line", words(claim.line) if claim.line else ""),
    )
    facts = "".join(element("dt", name) + element("dd", value) for name, value in told if value)
    return element("dl", facts) if facts else ""
