"""The drawing of a chart: what is in the picture, told by its pixels, and that nothing else is."""

import struct
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from briefgen.chart import HEIGHT, WIDTH, png, scale
from briefgen.model.tree import Chart

MONDAY = date(2026, 5, 25)
COLUMN = (0x1B, 0x36, 0x5D)


def drawn(*counts, most=0):
    return png(Chart("Ferries", "", MONDAY, most or max(counts), counts))


def columns(data):
    """The heights of the columns, in pixels, from the left."""
    picture = Image.open(BytesIO(data))
    colours = [*zip(*[iter(picture.getpalette())] * 3, strict=True)]
    pixels, column = picture.tobytes(), colours.index(COLUMN) if COLUMN in colours else 255
    dark = [pixels[x::WIDTH].count(column) for x in range(WIDTH)]
    return [high for before, high in zip([0, *dark], dark, strict=False) if high and not before]


@given(st.integers(0, 10**15))
def test_a_scale_begins_at_zero_and_reaches_the_greatest_number_in_at_most_three_even_steps(most):
    numbers = scale(most)
    assert numbers[0] == 0
    assert numbers[-1] >= most
    assert 2 <= len(numbers) <= 4
    assert numbers == tuple(range(0, numbers[-1] + 1, numbers[1]))
    assert str(numbers[1]).rstrip("0") in {"1", "2", "5"}
    assert numbers[-1] - numbers[1] < max(most, 1)


@settings(max_examples=20)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=26))
def test_columns_are_as_high_as_their_numbers(counts):
    top = scale(9)[-1]
    high = columns(drawn(*counts, most=9))
    assert high == [pytest.approx(102 * number / top + 1, abs=1) for number in counts if number]


def test_charts_on_one_scale_can_be_compared():
    assert columns(drawn(3, most=12)) == [pytest.approx(high / 4, abs=2) for high in columns(drawn(12, most=12))]


@pytest.mark.parametrize(
    "counts", [(0,), (1,), (7,) * 26, (10**15, 0, 1), tuple(range(26)), tuple(range(900)), (999_999,) * 26], ids=len
)
def test_it_is_one_size_whatever_it_shows_and_holds_nothing_but_the_picture(counts):
    data = drawn(*counts)
    with Image.open(BytesIO(data)) as picture:
        picture.load()
        assert (picture.size, picture.info) == ((WIDTH, HEIGHT), {})
    assert chunks(data) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
    assert len(data) < 8_000


def chunks(data):
    """The kinds of chunks of a PNG (PNG 3, 5.3)."""
    kinds, at = set(), 8
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        kinds.add(data[at + 4 : at + 8])
        at += size + 12
    return kinds


def test_the_same_chart_gives_the_same_bytes_and_its_words_are_not_in_it():
    before = drawn(1, 2, 3)
    png.cache_clear()
    assert drawn(1, 2, 3) == before
    assert png(Chart("Пароми 渡し船", "x" * 99, MONDAY, 3, (1, 2, 3))) == before


def test_nothing_touches_the_edge_of_the_picture():
    for counts in ((9,) * 26, (10**9,) * 26, (1,)):
        picture = Image.open(BytesIO(drawn(*counts))).convert("L")
        for box in ((0, 0, WIDTH, 2), (0, HEIGHT - 2, WIDTH, HEIGHT), (0, 0, 2, HEIGHT), (WIDTH - 2, 0, WIDTH, HEIGHT)):
            assert picture.crop(box).getextrema() == (255, 255)
