"""What writing and reading a record share."""

from typing import Any

SCHEMA = 1
"""The version of the shape of brief.json and of the public record."""

Json = Any
"""What the json module takes and gives: dict, list, str, int, float, bool or None."""
