"""What was said against an excerpt stands after it, and silent parties speak: laws, and examples."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.brief import MOST_SENTENCES, Flag
from briefgen.model.place import Span
from briefgen.select import ANSWERS, OWN_WORDS, Candidate, Parties, Room, Selection, choose, hear, share

NOTHING = frozenset()


def candidate(document, at, score, stems, last=None, flags=()):
    last = at if last is None else last
    held = tuple(frozenset(stems.split()) if n == last else frozenset({f"{document}{n}"}) for n in range(at, last + 1))
    span, core = Span(at * 10, last * 10 + 9), Span(last * 10, last * 10 + 9)
    return Candidate(document, at, last, span, core, 1, score, (), held, flags)


def parties(names, speaking, denied=None):
    """Make parties that speak, and deny, where the tables by document and sentence say so."""

    def heard(table, each):
        held = [table.get((each.document, at), ()) for at in range(each.first, each.last + 1)]
        return frozenset(word for words in held for word in words)

    return Parties(tuple(names), lambda each: heard(speaking, each), lambda each: heard(denied or {}, each))


LEAD = candidate("a", 0, 6.0, "crane pier harbour leak oil")
SECOND = candidate("b", 0, 5.5, "ferry boat line island")
THIRD = candidate("c", 0, 5.0, "lamp coast tower night")
FOURTH = candidate("d", 0, 4.5, "rope winch store hall")
WORDS = candidate("e", 0, 4.0, "fish market price ice")
DENIAL = candidate("f", 0, 3.5, "elling deny leak oil harbour claim")
ALL = (LEAD, SECOND, THIRD, FOURTH, WORDS, DENIAL)


def heard(party, limit=4, candidates=ALL, said=()):
    room = Room(limit, {})
    return hear(choose(candidates, limit, {}, said), candidates, party, room)


def why(selection, candidate):
    return [(each.name, each.detail) for one in selection.chosen if share(one, candidate) for each in one.reasons]


def test_a_silent_party_speaks_in_the_place_of_what_is_worth_least():
    selection = heard(parties(["Elling"], {("e", 0): ["Elling"]}))
    assert [each.document for each in selection.chosen].count("e") == 1
    assert why(selection, WORDS) == [(OWN_WORDS, "Elling")]
    assert [missed.candidate for missed in selection.missed if "own words" in missed.why] == [FOURTH]
    assert len(selection.chosen) == 4


def test_a_party_that_is_heard_already_gets_no_more():
    selection = heard(parties(["Elling"], {("b", 0): ["Elling"], ("e", 0): ["Elling"]}))
    assert selection == choose(ALL, 4, {})


def test_what_was_said_against_an_excerpt_stands_right_after_it():
    selection = heard(parties([], {}, {("f", 0): ["leak", "oil", "harbour"]}))
    chosen = [each.document for each in selection.chosen]
    assert chosen.index("f") == chosen.index("a") + 1
    assert why(selection, DENIAL)[0][0] == ANSWERS


@pytest.mark.parametrize(
    ("speaking", "denied"),
    [
        ({}, {("f", 0): ["leak", "oil"]}),
        ({}, {("f", 0): ["leak", "market", "price"]}),
        ({}, {("f", 0): ["leak", "oil", "harbour"], ("a", 0): ["fog"]}),
        ({("a", 0): ["Elling"], ("f", 0): ["Elling"]}, {("f", 0): ["leak", "oil", "harbour"]}),
    ],
    ids=["too few words", "another thing", "it denies too", "the same party"],
)
def test_no_answer_is_seen_where_there_may_be_none(speaking, denied):
    assert heard(parties(["Elling"] * bool(speaking), speaking, denied)) == choose(ALL, 4, {})


def test_an_answer_is_worth_what_it_answers():
    low = candidate("e", 1, 1.0, "deny charge fog", last=2)
    high = candidate("e", 1, 4.2, "charge bell")
    party = parties(["Elling"], {("e", 2): ["Elling"]})
    assert why(heard(party, candidates=(*ALL[:4], low, high)), low) == [(OWN_WORDS, "Elling")]
    assert why(heard(party, candidates=(*ALL[:4], low)), low) == []


def test_what_leans_never_is_a_statement():
    leaning = replace(WORDS, flags=(Flag("leans", "these claims"),))
    party = parties(["Elling"], {("e", 0): ["Elling"]})
    assert why(heard(party, candidates=(*ALL[:4], leaning)), WORDS) == []


def test_what_is_denied_makes_no_room_for_its_denial():
    denial = candidate("f", 0, 3.5, "ferry boat line island deny")
    party = parties([], {}, {("f", 0): ["ferry", "boat", "line", "island"]})
    pinned = replace(THIRD, flags=(Flag("pinned"),))
    made = (LEAD, SECOND, denial)
    assert [each.document for each in heard(party, 4, made, (pinned,)).chosen] == ["c", "a", "b", "f"]
    assert [each.document for each in heard(party, 3, made, (pinned,)).chosen] == ["c", "a", "b"]


def test_a_limit_of_one_has_no_place_for_it():
    assert heard(parties(["Elling"], {("e", 0): ["Elling"]}), limit=1).chosen == (LEAD,)


def test_a_statement_that_goes_on_from_an_excerpt_widens_it():
    going = replace(candidate("a", 1, 4.0, "gull"), joins=True)
    selection = hear(
        Selection((LEAD, SECOND)), (LEAD, SECOND, going), parties(["Elling"], {("a", 1): ["Elling"]}), Room(4, {})
    )
    assert [(each.document, each.first, each.last) for each in selection.chosen] == [("a", 0, 1), ("b", 0, 0)]
    assert selection.chosen[0].reasons[-1].name == OWN_WORDS


NAMES = ("Elling", "Quayside", "the League")


@st.composite
def cases(draw):
    made = {}
    for _ in range(draw(st.integers(0, 14))):
        last = draw(st.integers(0, 6))
        document = draw(st.sampled_from("abcd"))
        stems = " ".join(draw(st.lists(st.sampled_from("stuvwxyz"), max_size=6)))
        made[document, last] = candidate(
            document, max(0, last - draw(st.integers(0, 2))), draw(st.floats(0.1, 9)), stems, last
        )
    places = st.dictionaries(
        st.tuples(st.sampled_from("abcd"), st.integers(0, 6)), st.lists(st.sampled_from(NAMES), max_size=2), max_size=8
    )
    denied = st.dictionaries(
        st.tuples(st.sampled_from("abcd"), st.integers(0, 6)),
        st.lists(st.sampled_from("stuvwxyz"), max_size=4),
        max_size=4,
    )
    pins = [replace(each, flags=(Flag("pinned"),)) for each in list(made.values())[: draw(st.integers(0, 1))]]
    return list(made.values()), parties(NAMES, draw(places), draw(denied)), draw(st.integers(1, 6)), pins


@given(cases(), st.randoms())
def test_the_limit_holds_and_nothing_that_must_stay_goes(case, random):
    made, party, limit, pins = case
    before = choose(made, limit, {}, pins)
    after = hear(before, made, party, Room(limit, {}))
    assert len(after.chosen) <= max(limit, len(before.chosen))
    assert all(each.last - each.first < MOST_SENTENCES for each in after.chosen)
    pairs = [(one, other) for i, one in enumerate(after.chosen) for other in after.chosen[i + 1 :]]
    assert not any(share(one, other) for one, other in pairs)
    assert set(party.silent(after.chosen)) <= set(party.silent(before.chosen))
    for pin in pins:
        assert any(each.document == pin.document and each.span.contains(pin.span) for each in after.chosen)
    if before.chosen:
        best = max(each.score for each in before.chosen)
        assert best in [each.score for each in after.chosen]
    shuffled = list(made)
    random.shuffle(shuffled)
    assert hear(before, shuffled, party, Room(limit, {})) == after
