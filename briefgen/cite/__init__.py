"""Works, and the uses made of them, as numbered citations and a bibliography in a style (runs only: no markup).

And works in the forms that the libraries of others read. A config, which asks for the names alone, loads no style.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.cite.citing import Cited, Use, cite, references, warnings
    from briefgen.cite.exporting import export
    from briefgen.cite.items import item

__all__ = ["EXPORTS", "STYLES", "Cited", "Use", "cite", "export", "item", "references", "warnings"]

STYLES = {
    "chicago-notes": "briefgen.cite.chicago",
    "chicago-author-date": "briefgen.cite.chicago_dates",
    "apa": "briefgen.cite.apa",
    "mla": "briefgen.cite.mla",
    "oscola": "briefgen.cite.oscola",
    "bluebook": "briefgen.cite.bluebook",
    "newsroom": "briefgen.cite.newsroom",
}
"""Each style's module, which holds it as `STYLE`."""
EXPORTS = {"csl-json": ".csl.json", "ris": ".ris", "bibtex": ".bib"}
"""Each form's suffix."""

_LATER = {"export": "exporting", "item": "items"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER.get(name, 'citing')}"), name)
