"""What of a finished file a reader can tell apart by sight."""

_NEAR = 20
"""Shades of red, green and blue, of 256 each, that are as near as this are one colour to a reader."""


def is_near(color: str, other: str) -> bool:
    """Say whether letters of one colour can hardly be seen on the other; both in hexadecimal, as RRGGBB."""
    pairs = zip(bytes.fromhex(color), bytes.fromhex(other), strict=True)
    return all(abs(one - two) <= _NEAR for one, two in pairs)
