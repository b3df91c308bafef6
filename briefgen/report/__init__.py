"""What proof found of finished files, as one page to look at, to print and to send. Pure."""

from briefgen.report.page import html

__all__ = ["html"]
