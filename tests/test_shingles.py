"""Fingerprints: what two texts share, what typography does not change, and how many there are."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.shingles import SIZE, SURE, WINDOW, fingerprints, shingles, units

words = st.lists(
    st.sampled_from(["crane", "ferry", "harbour", "quay", "Москва", "ледокол", "7", "naïve", "straße", "x²"]),
    max_size=40,
)
characters = st.text(st.sampled_from("港のクレーンは北岸壁に移設항구中"), max_size=40)


def share(one: str, other: str) -> bool:
    return bool(set(fingerprints(one)) & set(fingerprints(other)))


@settings(max_examples=300)
@given(words, words, words, words, st.lists(st.sampled_from(["pilot", "tide", "mast", "rope"]), min_size=SURE))
def test_texts_that_share_enough_words_in_a_row_share_a_fingerprint(before, after, other_before, other_after, run):
    assert share(" ".join((*before, *run, *after)), " ".join((*other_before, *run, *other_after)))


@settings(max_examples=300)
@given(characters, characters, characters, st.text(st.sampled_from("船舶入出航時刻表"), min_size=SURE + 1, max_size=30))
def test_of_scripts_without_spaces_one_character_more_is_enough(before, after, other, run):
    assert share(before + run + after, other + run)


@pytest.mark.parametrize(
    "other",
    [
        "the crane's “new” arm — 40 tons — will re-open the quay’s northern end",
        'The Crane’s "New" Arm - 40 tons - WILL RE‑OPEN the quay\'s northern end.',
        "«the crane's new arm»\n\n40 tons\u00a0will re–open\tthe quay′s   northern end…",
        "the cra\u00adne's \u200bnew arm 40 to\u2060ns will re-open the quay's north\u00adern end",
        "ｔｈｅ crane's new arm ４０ tons will re-open the quay's northern end",
    ],
)
def test_typography_and_case_change_no_fingerprint(other):
    assert fingerprints(other) == fingerprints("the crane's new arm 40 tons will re-open the quay's northern end")


def test_composed_and_decomposed_accents_are_the_same():
    assert fingerprints("un né à la fenêtre du port") == fingerprints("un ne\u0301 a\u0300 la fene\u0302tre du port")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crane’s arm", ["the", "crane", "s", "arm"]),
        ("a_b re-open 3,824.5", ["a", "b", "re", "open", "3", "824", "5"]),
        ("古いクレーン", ["古い", "いク", "クレ", "レー", "ーン"]),
        ("核 and 항구 7番", ["核", "and", "항구", "7", "番"]),
        ("“…”—", []),
        ("\ud800 \0", []),
    ],
)
def test_words_as_shingles_see_them(text, expected):
    assert units(text) == expected


def test_they_are_the_same_on_every_machine():
    assert shingles("Cranes lift ferries at dawn") == [2380109210, 3065661595, 3391691382]
    assert fingerprints("Cranes lift ferries at dawn") == (2380109210,)


@settings(max_examples=200)
@given(st.one_of(words.map(" ".join), characters, st.text(max_size=60)))
def test_fingerprints_are_shingles_each_once_and_some_of_each_window(text):
    every, chosen = shingles(text), fingerprints(text)
    assert len(set(chosen)) == len(chosen)
    assert set(chosen) <= set(every)
    assert len(every) == max(0, len(units(text)) - SIZE + 1)
    assert bool(chosen) == bool(every)
    for start in range(len(every) - WINDOW + 1):
        assert min(every[start : start + WINDOW]) in chosen


def test_about_two_in_a_window_and_one_more_are_kept():
    chance = random.Random(5)  # noqa: S311 - the same words every time
    text = " ".join(f"w{chance.randrange(10**6)}" for _ in range(20_000))
    assert len(fingerprints(text)) / len(shingles(text)) == pytest.approx(2 / (WINDOW + 1), abs=0.02)
