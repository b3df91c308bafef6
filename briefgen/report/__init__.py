"""What proof found of finished files, as one page to look at, to print and to send. Pure."""

from briefgen.report.page import PRESENCE, html, summary
from briefgen.report.signs import signed

__all__ = ["PRESENCE", "html", "signed", "summary"]
