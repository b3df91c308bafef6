"""What the writer and the reader both know of our PDFs."""

RECORD = "brief-record.json"
"""The name of the attached file that is the brief's public record."""
REFERENCE = "noteref"
"""The title of the structure element that refers to a note once more."""
JOINER = "\u2060"
"""Stands before the mark of a note, so that no line begins with one."""
