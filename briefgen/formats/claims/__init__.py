"""What a finished file claims, told from its tree: for Markdown, HTML and PDF, which are all read as one."""

from briefgen.formats.claims.reading import read_tree

__all__ = ["read_tree"]
