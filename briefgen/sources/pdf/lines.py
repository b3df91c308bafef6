"""A line of a page, with its place."""

from typing import NamedTuple


class Line(NamedTuple):
    """A line, or a part of one (`split` from the part before by a wide gap), and its place in points from below.

    A hyphen at its end that is one for the line's sake may be a soft one.
    """

    words: str
    left: float
    right: float
    bottom: float
    top: float
    split: bool = False

    @property
    def size(self) -> float:
        """Its height."""
        return max(1.0, self.top - self.bottom)
