"""Marks what each part of a text is, and reads what the text says of itself. Pure, and nothing is deleted."""

from briefgen.clean.describing import describe
from briefgen.clean.marking import mark

VERSION = 1
"""Of the rules: blocks made by another version are made again."""

__all__ = ["VERSION", "describe", "mark"]
