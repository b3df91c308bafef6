"""A chart as a picture: one column for each week, from zero. One drawing serves every format that can hold a picture.

There are no words in it, only numbers and ISO dates: those need no font for any script, and what the columns are of
stands beside the picture as text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING

from briefgen.model.tree import Chart

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

WIDTH, HEIGHT = 960, 168
"""In pixels. At the width that Word shows it in these are some 230 to the inch."""
_LETTERS = 23
"""The height of its type, in pixels: about 7 points on paper."""
_TOP, _BOTTOM, _RIGHT, _GAP, _EDGE = 30, 132, 948, 12, 4
_WIDEST = 64
"""Pixels that a column is wide at most, and the share of its week that it takes."""
_FILL = 0.7
_STEPS = 3
"""So many steps of the scale reach the greatest number, at most."""
_PAPER, _INK, _GRID, _AXIS, _COLUMN = "#ffffff", "#3d4650", "#d9dee4", "#7c8792", "#1b365d"
"""One dark colour on white: nothing is told by a difference of colours."""
_COLOURS = 24
"""These, and what is between them at the edges of letters: a picture is 3 KB, of all colours 8 KB."""


@lru_cache(maxsize=128)
def png(chart: Chart) -> bytes:
    """Give the picture of a chart as a PNG without metadata; the same chart gives the same bytes.

    The type is the one that Pillow carries, so no font of the machine has a say.
    """
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - only a brief with a timeline needs it

    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(picture)
    _Drawing(chart, pen, ImageFont.load_default(_LETTERS)).draw()
    stream = BytesIO()
    picture.quantize(_COLOURS).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def scale(most: int) -> tuple[int, ...]:
    """Give the numbers at the axis: from 0 in steps of 1, 2 or 5 times a power of ten, until they reach `most`."""
    units = (unit * 10**power for power in count() for unit in (1, 2, 5))
    step = next(unit for unit in units if unit * _STEPS >= most)
    return tuple(range(0, step * (max(-(-most // step), 1) + 1), step))


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One chart on its paper."""

    chart: Chart
    pen: "ImageDraw"
    font: "FreeTypeFont | ImageFont"

    def draw(self) -> None:
        """Draw the scale, the columns with their numbers, and the weeks."""
        numbers = scale(self.chart.most)
        left = _EDGE + _GAP + max(self._breadth(f"{number:,}") for number in numbers)
        week = (_RIGHT - left) / len(self.chart.counts)
        self._scale(numbers, left)
        self._columns(numbers[-1], left, week)
        self._weeks(left, week)

    def _scale(self, numbers: tuple[int, ...], left: int) -> None:
        for number in numbers:
            height = _height(number, numbers[-1])
            self.pen.line((left, height, _RIGHT, height), fill=_GRID if number else _AXIS, width=2)
            self._say((left - _GAP, height), f"{number:,}", "rm")

    def _columns(self, top: int, left: int, week: float) -> None:
        """Draw a column for each week that has a number; all numbers stand above them, where there is room for all."""
        half = round(min(week * _FILL, _WIDEST) / 2)
        fits = max(self._breadth(f"{number:,}") for number in self.chart.counts) < week
        for place, number in enumerate(self.chart.counts):
            if number:
                middle, height = round(left + week * (place + 0.5)), _height(number, top)
                self.pen.rectangle((middle - half, height, middle + half, _BOTTOM), fill=_COLUMN)
                if fits:
                    self._say((middle, height - 4), f"{number:,}", "ms", is_on_grid=True)

    def _weeks(self, left: int, week: float) -> None:
        """Write the Mondays under the axis, as many as there is room for, the last one in any case."""
        for place, monday in _mondays(self.chart, week, 1.5 * self._breadth("2000-00-00")):
            middle = round(left + week * (place + 0.5))
            self.pen.line((middle, _BOTTOM, middle, _BOTTOM + 7), fill=_AXIS, width=2)
            edge = _EDGE + self._breadth(monday.isoformat()) / 2
            self._say((min(max(middle, edge), WIDTH - edge), HEIGHT - 6), monday.isoformat(), "ms")

    def _say(self, place: tuple[float, float], words: str, anchor: str, *, is_on_grid: bool = False) -> None:
        if is_on_grid:
            box = self.pen.textbbox(place, words, font=self.font, anchor=anchor)
            self.pen.rectangle((box[0] - 2, box[1] - 2, box[2] + 2, box[3] + 2), fill=_PAPER)
        self.pen.text(place, words, fill=_INK, font=self.font, anchor=anchor)

    def _breadth(self, words: str) -> int:
        return round(self.font.getlength(words))


def _height(number: int, top: int) -> int:
    """Give the pixel that stands for a number, from above, on a scale from 0 to `top`."""
    return _BOTTOM - round((_BOTTOM - _TOP) * number / top)


def _mondays(chart: Chart, week: float, room: float) -> Iterator[tuple[int, date]]:
    """Give the places and days of the weeks that are named: the last, and others before it that are `room` apart."""
    apart = max(-(-room // week), 1)
    for place in range(len(chart.counts)):
        if (len(chart.counts) - 1 - place) % apart == 0:
            yield place, chart.first + timedelta(weeks=place)
