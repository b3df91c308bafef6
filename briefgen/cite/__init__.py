"""Works, and the uses made of them, as numbered citations and a bibliography in a style. Runs only: no markup."""

from briefgen.cite.citing import STYLES, Cited, Use, cite

__all__ = ["STYLES", "Cited", "Use", "cite"]
