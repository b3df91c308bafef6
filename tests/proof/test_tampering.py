"""Ten thousand tamperings of a Word file and its record: never Exact for altered words."""

import json
import re
import zipfile
from datetime import date
from html import unescape
from io import BytesIO
from xml.sax.saxutils import escape

from evidence import Shelf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen import anchor, record
from briefgen.errors import RecordError
from briefgen.formats.docx import write
from briefgen.formats.docx.reading import read
from briefgen.model.brief import Brief, Citation, Composition, Excerpt, Look, Run
from briefgen.model.claim import Kind
from briefgen.model.place import Span
from briefgen.model.tree import BlockQuote, Note, NoteRef, Paragraph, Quoted, Text, Tree
from briefgen.proof import prove
from briefgen.text import display

SHELF = Shelf(
    {
        "Harbour": "The harbour reopened on Tuesday. Its cranes had stood still, and nobody knew why. Nobody asked.",
        "Ferries": "A letter asks for two ferries. “Never again,” it says. The council has not answered the letter.",
    }
)
QUOTED = (
    ("Harbour", "The harbour reopened on Tuesday. Its cranes had stood still, and nobody knew why."),
    ("Ferries", "“Never again,” it says."),
    ("Ferries", "The council has not answered the letter."),
)
_BODY = "word/document.xml"
_EDGES = " “”‘’"


def excerpt(number, title, words):
    document = SHELF.documents[title]
    start = document.text.index(words)
    return Excerpt(document.id, anchor.select(document.text, Span(start, start + len(words))), "t", number)


EXCERPTS = tuple(excerpt(number, *each) for number, each in enumerate(QUOTED, start=1))
ORIGINAL = {each.id: each.text for each in EXCERPTS}


def made():
    """The parts of a file of the three quotations."""
    citations = tuple(
        Citation(e.number, e.id, (Run(f"{title}, n.d."),)) for e, (title, _) in zip(EXCERPTS, QUOTED, strict=True)
    )
    brief = Brief("t", "T", date(2026, 11, 22), excerpts=EXCERPTS, citations=citations)
    blocks = [BlockQuote((Paragraph((Quoted(e.id, 1, e.text), NoteRef(str(e.number)))),)) for e in EXCERPTS]
    notes = tuple(Note(str(c.number), (Paragraph((Text(c.text),)),)) for c in citations)
    data = write(Composition("", Tree(tuple(blocks), notes), brief), Look())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


PARTS = made()
RECORD = next(name for name, part in PARTS.items() if "urn:briefgen:record" in part and "Props" not in name)
WORDS = list(re.finditer(r"(?<=<w:t xml:space=\"preserve\">)[^<]+", PARTS[_BODY]))
QUOTATIONS = [match for match in WORDS if unescape(match.group()) in ORIGINAL.values()]

strange = st.text(st.sampled_from("aeN .,“”'’-–<&\u00a0\u00ad\u200b字\t"), max_size=6) | st.sampled_from(
    ["not ", " never", "ferries", "The ", "nobody", "[…]", " … ", "Tuesday."]
)


@st.composite
def cuts(draw, text):
    """Replace a part of a text: delete, insert, repeat or change."""
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + draw(st.sampled_from((0, 1, 3, 12, 60))))))
    between = draw(strange | st.just(text[start:end] * 2))
    return text[:start] + between + text[end:]


@st.composite
def bodies(draw):
    """The body with its quotations changed, cut into runs, wrapped, or their bookmarks renamed; or left alone."""
    body = PARTS[_BODY]
    for match in reversed(QUOTATIONS):
        words = unescape(match.group())
        if draw(st.booleans()):
            words = draw(cuts(words))
        at = draw(st.integers(0, len(words)))
        inner = draw(st.sampled_from(("{}{}", "{}</w:t></w:r><w:r><w:t>{}", "{}</w:t></w:r><w:proofErr/><w:r><w:t>{}")))
        said = inner.replace("<w:t>", '<w:t xml:space="preserve">').format(*map(escape, (words[:at], words[at:])))
        body = body[: match.start()] + said + body[match.end() :]
    names = re.findall(r"bg_[0-9a-f]{16}_1", body)
    if draw(st.booleans()):
        one, other = draw(st.sampled_from(names)), draw(st.sampled_from([*names, "bg_0123456789abcdef_1", "x"]))
        body = body.replace(one, other, 1)
    return body


@st.composite
def records(draw):
    """The record with something in it changed, another's, broken, or left alone."""
    held = json.loads(record_text())
    row = draw(st.sampled_from(held["excerpts"]))
    field, value = draw(
        st.sampled_from(
            (
                ("start", row["start"] + 1),
                ("end", row["end"] - 1),
                ("document", SHELF.id("Harbour")),
                ("document", "0" * 64),
                ("id", EXCERPTS[0].id),
                ("exact", "Something else."),
                ("number", 2),
                ("number", row["number"]),
            )
        )
    )
    row[field] = value
    text = json.dumps(held)
    return draw(st.sampled_from((text, record_text(), text[: len(text) // 2], "", '{"schema": 1, "excerpts": []}')))


def record_text():
    return unescape(re.search(r">(\{.*\})<", PARTS[RECORD], re.DOTALL)[1])


def packed(body, told):
    stream = BytesIO()
    opening = PARTS[RECORD].partition("{")[0]
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in {**PARTS, _BODY: body, RECORD: f"{opening}{escape(told)}</record>"}.items():
            archive.writestr(name, part)
    return stream.getvalue()


def shown(body):
    """What a reader sees of each paragraph that holds a bookmark of ours: read without briefgen."""
    paragraphs = re.findall(r"<w:p>(?:(?!</w:p>).)*?bg_(?:(?!</w:p>).)*</w:p>", body, re.DOTALL)
    return [display(unescape("".join(re.findall(r"<w:t[^>]*>([^<]*)", each)))) for each in paragraphs]


@settings(max_examples=10 * settings.default.max_examples, suppress_health_check=list(HealthCheck))
@given(bodies(), records())
def test_altered_words_are_never_exact(body, told):
    finished = read(packed(body, told))
    try:
        rows = record.recorded(finished.record).excerpts
    except RecordError:
        rows = ()
    verdict = prove(finished, rows, SHELF)
    exact = [finding for finding in verdict.findings if finding.kind is Kind.EXACT]
    for finding in exact:
        assert finding.claim.words in display(SHELF.text(finding.document))
        if finding.claim.excerpt:
            assert finding.claim.words == ORIGINAL.get(finding.claim.excerpt)
    # Marks around the whole of a quotation may be its own or the file's; all else that is shown is claimed.
    claimed = [claim.words for claim in finished.claims]
    assert all(any(words.strip(_EDGES) in each for each in claimed) for words in shown(body) if words.strip(_EDGES))


def test_the_file_itself_is_exact():
    finished = read(packed(PARTS[_BODY], record_text()))
    kinds = {finding.kind for finding in prove(finished, record.recorded(finished.record).excerpts, SHELF).findings}
    assert kinds == {Kind.EXACT}
