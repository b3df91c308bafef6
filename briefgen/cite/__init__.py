"""Works, and the uses made of them, as numbered citations and a bibliography in a style (runs only: no markup).

And works in the forms that the libraries of others read.
"""

from briefgen.cite.citing import STYLES, Cited, Use, cite, references, warnings
from briefgen.cite.exporting import EXPORTS, export
from briefgen.cite.items import item

__all__ = ["EXPORTS", "STYLES", "Cited", "Use", "cite", "export", "item", "references", "warnings"]
