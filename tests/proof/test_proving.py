"""What is found of the quotations of a file, against texts made by hand."""

from dataclasses import replace

import pytest
from evidence import Shelf
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import grows_with

from briefgen.model.brief import excerpt_id
from briefgen.model.claim import Change, Claim, Edit, Finished, Kind, Pending, Spot
from briefgen.model.place import Span
from briefgen.model.record import Recorded
from briefgen.proof import prove
from briefgen.proof.citing import fault
from briefgen.text import display

HARBOUR = (
    "Harbour open again\n\n"
    "The harbour reopened on Tuesday. Its cranes had stood still for a month, and nobody knew why.\n\n"
    "“We counted 14 ships in the roads,” said the harbour master – the first in a year. They don’t expect more.\n"
)
LETTER = (
    "A letter on ferries\n\n"
    "A letter to the council asks for two ferries. Nobody has answered it yet.\n"
    "港は静かだ。クレーンも動かない。「明日は動く」と港長は言った。\n"
)
SHELF = Shelf(
    {"Harbour open again": HARBOUR, "A letter on ferries": LETTER},
    {"Harbour open again": ("Sea Wire", "Port Times", "6 March 2022"), "A letter on ferries": ("Ada Quill",)},
)
REOPENED = "The harbour reopened on Tuesday."
CRANES = "Its cranes had stood still for a month, and nobody knew why."
COUNTED = "“We counted 14 ships in the roads,” said the harbour master – the first in a year."
FERRIES = "A letter to the council asks for two ferries."
NOTE = "Sea Wire, “Harbour open again,” Port Times, March 6, 2022, para. 1."
LINE = "Sea Wire, “Harbour open again”, Port Times, 6 March 2022"


def recorded(title, words, number, note=NOTE, line=LINE):
    document = SHELF.documents[title]
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return Recorded(excerpt_id(document.id, span), number, document.id, span, display(words), note, line)


ONE = recorded("Harbour open again", REOPENED, 1)
TWO = recorded("Harbour open again", COUNTED, 2, NOTE.replace("para. 1", "para. 3"))
THREE = recorded(
    "A letter on ferries",
    FERRIES,
    3,
    "Quill, “A letter on ferries,” n.d., para. 1.",
    "Ada Quill, “A letter on ferries”, undated",
)
RECORD = (ONE, TWO, THREE)


def printed(row, **changes):
    """The claim of an untouched printing of an excerpt, changed."""
    claim = Claim(
        row.words, row.excerpt, row.number, 1, row.note, row.line, f"block quotation {row.number}", is_block=True
    )
    return replace(claim, **changes)


def findings(*claims, record=RECORD, shelf=SHELF, pending=()):
    return prove(Finished(tuple(claims), pending=tuple(pending)), record, shelf).findings


def kinds(*claims, **given):
    return [finding.kind for finding in findings(*claims, **given)]


def own(**changes):
    """What is found of a file of one excerpt, changed."""
    return kinds(printed(ONE, **changes), record=(ONE,))


def sought(words, **fields):
    """What is found of a quotation that is nobody's."""
    (finding,) = findings(Claim(words, **fields), record=())
    return finding


def test_an_untouched_file_is_exact():
    assert kinds(*map(printed, RECORD)) == [Kind.EXACT] * 3


ALTERATIONS = {
    "The harbour closed on Tuesday.": Kind.ALTERED,
    "Not so: The harbour reopened on Tuesday.": Kind.ALTERED,
    "The harbour reopened on Tuesday. Really.": Kind.ALTERED,
    "The harbour reopened.": Kind.ALTERED,
    "The harbour": Kind.ALTERED,
    "the harbour reopened on Tuesday.": Kind.ALTERED,
    "The harbour reopened on Tuesday. Its cranes had stood still for a month, and nobody knew why.": Kind.ALTERED,
    "The harbour […] on Tuesday.": Kind.ALTERED,
    "The harbour re\u00adopened\u00a0on Tuesday.": Kind.TYPOGRAPHY,
    "Something else altogether is written here now.": Kind.ALTERED,
    FERRIES: Kind.MOVED,
}


@pytest.mark.parametrize("words", ALTERATIONS)
def test_an_excerpt_must_be_whole_and_nothing_else(words):
    assert own(words=words) == [ALTERATIONS[words]]


def test_straightened_marks_and_dashes_are_typography():
    straight = COUNTED.replace("“", '"').replace("”", '"').replace("–", "-")
    (finding,) = findings(printed(TWO, words=straight), record=(TWO,))
    assert (finding.kind, finding.is_fault) == (Kind.TYPOGRAPHY, False)


def test_an_altered_quotation_is_shown_word_by_word():
    (finding,) = findings(printed(ONE, words="The harbour closed on Tuesday."), record=(ONE,))
    told = [(each.edit, each.words) for each in finding.differences]
    assert told == [
        (Edit.SAME, "The harbour "),
        (Edit.LEFT_OUT, "reopened "),
        (Edit.ADDED, "closed "),
        (Edit.SAME, "on Tuesday."),
    ]
    assert (finding.source, finding.span) == (REOPENED, ONE.span)


CITATIONS = {
    "another publisher in the note": ({"note": NOTE.replace("Port Times", "Gull Post")}, Kind.MISCITED),
    "another agency in the line": ({"line": LINE.replace("Sea Wire", "Gull Post")}, Kind.MISCITED),
    "another paragraph": ({"note": NOTE.replace("para. 1", "para. 2")}, Kind.MISCITED),
    "no note": ({"note": "", "number": 0}, Kind.UNCITED),
    "a note with more": ({"note": f"{NOTE} Our emphasis."}, Kind.EXACT),
    "a note that adds a source": ({"note": f"Gull Post; see {NOTE}"}, Kind.MISCITED),
    "a note in other type": ({"note": NOTE.replace("“", '"').replace("”", '"')}, Kind.EXACT),
    "no line": ({"line": ""}, Kind.EXACT),
    "a line with a remark": ({"line": f"{LINE} (relative date: “Tuesday”)"}, Kind.EXACT),
}


SPEAKER = f"The harbour master, quoted by {LINE}"
SPOKEN = {
    "the speaker changed": (SPEAKER, SPEAKER.replace("harbour master", "Mayor Gull"), Kind.MISCITED),
    "the speaker left out": (SPEAKER, LINE, Kind.MISCITED),
    "reported made quoted": (SPEAKER.replace("quoted by", "in the words of"), SPEAKER, Kind.MISCITED),
    "as it was": (SPEAKER, SPEAKER, Kind.EXACT),
    "of a line that the record does not tell": ("", SPEAKER, Kind.EXACT),
    "of such a line, changed": ("", SPEAKER.replace("The harbour master", "Mayor Gull"), Kind.MISCITED),
    "of such a line, one more": ("", SPEAKER.replace("master", "master (sentence 1) and Mayor Gull"), Kind.MISCITED),
}


@pytest.mark.parametrize("case", SPOKEN)
def test_a_line_must_still_say_who_speaks(case):
    told, said, kind = SPOKEN[case]
    row = replace(TWO, line=told, said=("the harbour master",))
    assert kinds(printed(row, line=said), record=(row,)) == [kind]


@pytest.mark.parametrize("case", CITATIONS)
def test_what_is_printed_with_a_quotation_must_still_say_whose_it_is(case):
    changes, kind = CITATIONS[case]
    assert own(**changes) == [kind]


def test_two_notes_that_changed_places_are_both_miscited():
    swapped = (printed(ONE, note=THREE.note, number=3), printed(THREE, note=ONE.note, number=1))
    assert kinds(*swapped, record=(ONE, THREE)) == [Kind.MISCITED, Kind.MISCITED]
    by_number = [replace(claim, excerpt="") for claim in swapped]
    assert kinds(*by_number, record=(ONE, THREE)) == [Kind.MISCITED, Kind.MISCITED]


def test_a_record_that_was_changed_with_the_note_is_found_out():
    lie = replace(ONE, note=NOTE.replace("Port Times", "Gull Post"))
    (finding,) = findings(printed(lie), record=(lie,))
    assert finding.kind is Kind.MISCITED
    assert "“Gull”, “Post”" in finding.detail


def test_a_record_that_says_nothing_of_its_citations_lets_no_note_lie():
    silent = replace(ONE, note="", line="")
    assert kinds(printed(ONE, note=NOTE.replace("Port Times", "Gull Post")), record=(silent,)) == [Kind.MISCITED]
    assert kinds(printed(ONE), record=(silent,)) == [Kind.EXACT]
    assert kinds(printed(ONE, note=""), record=(silent,)) == [Kind.EXACT]


def test_a_name_of_four_digits_and_a_letter_is_no_lettered_year():
    note = "Sea Wire, “The crane 3000T,” 2022a, para. 1."
    claim = printed(recorded("Harbour open again", REOPENED, 1, note, ""), line="")
    assert fault(claim, replace(ONE, note=note, line=""), [("Sea Wire", "The crane 3000T", "2022")], HARBOUR) is None


def test_altered_and_miscited_are_two_findings():
    assert own(words="The harbour closed on Tuesday.", note="Nobody.") == [Kind.ALTERED, Kind.MISCITED]


def test_what_the_file_no_longer_holds_is_missing_once():
    assert kinds(printed(ONE), printed(ONE, occurrence=2), record=(ONE, TWO)) == [Kind.EXACT, Kind.EXACT, Kind.MISSING]
    assert kinds(record=(ONE,)) == [Kind.MISSING]


def test_an_excerpt_whose_bookmark_is_lost_is_known_by_its_words_and_by_its_number():
    assert kinds(printed(ONE, excerpt="", number=7), record=(ONE,)) == [Kind.EXACT]
    assert kinds(printed(ONE, excerpt="", words="The harbour closed on Tuesday."), record=(ONE,)) == [Kind.ALTERED]


def test_a_second_printing_beside_the_one_with_the_note_needs_none():
    again = printed(ONE, excerpt="", note="", number=0, line="")
    assert kinds(printed(ONE), again, record=(ONE,)) == [Kind.EXACT, Kind.EXACT]
    assert kinds(again, record=(ONE,)) == [Kind.UNCITED]


@pytest.mark.parametrize("row", RECORD, ids=lambda row: row.words[:12])
def test_without_a_record_a_bookmark_still_names_its_excerpt(row):
    assert kinds(printed(row), record=()) == [Kind.EXACT]
    without_end = " ".join(row.words.split()[:-1])
    assert kinds(printed(row, words=without_end), record=()) == [Kind.ALTERED]
    (finding,) = findings(printed(row, words=f"Never. {row.words}"), record=())
    assert (finding.kind, finding.span, finding.source) == (Kind.ALTERED, row.span, row.words)
    assert kinds(printed(row, note=""), record=()) == [Kind.UNCITED]
    assert kinds(printed(row, note="Gull Post, n.d."), record=()) == [Kind.MISCITED]


def test_words_that_are_not_what_an_unknown_bookmark_names_are_never_exact():
    assert kinds(printed(ONE, excerpt="0123456789abcdef"), record=()) == [Kind.ALTERED]


CHANGED_ROWS = {
    "span": {"span": Span(0, 18)},
    "document": {"document": SHELF.id("A letter on ferries")},
    "id": {"excerpt": "0123456789abcdef"},
    "unknown document": {"document": "0" * 64},
}


@pytest.mark.parametrize("change", CHANGED_ROWS)
def test_a_record_that_was_changed_is_not_believed(change):
    row = replace(ONE, **CHANGED_ROWS[change])
    verdict = prove(Finished((printed(ONE),)), (row,), SHELF)
    assert [finding.kind for finding in verdict.findings] == [Kind.EXACT]
    assert any("has been changed" in remark for remark in verdict.remarks)
    altered = prove(Finished((printed(ONE, words="The harbour closed on Tuesday."),)), (row,), SHELF)
    assert [finding.kind for finding in altered.findings] == [Kind.ALTERED]


def test_another_briefs_record_is_told_and_nothing_of_it_is_missed():
    verdict = prove(Finished((printed(ONE),)), (TWO, THREE), SHELF)
    assert [finding.kind for finding in verdict.findings] == [Kind.EXACT]
    assert verdict.remarks == ("the record is another brief's: none of the quotations is one of its excerpts",)


def test_without_sources_nothing_is_exact():
    assert kinds(printed(ONE), record=(ONE,), shelf=Shelf({})) == [Kind.UNPROVEN]
    assert kinds(Claim(REOPENED), record=(), shelf=Shelf({})) == [Kind.UNPROVEN]


def test_a_source_that_is_another_now_is_moved_or_unproven():
    newer = Shelf({"Harbour open again": HARBOUR + "Updated.\n"})
    assert kinds(printed(ONE), record=(ONE,), shelf=newer) == [Kind.MOVED]
    gone = Shelf({"A letter on ferries": LETTER})
    assert kinds(printed(ONE), record=(ONE,), shelf=gone) == [Kind.UNPROVEN]
    changed = Shelf({"Harbour open again": HARBOUR.replace("Tuesday", "Friday")})
    (finding,) = findings(printed(ONE), record=(ONE,), shelf=changed)
    assert (finding.kind, finding.source) == (Kind.UNPROVEN, "The harbour reopened on Friday.")


class Lying(Shelf):
    """Evidence whose texts are not those of their ids."""

    def text(self, document):
        return f"{super().text(document)}!"


def test_a_text_that_is_not_its_documents_proves_nothing():
    assert kinds(printed(ONE), record=(ONE,), shelf=Lying(SHELF.texts)) == [Kind.UNPROVEN]


FOREIGN = {
    REOPENED: Kind.EXACT,
    "reopened on Tuesday": Kind.EXACT,
    "The harbour\nreopened": Kind.EXACT,
    "クレーンも動かない。": Kind.EXACT,
    "We counted 14 ships in the roads,": Kind.EXACT,
    "They don't expect more.": Kind.TYPOGRAPHY,
    "‘The harbour reopened on Tuesday.’": Kind.TYPOGRAPHY,
    "its cranes had stood still for a month": Kind.TYPOGRAPHY,
    "reopened on Tuesday,": Kind.TYPOGRAPHY,
    "Its cranes had stood still … and nobody knew why.": Kind.ABRIDGED,
    "Its cranes had stood still […] nobody knew why.": Kind.ABRIDGED,
    "[I]ts cranes had stood still for a [long] month": Kind.ABRIDGED,
    "Its cranes had stood still for a [whole] month": Kind.ABRIDGED,
    "nobody knew why … Its cranes had stood still": Kind.ALTERED,
    "Its cranes had stood still for a month […].": Kind.ABRIDGED,
    "The harbour reopened [on] Tuesday": Kind.ABRIDGED,
    "The harbour reopened on Tuesday. … Its cranes": Kind.ABRIDGED,
    "The harbour [never closed and] did not stand still. They don’t expect more": Kind.UNKNOWN,
    "Its cranes had not stood still for a month": Kind.ALTERED,
    "Its cranes had stood still for a year": Kind.ALTERED,
    "クレーンも動かなかった。": Kind.ALTERED,
    "The council has bought five ferries and a tug": Kind.UNKNOWN,
    "rbour reopened on Tues": Kind.UNKNOWN,
    "sinking": Kind.UNKNOWN,
    "arbour reopened … nobody knew why": Kind.ALTERED,
    "cranes had stoo … and nobody knew why": Kind.ALTERED,
    "The … for a month, and nobody knew why": Kind.ABRIDGED,
    "Its cranes [had] stood still for a month, and nob[ody] knew why": Kind.ABRIDGED,
}


@pytest.mark.parametrize("words", FOREIGN)
def test_a_quotation_that_is_nobodys_is_searched_for(words):
    assert sought(words).kind is FOREIGN[words]


TALLY = (
    "We can’t pay 12,500 men. The bill of 3.5 million is due at 17:30, and the cap is 4,000.5 tons. "
    "The crew’s cafe\u0301 will co-\noperate with the re-\nopened quay. नाव कितनी पुरानी है\n"
)
WHOLE = {
    "500 men": False,
    "a bill of 5 million": False,
    "5 million": False,
    "The bill of 3": False,
    "at 17": False,
    "30, and the cap": False,
    "12,": False,
    "We can": False,
    "We can’t": True,
    "The crew": True,
    "is 4,000.5 tons": True,
    "The crew’s cafe": False,
    "The crew’s café": True,
    "नाव कितन": False,
    "नाव कितनी": True,
    "co-operate with the re-opened quay": True,
    "cooperate with the reopened quay": True,
    "The bill … at 17": False,
}


@pytest.mark.parametrize("words", WHOLE)
def test_a_part_of_a_word_or_number_is_not_what_the_source_says(words):
    (finding,) = findings(Claim(words), record=(), shelf=Shelf({"A tally of the quay": TALLY}))
    assert (finding.kind in {Kind.EXACT, Kind.TYPOGRAPHY}) is WHOLE[words]
    assert finding.kind is not Kind.ABRIDGED
    if finding.kind is Kind.ALTERED:
        assert finding.source not in {"", words}


def test_run_on_scripts_may_be_quoted_from_within():
    thai = "เครนหยุดนิ่งเป็นเวลาหนึ่งเดือนและไม่มีใครรู้ว่าทำไม\n"
    (finding,) = findings(Claim("เครนหยุดนิ่งเป็นเวลาหนึ่งเดือน"), record=(), shelf=Shelf({"Cranes": thai}))
    assert finding.kind is Kind.EXACT


def test_an_omission_begins_at_the_nearest_place():
    far = (
        "The quay.\n\n"
        + "A crane moved over the sea. " * 400
        + "\n\nThe council then asked for two ferries and a tug.\n"
    )
    (finding,) = findings(Claim("The … then asked for two ferries"), record=(), shelf=Shelf({"Far": far}))
    assert (finding.kind, finding.source) == (Kind.ABRIDGED, "The council then asked for two ferries")


BLOCKS = {
    f"{CRANES} – Sea Wire, 6 March 2022": Kind.TYPOGRAPHY,
    f"{CRANES} — Sea Wire": Kind.TYPOGRAPHY,
    f"“{CRANES}” (Sea Wire, 6 March 2022)": Kind.TYPOGRAPHY,
    "Its cranes had stood still for a month.": Kind.TYPOGRAPHY,
    f"{CRANES} – and they never will": Kind.ALTERED,
    f"{CRANES} (not so)": Kind.ALTERED,
}


@pytest.mark.parametrize("words", BLOCKS)
def test_a_block_quotation_may_say_whose_it_is(words):
    assert sought(words, is_block=True).kind is BLOCKS[words]


def test_a_word_that_matches_by_chance_far_from_the_rest_is_not_shown():
    text = "It serves the interests of the old port. Nobody saw it. “The current strategy treats the sea as a friend.”"
    (finding,) = findings(
        Claim("The present strategy treats the sea as a friend."), record=(), shelf=Shelf({"S": text})
    )
    assert (finding.kind, finding.source) == (Kind.ALTERED, "The current strategy treats the sea as a friend.")


def test_few_words_that_nobody_has_are_minor_and_many_are_not():
    assert not sought("a new normal").is_fault
    assert not sought("港は賑やか").is_fault
    assert sought("a new normal of quays").is_fault
    assert sought("港湾局長は沈黙を守る").is_fault


def test_titles_are_names_and_no_quotations():
    assert findings(Claim("Harbour open again,"), record=()) == ()
    assert findings(Claim("A letter on ferries"), record=()) == ()
    assert sought("A letter on ferries", is_block=True).kind is Kind.EXACT
    assert findings(Claim("old quay"), record=(), shelf=Shelf({"From ‘old quay’ to port": "A new port."})) == ()


def test_a_note_that_names_a_source_without_the_words_is_miscited():
    assert sought(REOPENED, note="Ada Quill, A letter on ferries, 2022.").kind is Kind.MISCITED
    assert sought(REOPENED, note="Sea Wire, Harbour open again, 2022.").kind is Kind.EXACT
    assert sought(REOPENED, note="An interview.").kind is Kind.EXACT


def test_a_pending_change_within_a_quotation_is_told():
    spot = Spot("body", 10, 42)
    change = Pending(Change.INSERTION, "not", "Bo", "block quotation 1", Spot("body", 20, 23))
    (finding,) = findings(printed(ONE, spot=spot), record=(ONE,), pending=[change])
    assert (finding.kind, finding.detail) == (Kind.EXACT, "an insertion by Bo is pending here")


words = st.text(st.sampled_from("abc .,“”‘’\"'-–…[]\u00ad\u00a0字あ"), max_size=30)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(HARBOUR.split()), max_size=12).map(" ".join) | words)
def test_what_is_exact_stands_in_its_document_to_the_letter(said):
    for finding in findings(Claim(said), record=()):
        if finding.kind is Kind.EXACT:
            assert display(finding.span.of(SHELF.text(finding.document))) == display(said)


@settings(max_examples=300)
@given(st.sampled_from(RECORD), st.data())
def test_altered_words_of_an_excerpt_are_never_exact(row, data):
    at = data.draw(st.integers(0, len(row.words)))
    end = data.draw(st.integers(at, min(len(row.words), at + 12)))
    said = display(row.words[:at] + data.draw(words) + row.words[end:])
    if said != row.words:
        for record in (RECORD, (), (replace(row, span=Span(0, 9)),)):
            assert Kind.EXACT not in kinds(printed(row, words=said), record=record)[:1]


SENSELESS = ("b a a " * 400, "a [x] b " * 30, "… a … b … a … b … a b b a", "a … " * 60)


@pytest.mark.parametrize("said", SENSELESS)
def test_words_that_only_repeat_themselves_are_told_from_their_source_with_little_work(said):
    claims = [Claim(f"{said}{number}", excerpt="0" * 16 * (number % 2)) for number in range(10)]

    def song(size):
        return Shelf({"A song of two words": "a b " * size})

    assert grows_with(200, lambda shelf: prove(Finished((claims[0],)), (), shelf), song)
    # What tried every place for every word would not come to an end here.
    verdict = prove(Finished(tuple(claims)), (), song(10_000))
    assert Kind.EXACT not in {finding.kind for finding in verdict.findings}
