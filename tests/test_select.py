"""Laws of choosing."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.brief import MOST_SENTENCES, Flag
from briefgen.model.place import Span
from briefgen.select import WORTH, Candidate, Compared, Indexed, choose, likeness, rarity, settle
from briefgen.select.likeness import Weighed
from briefgen.select.standing import Standing, Standings


def candidate(document, first, last, score, stems="", *, joins=False):
    """Make a candidate; its scored sentence is the last, which has the stems."""
    span = Span(first * 10, last * 10 + 9)
    held = (*(frozenset({f"{document}{n}"}) for n in range(first, last)), frozenset(stems.split()))
    core = Span(last * 10, last * 10 + 9)
    return Candidate(document, first, last, span, core, 1, score, (), held, joins=joins)


@st.composite
def candidates(draw):
    made = {}
    for _ in range(draw(st.integers(0, 12))):
        last = draw(st.integers(0, 8))
        first = draw(st.integers(max(0, last - 2), last))
        document = draw(st.sampled_from("abc"))
        stems = " ".join(draw(st.lists(st.sampled_from(["w", "x", "y", "z", "v", "u"]), max_size=5)))
        made[document, last] = candidate(
            document, first, last, draw(st.floats(0.1, 9)), stems, joins=draw(st.booleans())
        )
    return list(made.values())


def overlapping(chosen):
    return [
        (one, other)
        for i, one in enumerate(chosen)
        for other in chosen[i + 1 :]
        if one.document == other.document and one.first <= other.last and other.first <= one.last
    ]


@given(candidates(), st.integers(1, 6), st.randoms())
def test_a_choice_is_within_its_budget_overlaps_nothing_and_knows_no_order(made, limit, random):
    rarities = rarity(each.stems[-1] for each in made)
    selection = choose(made, limit, rarities)
    assert len(selection.chosen) <= limit
    assert not overlapping(selection.chosen)
    assert all(each.last - each.first < MOST_SENTENCES for each in selection.chosen)
    shuffled = list(made)
    random.shuffle(shuffled)
    assert choose(shuffled, limit, rarities) == selection


@given(candidates(), candidates(), st.data())
def test_what_a_person_pinned_stays_as_it_is(mine, others, data):
    pins = [replace(each, flags=(Flag("pinned", ""),)) for each in mine]
    pins = [each for i, each in enumerate(pins) if not any(overlapping([each, other]) for other in pins[:i])]
    at = data.draw(st.integers(0, 1))
    topics = [choose(mine, 12, {}, pins).chosen, choose(others, 12, {}).chosen]
    placed, _ = settle(topics if at else topics[::-1])
    of_others = topics[1]
    for pin in pins:
        if at or len([each for each in of_others if overlapping([pin, each])]) < 2:
            assert pin.place in [each.place for each in placed]


@given(st.lists(candidates(), max_size=4))
def test_topics_settled_together_print_nothing_twice(sections):
    rarities = {}
    chosen = [choose(section, 5, rarities).chosen for section in sections]
    placed, held = settle(chosen)
    assert not overlapping(placed)
    assert len(held) == len(sections)
    for section, indices in zip(chosen, held, strict=True):
        assert len(set(indices)) == len(indices)
        assert bool(section) == bool(indices)


def test_a_document_that_says_the_same_again_is_quoted_once():
    lead = candidate("a", 0, 0, 5.0, "japan strait peace stability warn")
    body = candidate("a", 7, 7, 4.5, "japan strait peace stability commit")
    other = candidate("a", 4, 4, 4.0, "ship island patrol")
    rarities = rarity(each.stems[-1] for each in (lead, body, other))
    selection = choose([lead, body, other], 5, rarities)
    assert selection.chosen == (lead, other)
    assert "repeats" in next(missed.why for missed in selection.missed if missed.candidate == body)


def test_what_another_topic_says_may_be_chosen_again_but_not_said_again_in_other_words():
    lead = candidate("a", 0, 0, 5.0, "japan strait peace stability warn")
    body = candidate("a", 7, 7, 4.5, "japan strait peace stability commit")
    rarities = rarity(each.stems[-1] for each in (lead, body))
    assert choose([lead], 5, rarities, elsewhere=[lead]).chosen == (lead,)
    assert choose([body], 5, rarities, elsewhere=[lead]).chosen == ()


def test_a_second_document_may_say_the_same_in_its_own_words():
    one = candidate("a", 0, 0, 5.0, "japan strait peace stability warn envoy")
    other = candidate("b", 0, 0, 5.0, "japan strait peace calm urge minister")
    assert len(choose([one, other], 5, rarity([one.stems[-1], other.stems[-1]])).chosen) == 2


def test_neighbouring_sentences_of_a_paragraph_become_one_excerpt():
    one, next_one = candidate("a", 3, 3, 5.0, "x"), candidate("a", 4, 4, 4.9, "y", joins=True)
    (joined,) = choose([one, next_one], 5, {}).chosen
    assert (joined.first, joined.last, joined.span) == (3, 4, Span(30, 49))


def test_one_document_does_not_crowd_out_the_others():
    many = [candidate("a", n, n, 5.0 - n / 100, f"a{n}") for n in range(0, 12, 2)]
    one = candidate("b", 0, 0, 4.0, "b")
    assert one in choose([*many, one], 4, {}).chosen


@given(candidates(), candidates())
def test_what_is_worked_out_once_is_what_two_candidates_say_of_each_other(mine, elsewhere):
    """Against the definition: shared over the shorter one, and a contradiction where figures alone differ."""
    rarities = rarity(each.stems[-1] for each in mine)
    compared = Compared(rarities)
    said = Indexed(elsewhere, compared)
    for one in mine:
        alike = [compared.likeness(one, each) for each in elsewhere]
        stems = [frozenset[str]().union(*each.stems) for each in (one, *elsewhere)]
        honest = [likeness(stems[0], theirs, rarities) for theirs in stems[1:]]
        assert all(each in {None, plain} for each, plain in zip(alike, honest, strict=True))
        apart = [each for each, other in zip(alike, elsewhere, strict=True) if not overlapping([one, other])]
        for _ in range(2):
            told = (max((each for each in apart if each is not None), default=0.0), None in apart)
            assert said.likest(one) == told


@settings(max_examples=40)
@given(candidates(), candidates(), candidates(), st.integers(0, 9))
def test_what_is_kept_up_to_date_is_what_counting_anew_gives(made, chosen, elsewhere, stretch):
    compared = Compared(rarity(each.stems[-1] for each in made))
    made, chosen = ([replace(each, day=date(2026, 10, 1 + each.last)) for each in some] for some in (made, chosen))
    said = Indexed(elsewhere, compared)
    standings = Standings(made, said, stretch)
    for now in (chosen[:5], chosen[3:], chosen):
        standings.renew(now)
    for each in standings.all:
        anew = Standing(each.candidate, said, stretch)
        for excerpt in chosen:
            anew.count(excerpt, compared.likeness(each.candidate, excerpt))
        assert anew.worth == each.worth


@settings(max_examples=40)
@given(candidates(), candidates())
def test_what_is_not_near_is_not_repeated(made, excerpts):
    compared = Compared(rarity(each.stems[-1] for each in made))
    said = Indexed(excerpts, compared)
    for each in made:
        assert compared.repeats(each, said.near(each)) == compared.repeats(each, excerpts)


@given(st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1), min_size=1), st.permutations("abcdefgh"))
def test_rarities_have_one_sum_in_whatever_order(passages, order):
    rarities = rarity(passages)
    assert sum(rarities.get(each, 1.0) for each in order) == sum(rarities.get(each, 1.0) for each in "abcdefgh")


def work(monkeypatch, many):
    """Count how often two passages are compared where so many candidates meet as many excerpts of other topics."""
    compared, honest = [], Weighed.likeness
    monkeypatch.setattr(Weighed, "likeness", lambda *given: compared.append(1) or honest(*given))
    made = [candidate(f"d{n}", 0, 0, 9 - n / many, f"own{n} harbour{n // 4}") for n in range(many)]
    elsewhere = [candidate(f"e{n}", 0, 0, 9, f"else{n} harbour{n // 4}") for n in range(many)]
    assert len(choose(made, 20, {}, elsewhere=elsewhere).chosen) == 20
    monkeypatch.undo()
    return len(compared)


def test_the_comparisons_grow_with_what_shares_words_not_with_its_square(monkeypatch):
    assert work(monkeypatch, 400) < 1.1 * 4 * work(monkeypatch, 100)


def test_likeness_is_between_none_and_all():
    assert likeness(frozenset("ab"), frozenset("cd"), {}) == 0.0
    assert likeness(frozenset("ab"), frozenset("abcd"), {}) == 1.0
    assert likeness(frozenset(), frozenset("a"), {}) == 0.0


def with_figure(document, figure, score):
    return candidate(document, 0, 0, score, f"ferry sank storm passenger dead {figure}")


def test_two_documents_that_disagree_on_a_figure_stand_side_by_side():
    one, other = with_figure("a", "12", 5.0), with_figure("b", "19", 4.0)
    between = candidate("c", 0, 0, 4.9, "quay crane dredger")
    rarities = rarity(each.stems[-1] for each in (one, other, between))
    assert choose([one, between, other], 5, rarities).chosen == (one, other, between)


def test_a_copy_that_agrees_on_the_figure_or_gives_another_year_is_no_contrast():
    for figures in (("12", "12"), ("2021", "2022"), ("12", "")):
        one, other = (with_figure(*each) for each in zip("ab", figures, (5.0, 4.0), strict=True))
        rarities = rarity(each.stems[-1] for each in (one, other))
        assert choose([one, other], 5, rarities).chosen == (one,), figures


def test_a_document_does_not_contradict_itself():
    one, other = with_figure("a", "12", 5.0), replace(with_figure("a", "19", 4.0), first=4, last=4, span=Span(40, 49))
    assert choose([one, other], 5, rarity(each.stems[-1] for each in (one, other))).chosen == (one,)


def test_a_long_window_is_not_told_by_its_best_week_alone():
    def on(document, day, score):
        return replace(candidate(document, 0, 0, score, f"{document}1 {document}2"), day=day)

    week = [on(name, date(2026, 10, n), 5.0) for n, name in enumerate("abc", start=1)]
    early = on("d", date(2026, 1, 5), 4.8)
    assert early in choose([*week, early], 2, {}).chosen
    near = replace(early, day=date(2026, 9, 20))
    assert near not in choose([*week, near], 2, {}).chosen, "a short window is not divided"


@given(candidates(), st.integers(1, 6), st.data())
def test_what_was_told_is_not_chosen_and_lets_nothing_weaker_in(made, limit, data):
    told = {each.place: "was told" for each in made if data.draw(st.booleans())}
    selection = choose(made, limit, {}, told=told)
    best = max((each.score for each in made), default=0.0)
    assert all(each.score >= WORTH * best for each in selection.chosen)
    kept = [each for each in made if each.place not in told]
    assert {(each.document, n) for each in selection.chosen for n in range(each.first, each.last + 1)} <= {
        (each.document, n) for each in kept for n in range(each.first, each.last + 1)
    }
    assert {missed.candidate.place for missed in selection.missed if missed.why == "was told"} == set(told)


def test_who_told_it_shares_a_sentence_or_says_the_same_or_has_other_figures():
    told = candidate("a", 0, 1, 0.0, "ferry sank storm passenger dead 12")
    same, sharing = candidate("b", 0, 0, 5.0, "ferry sank storm passenger dead 12"), candidate("a", 1, 2, 5.0, "quay")
    figures, other = with_figure("b", "19", 5.0), candidate("b", 0, 0, 5.0, "quay crane dredger")
    said = Indexed((told, told), Compared({}))
    found = [said.told_by(each) for each in (same, sharing, figures, other)]
    assert found == [(0, 1), (0, 1), (0, 1), ()]
