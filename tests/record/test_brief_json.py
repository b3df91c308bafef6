"""brief.json as a format: what is written proves what was quoted."""

import briefs
import pytest
from hypothesis import given, settings

from briefgen.errors import RecordError
from briefgen.formats import format_named
from briefgen.model.brief import Brief, Composition, Look
from briefgen.model.claim import Claim, Finished
from briefgen.model.tree import Tree
from briefgen.record import dump
from briefgen.text import display

JSON = format_named("json")


def _written(brief: Brief) -> bytes:
    return JSON.write(Composition("", Tree(()), brief), Look())


def test_the_file_is_the_record() -> None:
    assert JSON.suffix == ".json"
    assert _written(briefs.BRIEF) == dump(briefs.BRIEF).encode("utf-8")


def test_it_claims_each_excerpt_with_its_note() -> None:
    first, *others = JSON.read(_written(briefs.BRIEF)).claims
    assert first == Claim(
        words="The harbour reopened on Tuesday. Its cranes had stood still for a month.",
        excerpt=briefs.REOPENED.id,
        number=1,
        occurrence=1,
        note="Ada Quill and Bo Reed, “Harbour open again,” Port Times",
        place="excerpt 1",
    )
    assert [claim.number for claim in others] == [2, 3]


def test_the_record_is_the_text_itself() -> None:
    finished = JSON.read(_written(briefs.BRIEF))
    assert finished == Finished(finished.claims, record=dump(briefs.BRIEF))
    assert JSON.read(b"\xef\xbb\xbf" + _written(briefs.BRIEF)) == finished, "as some editors save it"


@given(briefs.briefs())
@settings(max_examples=40, deadline=None)
def test_what_is_read_back_is_what_was_quoted(brief: Brief) -> None:
    claimed = [claim.words for claim in JSON.read(_written(brief)).claims]
    assert claimed == [display(excerpt.selector.exact) for excerpt in brief.excerpts]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe{", b"null", b"{}", b"PK\x03\x04"])
def test_what_is_no_record_is_a_record_error(data: bytes) -> None:
    with pytest.raises(RecordError, match="record of a brief: "):
        JSON.read(data)
