"""Words as search sees them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.letters import folded
from briefgen.words import content, is_stop, is_unspaced, stems, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("treaties", ("treati",)),
        ("The U.S. told us; US officials", ("the", "US", "told", "us", "US", "offici")),
        ("U.S.S.R.", ("ussr",)),
        ("Japan’s 2-plus-2", ("japan", "s", "2", "plus", "2")),
        ("65% of 3,824.5", ("65", "of", "3,824.5")),
        ("台湾海峡", ("台湾", "湾海", "海峡")),
        ("대만", ("대만",)),
        ("日", ("日",)),
        ("договоры", ("договор",)),
        ("Taiwan海峡", ("taiwan", "海峡")),
        ("臺灣海峽", ("台湾", "湾海", "海峡")),
        ("ﾌﾞﾗｼﾞﾙ", ("ブラ", "ラジ", "ジル")),
        ("ＮＡＴＯの２．５％", ("nato", "の", "2.5")),
        ("アンナ・ミラー", ("アン", "ンナ", "ナミ", "ミラ", "ラー")),
        ("日・韓", ("日", "韩")),
        ("漁師の\n港", ("渔师", "师の", "の港")),
        ("漁師の\n\n港", ("渔师", "师の", "港")),
        ("항구의\n배", ("항구", "구의", "배")),
        ("\u1112\u1161\u11bc\u1100\u116e", ("항구",)),
        ("cafe\u0301s", ("café",)),
        ("ship\u00adping", ("ship",)),
    ],
)
def test_stems(text, expected):
    assert stems(text) == expected


@pytest.mark.parametrize(
    "text", ["船はﾌﾞﾗｼﾞﾙから", "항구 \u1112\u1161\u11bc\u1100\u116e", "a cafe\u0301 — ship\u00adping, ２５隻"]
)
def test_tokens_stand_where_their_letters_do(text):
    written = "".join(text[token.start : token.end] for token in tokens(text))
    assert set(written) == {letter for letter in text if letter.isalnum() or unicodedata.category(letter)[0] in "LMC"}


@given(st.text())
def test_folding_keeps_the_length_and_is_idempotent(text):
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@given(st.one_of(st.text(), st.text("aáé\u0301\u00adＡ日本항구й .,'-12U S")))
def test_stems_are_those_of_the_tokens(text):
    assert stems(text) == tuple(token.stem for token in tokens(text))


@given(st.text())
def test_tokens_stand_in_order_within_the_text(text):
    last = 0
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.start >= last
        last = token.start
        assert token.stem


def test_runs_without_spaces_are_known():
    assert is_unspaced("台湾海峡")
    assert is_unspaced("대만")
    assert not is_unspaced("Taiwan")
    assert not is_unspaced("台湾 海峡")


def test_stop_words_are_known_by_their_stems():
    assert all(map(is_stop, stems("because they were the only ones above")[:3]))
    assert not is_stop("treati")


def test_function_words_carry_no_meaning():
    assert content("What do they say of the rice, and of rice?") == ("rice",)
