"""The page: for each file what was found, what is not exact first."""

from collections.abc import Mapping, Sequence

from briefgen.counting import count
from briefgen.elements import element, table, words
from briefgen.model.claim import OF_NO_QUOTATION, Edit, Kind, Verdict
from briefgen.report.finding import card, marked, source
from briefgen.report.style import STYLE

PRESENCE = (
    "What is exact is proved to stand in its source. "
    "That it supports what is said is not proved, and is for you to judge."
)
_SIGNS = (
    f"Where a quotation and its source differ, {marked(Edit.ADDED, 'these words')} stand in the file only, and "
    f"{marked(Edit.LEFT_OUT, 'these')} in the source only."
)


def html(verdicts: Sequence[tuple[str, Verdict]], sources: Mapping[str, str]) -> str:
    """Give one HTML page that tells what was found of files.

    `verdicts` are pairs of a file's name and what was found of it; `sources` gives a title or path for the id of a
    document. The page stands alone: it asks for no other file and runs no script. The same input gives the same page,
    and no words of a file can change its structure.
    """
    title = f"Proof of {count(sum(verdict.quotations for _, verdict in verdicts), 'quotation')}"
    overview = _overview(verdicts) if len(verdicts) > 1 else ""
    head = element("h1", title) + element("p", PRESENCE, "presence") + element("p", _SIGNS)
    files = "".join(_file(name, verdict, sources) for name, verdict in verdicts)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n{head}\n{overview}</header>\n<main>\n{files}</main>\n</body>\n</html>\n"
    )


def _overview(verdicts: Sequence[tuple[str, Verdict]]) -> str:
    rows = [(words(name), summary(verdict), _outcome(verdict)) for name, verdict in verdicts]
    return table("Files", ("File", "Found", "Outcome"), rows)


def summary(verdict: Verdict) -> str:
    """Give a verdict in a line: "12 quotations: 10 exact, 1 altered, 1 unknown"."""
    of_it, besides = (
        ", ".join(f"{number} {kind}" for kind, number in verdict.counts if (kind in OF_NO_QUOTATION) is apart)
        for apart in (False, True)
    )
    told = f"{count(verdict.quotations, 'quotation')}: {of_it}" if of_it else count(verdict.quotations, "quotation")
    return f"{told}; besides, {besides}" if besides else told


def _outcome(verdict: Verdict) -> str:
    """Say in a badge whether anything speaks against the file."""
    if not verdict.findings:
        return element("span", "No quotations", "badge")
    told = f"✗ {count(len(verdict.faults), 'fault')}" if verdict.faults else "✓ No faults"
    return element("span", element("span", told, "badge"), "fault" if verdict.faults else "exact")


def _file(name: str, verdict: Verdict, sources: Mapping[str, str]) -> str:
    numbered = list(enumerate(verdict.findings, start=1))
    others = [pair for pair in numbered if pair[1].kind is not Kind.EXACT]
    others.sort(key=lambda pair: pair[1].is_minor)
    exact = [(number, finding) for number, finding in numbered if finding.kind is Kind.EXACT]
    parts = [element("h2", words(name)), element("p", f"{summary(verdict)} {_outcome(verdict)}", "summary")]
    if others:
        parts.append(element("h3", "Not exact"))
        parts += [card(number, finding, sources) for number, finding in others]
    if exact:
        rows = [
            (f"{number}", words(each.claim.words), words(each.claim.place), source(each, sources), words(each.how))
            for number, each in exact
        ]
        shown = table("Each stands in its source word for word", ("No.", "Quotation", "Place", "Source", "Found"), rows)
        folded = element("summary", f"{count(len(exact), 'exact quotation')}")
        parts += [element("h3", "Exact"), element("details", f"{folded}\n{shown}")]
    return element("section", "\n".join([*parts, *_rest(verdict)])) + "\n"


def _rest(verdict: Verdict) -> list[str]:
    """Give what is told apart from the findings: prose without evidence, what is pending, remarks."""
    parts = []
    if verdict.unevidenced:
        rows = [(words(each.words), words(each.kind), words(each.place)) for each in verdict.unevidenced]
        caption = "Numbers, dates and names of the prose that no quotation of the file holds"
        parts += [element("h3", "Not in evidence"), table(caption, ("Words", "Kind", "Place"), rows)]
    if verdict.pending:
        pending = [
            (str(each.change).capitalize(), words(each.words), words(each.author), words(each.place))
            for each in verdict.pending
        ]
        caption = "Changes that nobody has accepted or rejected, read here as if accepted, and comments"
        parts += [element("h3", "Pending"), table(caption, ("Change", "Words", "By", "Place"), pending)]
    if verdict.remarks:
        remarks = "".join(element("li", words(remark)) for remark in verdict.remarks)
        parts += [element("h3", "Remarks"), element("ul", remarks)]
    return parts
