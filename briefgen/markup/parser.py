"""markdown-it-py, set up for briefs.

Chosen over Python-Markdown because its tokens need no clean-up (no sentinels, no stashed HTML), because raw HTML can
simply be off, and because it stays fast on hostile input: of 34 kinds of 200 KB each, Python-Markdown did not come back
from 12 within 15 seconds (unclosed code, escapes, references among them), markdown-it-py from 7, all of them nested
brackets, which `_bounded` takes care of.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_NESTING = 100
"""Levels of blocks within blocks; deeper ones are left out."""

_BRACKETS = 8
"""Brackets that may be open at once in a paragraph; those opened within as many are words."""

_BRACKET = re.compile(r"\\.|\[|\]", re.DOTALL)


def tokens(markdown: str) -> list[Token]:
    """Give the tokens of a Markdown text; notes stay where they are defined."""
    return _parser().parse(markdown)


@cache
def _parser() -> MarkdownIt:
    # Not at the top: a fourteenth of a second that `briefgen --help` need not take.
    from markdown_it import MarkdownIt  # noqa: PLC0415 - see above
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415 - see above

    class Parser(MarkdownIt):
        """Targets of links come as typed; `links` judges them when their words are known."""

        def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
            return bool(url)

        def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
            return url

        def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library's name
            return link

    parser = Parser("commonmark", {"html": False, "maxNesting": _NESTING}).enable("table")
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.core.ruler.before("inline", "brackets", _bounded)
    return parser


def _bounded(state: StateCore) -> None:
    """Escape brackets that stand too deep: finding their ends takes time by the square of their number."""
    for token in state.tokens:
        if token.type == "inline" and token.content.count("[") > _BRACKETS:
            token.content = _shallow(token.content)


def _shallow(content: str) -> str:
    depth = 0

    def bracket(match: re.Match[str]) -> str:
        nonlocal depth
        if match[0] == "[" and depth == _BRACKETS:
            return "\\["
        depth = max(0, depth + {"[": 1, "]": -1}.get(match[0], 0))
        return match[0]

    return _BRACKET.sub(bracket, content)
