"""Lengths as Word files say them."""

import re

_LENGTH = re.compile(r"(-?\d{1,7}(?:\.\d{1,20})?)(|pt|pc|pi|in|cm|mm)")
_TWIPS = {"": 1, "pt": 20, "pc": 240, "pi": 240, "in": 1440, "cm": 567, "mm": 56.7}
"""ECMA-376 part 1, 22.9.2.14 and 22.9.2.15: a length without a unit is in twips."""


def twips(length: str, usual: float = 0) -> float:
    """Give a length in twips; `usual` where it is none. Some programs write fractions of twips, against the schema."""
    match = _LENGTH.fullmatch(length)
    return float(match[1]) * _TWIPS[match[2]] if match else usual
