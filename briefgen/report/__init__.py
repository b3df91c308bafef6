"""What proof found of finished files, as one page to look at, to print and to send. Pure."""

from briefgen.report.page import PRESENCE, html, summary

__all__ = ["PRESENCE", "html", "summary"]
