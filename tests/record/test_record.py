"""brief.json: nothing is lost, nothing malformed passes, nothing private travels."""

import copy
import hashlib
import json
from dataclasses import replace

import briefs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import RecordError
from briefgen.model.brief import Brief, Composition, Excerpt
from briefgen.model.tree import BlockQuote, Emphasis, Group, Paragraph, Quoted, Text, Tree
from briefgen.record import digest, dump, load, public, recorded
from briefgen.text import display, is_xml_legal


def unprinted(brief: Brief) -> Composition:
    """A composition in which nothing is printed."""
    return Composition("", Tree(()), brief)


@given(briefs.briefs())
@settings(max_examples=60, deadline=None)
def test_a_record_gives_its_brief_back(brief: Brief) -> None:
    text = dump(brief)
    assert load(text) == brief
    assert dump(load(text)) == text
    assert load(text.encode("utf-8").decode("utf-8")) == brief


@given(briefs.briefs())
@settings(max_examples=30, deadline=None)
def test_what_travels_is_legal_xml_text_and_has_a_digest(brief: Brief) -> None:
    text = public(unprinted(brief))
    assert is_xml_legal(text)
    assert digest(text) == hashlib.sha256(text.encode()).hexdigest()
    exact = [each["exact"] for each in json.loads(text)["excerpts"]]
    assert exact == [each.selector.exact for each in brief.excerpts]


@given(briefs.briefs())
@settings(max_examples=30, deadline=None)
def test_a_whole_record_and_a_public_one_tell_the_same_of_each_excerpt(brief: Brief) -> None:
    told = recorded(public(unprinted(brief)))
    assert told == recorded(dump(brief))
    assert [(each.excerpt, each.words) for each in told.excerpts] == [(e.id, e.text) for e in brief.excerpts]
    assert all(each.is_sound for each in told.excerpts)
    assert [each.note for each in told.excerpts] == [display(citation.text) for citation in brief.citations]


def test_a_public_record_tells_the_source_line_under_each_quotation() -> None:
    quoted = BlockQuote((Paragraph((Quoted(briefs.SHIPS.id, 1, briefs.SHIPS.text),)),))
    line = Paragraph((Text("Port  Times, "), Emphasis((Text("2022"),))), role="source-line")
    told = recorded(public(Composition("", Tree((Group("box", (quoted, line)),)), briefs.BRIEF)))
    assert [each.line for each in told.excerpts] == ["", "", "Port Times, 2022"]


@pytest.mark.parametrize("field", ["start", "end", "document", "id"])
def test_an_excerpt_whose_place_was_changed_is_not_sound(field: str) -> None:
    record = json.loads(public(unprinted(briefs.BRIEF)))
    other = {"start": 1, "end": 71, "document": briefs.LETTER.id, "id": "0123456789abcdef"}
    record["excerpts"][0][field] = other[field]
    assert [each.is_sound for each in recorded(json.dumps(record)).excerpts] == [False, True, True]


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"schema": 1, "excerpts": [{}]}', '{"schema": 1, "excerpts": 3}'])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(RecordError):
        recorded(text)


def test_the_shape_of_a_record() -> None:
    record = json.loads(dump(briefs.BRIEF))
    assert record["schema"] == 1
    assert record["briefgen"]
    assert record["as_of"] == "2026-11-22"
    first = record["excerpts"][0]
    assert first == {
        "id": briefs.REOPENED.id,
        "number": 1,
        "topic": "port",
        "document": briefs.HARBOUR.id,
        "start": 0,
        "end": 72,
        "exact": briefs.REOPENED.selector.exact,
        "prefix": "",
        "suffix": "\n\nOfficials counted 14 ships in ",
        "page": None,
        "paragraph": 1,
        "flags": [{"kind": "relative-date", "words": "on Tuesday"}, {"kind": "undated", "words": ""}],
        "score": 2.5,
        "reasons": [
            {"name": "bm25", "value": 2.0, "detail": "harbour"},
            {"name": "place", "value": 0.5, "detail": ""},
        ],
        "translation": {"text": "Der Hafen ist seit Dienstag „wieder offen“.", "language": "de", "by": "Ada Quill"},
        "said": [],
        "also": [],
    }
    port = record["sections"][0]
    assert (port["topic"], port["excerpts"], port["background"]) == ("port", [briefs.REOPENED.id], [briefs.FERRIES.id])
    assert list(record["documents"]) == sorted((briefs.HARBOUR.id, briefs.LETTER.id))
    harbour = record["documents"][briefs.HARBOUR.id]
    assert harbour["path"] == "sources/harbour.txt"
    assert harbour["work"]["published"] == "2022-03-06T15:45+09:00"
    assert harbour["work"]["bases"] == {"title": "text", "author": "table"}
    assert [row.get("path") for row in record["sources"]] == [None, None, "copies/harbour.txt"]
    assert record["withheld"][0]["why"] == "says too little"
    assert record["withheld"][0]["excerpt"]["exact"] == "They expect more."


def test_the_same_brief_gives_the_same_text_whatever_the_order_of_its_sources() -> None:
    turned = replace(briefs.BRIEF, sources=tuple(briefs.BRIEF.sources[:2][::-1]))
    straight = replace(briefs.BRIEF, sources=tuple(briefs.BRIEF.sources[:2]))
    assert json.loads(dump(turned))["documents"] == json.loads(dump(straight))["documents"]
    assert public(unprinted(turned)) == public(unprinted(straight))
    assert dump(briefs.BRIEF).endswith("}\n")


def test_nothing_private_travels() -> None:
    work = replace(briefs.PORT_TIMES, url="file:///home/somebody/harbour.txt")
    seen = replace(briefs.SEEN, work=work)
    brief = replace(briefs.BRIEF, sources=(replace(briefs.BRIEF.sources[0], appearance=seen),))
    text = public(unprinted(brief))
    record = json.loads(text)
    assert record["documents"] == {
        briefs.HARBOUR.id: {
            "title": "Harbour open again",
            "author": "Ada Quill; Bo Reed",
            "publisher": "Port Times",
            "agency": "",
            "published": "2022-03-06T15:45+09:00",
            "url": "",
        }
    }
    assert record["citations"][2] == {
        "number": 3,
        "excerpt": briefs.SHIPS.id,
        "text": "Quill and Reed, “Harbour open again,” para. 2.",
    }
    for private in ("harbour.txt", "sources/", "our own remark", "B2", "bm25", "2.5", "somebody", "withheld"):
        assert private not in text


def _changed(*path: str | int, to: object) -> str:
    record = json.loads(dump(briefs.BRIEF))
    place = record
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return json.dumps(record)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "record of a brief: this is not JSON: Expecting value"),
        ("[" * 100_000, "this is not JSON"),
        ("[]", "an object is wanted, not []"),
        ("{}", "schema: 1 is wanted, not None"),
        (_changed("schema", to=2), "schema: 1 is wanted, not 2"),
        (_changed("schema", to=1.0), "schema: 1 is wanted, not 1.0"),
        (_changed("title", to=None), "title: text is wanted, not None"),
        (_changed("as_of", to="soon"), "as_of: Invalid isoformat string: 'soon'"),
        (_changed("excerpts", to={}), "excerpts: a list is wanted, not {}"),
        (_changed("excerpts", 0, "start", to=True), "excerpts[0].start: a whole number is wanted, not True"),
        (_changed("excerpts", 0, "start", to=90), "excerpts[0]: no such span: 90..72"),
        (_changed("excerpts", 0, "start", to=1), "excerpts[0]: a selector's span must be as long as its words"),
        (_changed("excerpts", 0, "id", to="0" * 16), f"excerpts[0].id: {briefs.REOPENED.id} is wanted"),
        (_changed("excerpts", 0, "document", to="elsewhere"), "excerpts[0].id: "),
        (_changed("excerpts", 0, "score", to="high"), "excerpts[0].score: a number is wanted, not 'high'"),
        (_changed("excerpts", 1, "number", to=1), "excerpts: 2 excerpts have the number 1"),
        (_changed("excerpts", 1, to=json.loads(dump(briefs.BRIEF))["excerpts"][0]), "excerpts: 2 excerpts have the id"),
        (_changed("key_points", to=["f" * 16]), "key_points: the record holds no excerpt 'ffffffffffffffff'"),
        (_changed("sections", 0, "background", 0, to="x"), "sections[0]: the record holds no excerpt 'x'"),
        (_changed("sections", 0, "background", to="x"), "sections[0].background: a list is wanted, not 'x'"),
        (_changed("sources", 0, "document", to="none"), "sources[0].document: the record lists no document 'none'"),
        (_changed("sources", 0, "document", to=["a"]), "sources[0].document: text is wanted, not ['a']"),
        (_changed("documents", briefs.HARBOUR.id, to=3), f"documents.{briefs.HARBOUR.id}: an object is wanted, not 3"),
        (
            _changed("documents", briefs.HARBOUR.id, "work", "published", to="2022-13"),
            "sources[0].appearance.work.published: month must be in 1..12",
        ),
        (
            _changed("documents", briefs.HARBOUR.id, "work", "bases", to={"title": "gossip"}),
            "sources[0].appearance.work.bases[0][1]: 'gossip' is not a valid Basis",
        ),
        (dump(briefs.BRIEF).replace('"score": 2.5', '"score": NaN'), "this is not JSON: NaN is no number"),
        (dump(briefs.BRIEF).replace('"score": 2.5', f'"score": 1{"0" * 400}'), "excerpts[0].score: "),
        (dump(briefs.BRIEF).replace('"score": 2.5', f'"score": 1{"0" * 9999}'), "this is not JSON"),
    ],
)
def test_a_malformed_record_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(RecordError) as caught:
        load(text)
    assert message in str(caught.value)
    assert caught.value.exit_code == 3


def test_what_is_missing_takes_its_default_or_is_named() -> None:
    record = json.loads(dump(briefs.BRIEF))
    for section in record["sections"]:
        del section["remarks"]
    record["something_new"] = {"a": 1}
    assert load(json.dumps(record)).sections[0].remarks == ()
    del record["excerpts"][0]["exact"]
    with pytest.raises(RecordError, match=r"excerpts\[0\]\.exact: this is missing"):
        load(json.dumps(record))


_PLACES = st.sampled_from(
    ["name", "as_of", "documents", "excerpts", "sections", "grounds", "citations", "sources", "withheld", "key_points"]
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "document", "runs"]), inner),
    max_leaves=4,
)


def _struck(record: object, at: int, value: object) -> object:
    """Put `value` in place of the part of `record` that a walk reaches after `at` steps."""
    holders = [record]
    for holder in holders:
        holders += [part for part in (holder.values() if isinstance(holder, dict) else holder) if _holds(part)]
    holder = holders[at % len(holders)]
    keys = list(holder) if isinstance(holder, dict) else range(len(holder))
    holder[list(keys)[at % len(keys)]] = value
    return record


def _holds(part: object) -> bool:
    return isinstance(part, dict | list) and bool(part)


@given(st.integers(0, 10_000), _JSON)
@settings(max_examples=200, deadline=None)
def test_a_damaged_record_is_a_brief_or_a_record_error(at: int, value: object) -> None:
    record = _struck(copy.deepcopy(json.loads(dump(briefs.BRIEF))), at, value)
    try:
        made = load(json.dumps(record))
    except RecordError:
        made = None
    assert made is None or load(dump(made)) == made


def test_a_number_that_json_cannot_hold_is_not_written() -> None:
    endless = Excerpt(briefs.REOPENED.document, briefs.REOPENED.selector, "port", score=float("inf"))
    with pytest.raises(ValueError, match="not JSON compliant"):
        dump(replace(briefs.BRIEF, excerpts=(endless,)))
