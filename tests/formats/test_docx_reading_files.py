"""Word files as programs and people really make them: odd, damaged, huge, and by other hands."""

import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx_files import LOOK, bg, composition, footnote, note, p, parts, quotation, r, ref, source_line, word_file
from docx_others import through_office
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import grows_with

from briefgen.errors import UnreadableError
from briefgen.formats.docx import read, write
from briefgen.formats.docx.archive import zipped

QUOTE = "ac"
SAID = "The cranes at the old quay stood still for the whole of the third week, said the master of the port"
SHARED = Path(__file__).parents[2].parent / "shared"


def test_every_bad_file_is_read_or_refused(tmp_path):
    packed = SHARED / "data" / "bad_files" / "office.tar.xz"
    if not packed.exists():
        pytest.skip(f"needs the collection of bad files ({packed.name})")
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path, filter="data")
    outcomes = {file.name: check_readable(file.read_bytes()) for file in tmp_path.rglob("*") if file.is_file()}
    assert all(outcomes[name] for name in outcomes if "golden" in name)
    assert not any(outcomes[name] for name in outcomes if name.endswith((".doc", ".msg")))
    assert sum(outcomes.values()) > 70


def check_readable(data: bytes) -> bool:
    """Whether a file can be read; it may be refused, and nothing else."""
    try:
        finished = read(data)
    except UnreadableError:
        return False
    assert all(claim.words and claim.place and claim.spot for claim in finished.claims)
    return True


NOTE = footnote(1, "Quay Papers")
MANY = 200
MASSES = {
    "in one paragraph": (lambda many: p("".join(r(f"He said “{SAID} {n}” and left. ") for n in range(many))), MANY),
    "in as many, each with a note": (
        lambda many: "".join(p(r(f"He said “{SAID} {n}”") + ref(n)) for n in range(1, many + 1)), 2 * MANY,
    ),
    "as blocks": (lambda many: "".join(p(r(f"{SAID} {n}"), QUOTE) for n in range(many)), MANY),
    "in bookmarks in one paragraph": (
        lambda many: p("".join(r("He said “") + bg(r(f"{SAID} {n}"), n) + r("” and left. ") for n in range(many))),
        MANY,
    ),
    "in bookmarks in one block": (lambda many: p("".join(bg(r(f"{SAID} {n} "), n) for n in range(many)), QUOTE), MANY),
    "never closed": (lambda many: "".join(p(r(f"“{SAID} {n}")) for n in range(many)), MANY),
    "one in another": (lambda many: p(r("“a ") * many + r("b”") * many), 1),
    "changed each": (lambda many: p(r("“") + f'<w:ins w:author="A">{r(SAID)}</w:ins>' + r("”")) * many, MANY),
    "bookmarks that never close": (
        lambda many: "".join(
            p(bg("", n).partition("<w:bookmarkEnd")[0] + r(f"“x {n}”") + ref(n)) for n in range(1, many)
        ),
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "count"), MASSES.values(), ids=MASSES)
def test_the_work_grows_with_the_quotations(body, count):
    def file(many):
        notes = "".join(footnote(number, "Quay Papers, “On cranes”") for number in range(1, many + 1))
        made = body(many)
        return word_file(made, notes if "footnoteReference" in made else "")

    assert grows_with(MANY // 2, read, file)
    assert count is None or len(read(file(MANY)).claims) == count


DEEP = ("ins", "del", "sdt", "smartTag", "hyperlink", "fldSimple", "moveTo", "tbl", "tc", "r")


@pytest.mark.parametrize("tag", DEEP)
def test_what_is_nested_as_deep_as_may_be_is_read(tag):
    body = p(f"<w:{tag}>" * 240 + r("“still”") + f"</w:{tag}>" * 240)
    assert [claim.words for claim in read(word_file(body)).claims] == ([] if tag == "del" else ["still"])


def test_tables_in_tables_are_read():
    row = "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:tcPr><w:cellIns/></w:tcPr>"
    body = row * 80 + p(r("“still”")) + "</w:tc></w:tr></w:tbl>" * 80
    assert [claim.place for claim in read(word_file(body)).claims] == ["table 80, row 1"]


def test_of_two_bookmarks_of_one_id_both_count():
    nested = p(bg(r("a ") + bg(r("b"), 1, "_Copy_1") + r(" c")), QUOTE)
    assert [claim.words for claim in read(word_file(nested)).claims] == ["a b c", "b c"]


def test_a_bookmark_that_libreoffice_has_cut_in_two_is_one():
    first, second = (bg(r(words), number) for number, words in enumerate(("The cranes", "stand still."), start=1))
    second = second.replace(f"{2:016x}", f"{1:016x}")
    (claim,) = read(word_file(p(first.partition("<w:bookmarkEnd")[0], QUOTE) + p(second + ref(1), QUOTE), NOTE)).claims
    assert (claim.words, claim.number) == ("The cranes stand still.", 1)


CROSSING = {
    "two paragraphs": p(r("x ") + "{}" + r("“a")) + p(r("b”") + "{}" + r(" y")),
    "two cells": f"<w:tbl><w:tr><w:tc>{p('{}' + r('a'))}</w:tc><w:tc>{p(r('b') + '{}')}</w:tc></w:tr></w:tbl>",
    "overlapping": p("{0}" + r("a ") + bg(r("b"), 2).replace("<w:bookmarkEnd", "{1}<w:bookmarkEnd")),
    "never ending": p("{0}" + r("a b")),
    "in deleted words": p("<w:del>{0}<w:r><w:delText>a</w:delText></w:r></w:del>" + r("b") + "{1}"),
}  # fmt: skip


@pytest.mark.parametrize("body", CROSSING.values(), ids=CROSSING)
def test_bookmarks_may_stand_oddly(body):
    start, end = bg("|").split("|")
    made = body.format(start, end) if "{0}" in body else body.replace("{}", start, 1).replace("{}", end, 1)
    claims = [claim for claim in read(word_file(made)).claims if claim.excerpt]
    assert claims[0].words in {"a b", "“a b”", "a", "b"}
    assert all(claim.spot.start < claim.spot.end for claim in claims)


def repacked(data: bytes, **changes: bytes | None) -> bytes:
    """A file with parts changed, or taken out."""
    held = {**parts(data), **{name: part for name, part in changes.items() if part is not None}}
    return zipped({name: part for name, part in held.items() if changes.get(name, b"") is not None})


PLAIN = word_file(p(r("He said “yes”") + ref(1)), footnote(1, "Quay Papers"))
RELS = "word/_rels/document.xml.rels"
MAIN = parts(PLAIN)["_rels/.rels"]


def main_at(target: str) -> bytes:
    return repacked(PLAIN, **{"_rels/.rels": MAIN.replace(b"word/document.xml", target.encode())})


READABLE = {
    "a target from the root": main_at("/word/document.xml"),
    "a target with detours": main_at("./x/../word/./document.xml"),
    "a target above the root": main_at("../../word/document.xml"),
    "a target in capitals": main_at("WORD/Document.xml"),
    "a target with backslashes": main_at("word\\document.xml"),
    "a target in code": main_at("word/%64ocument.xml"),
    "no relations": repacked(PLAIN, **{"_rels/.rels": None}),
    "no styles": repacked(PLAIN, **{"word/styles.xml": None}),
    "an empty customXml": repacked(PLAIN, **{"customXml/item1.xml": b""}),
    "customXml that is none": repacked(PLAIN, **{"customXml/item1.xml": b"\0<a"}),
    "macros": repacked(PLAIN, **{"word/vbaProject.bin": b"\0\1macros"}),
    "another file within": repacked(PLAIN, **{"word/afchunk.dat": PLAIN}),
    "folders": repacked(PLAIN, **{"word/media/": b""}),
}


@pytest.mark.parametrize("data", READABLE.values(), ids=READABLE)
def test_odd_packages_are_read(data):
    assert [claim.words for claim in read(data).claims] == ["yes"]


def twice(name: str) -> bytes:
    stream = BytesIO(PLAIN)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, parts(PLAIN)["word/document.xml"])
    return stream.getvalue()


REFUSED = {
    "a part that is there twice": (twice("Word/document.XML"), "more than once"),
    "nothing but NUL": (repacked(PLAIN, **{"word/document.xml": bytes(400)}), "not well-formed"),
    "NUL among the notes": (repacked(PLAIN, **{"word/footnotes.xml": b"<w\0"}), r"footnotes\.xml: not well-formed"),
    "a workbook": (repacked(PLAIN, **{"word/document.xml": b"<workbook/>"}), "no main document part"),
    "a target that leads nowhere": (main_at("word/nothing.xml"), "no main document part"),
    "a target outside": (main_at("http://example.org/word"), "no main document part"),
}


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_for_sure_is_refused(data, why):
    with pytest.raises(UnreadableError, match=why):
        read(data)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_file_that_was_tampered_with_is_read_or_refused(data):
    held = parts(BRIEF)
    name = data.draw(st.sampled_from(sorted(held)))
    start = data.draw(st.integers(0, len(held[name])))
    end = data.draw(st.integers(start, min(start + 60, len(held[name]))))
    junk = data.draw(st.sampled_from([b"", b"<w:p>", b"</w:p>", b"\0", b"&#0;", b"<w:del>", b"\xff", b'"', b"x"]))
    check_readable(repacked(BRIEF, **{name: held[name][:start] + junk + held[name][end:]}))


BRIEF = write(
    composition(
        quotation(1, "The cranes stand still, said the “Gazette”."),
        source_line("Quay Papers, “On cranes”"),
        notes=[note("1", "Quay Papers")],
    ),
    LOOK,
)

MEMO = (
    '<w:p w:rsidR="00A12B3C" w:rsidRDefault="00D45E6F"><w:pPr><w:pStyle w:val="a"/></w:pPr>'
    '<w:proofErr w:type="gramStart"/><w:r w:rsidRPr="00A1"><w:rPr><w:lang w:val="en-GB"/></w:rPr>'
    '<w:t xml:space="preserve">The harbour </w:t></w:r><w:proofErr w:type="gramEnd"/><w:smartTag w:uri="x" '
    'w:element="place"><w:r><w:t>master</w:t></w:r></w:smartTag><w:r w:rsidR="00B2"><w:t xml:space="preserve"> said '
    "that “the</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:lastRenderedPageBreak/>"
    '<w:t xml:space="preserve"> cranes </w:t></w:r><w:sdt><w:sdtPr>'
    '<w:alias w:val="Words"/></w:sdtPr><w:sdtContent><w:r><w:t>stand</w:t></w:r></w:sdtContent></w:sdt>'
    '<w:ins w:id="5" w:author="Ada"><w:r><w:t xml:space="preserve"> not</w:t></w:r></w:ins>'
    '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r><w:t xml:space="preserve"> still</w:t>'
    f"</w:r><w:r><w:t>.”</w:t></w:r>{ref(1)}</w:p>"
    f"{p(r('Ferries wait. ') + bg(r('Nobody sails.'), 3), QUOTE)}{p(r('Quay Papers') + ref(2), 'ae')}"
)


CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
    f'ContentType="{CONTENT}.document.main+xml"/><Override PartName="/word/styles.xml" '
    f'ContentType="{CONTENT}.styles+xml"/><Override PartName="/word/footnotes.xml" '
    f'ContentType="{CONTENT}.footnotes+xml"/></Types>'
)


def memo() -> bytes:
    return word_file(MEMO, footnote(1, "Gazette") + footnote(2, "Papers"), **{"[Content_Types].xml": TYPES})


def test_a_memo_as_word_writes_it_is_read():
    data = memo()
    first, second = read(data).claims
    assert (first.words, first.note, first.number) == ("the cranes stand not still.", "Gazette", 1)
    assert (second.words, second.note, second.line) == ("Ferries wait. Nobody sails.", "Papers", "Quay Papers")
    assert [one.words for one in read(data).pending] == ["not"]


@pytest.mark.parametrize("way", [(), ("odt",)])
def test_what_libreoffice_saves_says_the_same(way, tmp_path):
    before, after = read(memo()), read(through_office(memo(), tmp_path, *way))
    assert [(one.words, one.note, one.number, one.line, one.place) for one in after.claims] == [
        (one.words, one.note, one.number, one.line, one.place) for one in before.claims
    ]
    assert after.prose == before.prose
    assert [(one.change, one.words, one.author) for one in after.pending] == [
        (one.change, one.words, one.author) for one in before.pending
    ]
