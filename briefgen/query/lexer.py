"""The lexemes of a query, each with its place; they are what luqum's grammar is fed with.

luqum's own lexer takes `="North Korea"` and `“North Korea”` for two words, `a || b` for three and `12:30` for a field.
This one knows our grammar and says at once, and where, what does not belong to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from luqum.head_tail import TokenValue
from luqum.tree import Phrase, Word

from briefgen.errors import QueryError

FIELDS = ("author", "date", "publisher")
"""The fields that a query may ask for."""

# Each opening quotation mark with those that close it. German „…“ may end with the English mark too.
_QUOTES = {
    '"': '"', "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "＂": "＂", "〝": "〞〟",
}  # fmt: skip
_MARKS = "".join(sorted({mark for opening, closing in _QUOTES.items() for mark in opening + closing}))
_PHRASE = "|".join(rf"{opening}(?:\\.|[^\\{closing}])*[{closing}]" for opening, closing in _QUOTES.items())
_LEXEME = re.compile(
    rf"""(?P<SPACE>\s+)
    |(?P<PHRASE>[=＝]?(?:{_PHRASE}))
    |(?P<LPAREN>[(（]) |(?P<RPAREN>[)）]) |(?P<LBRACKET>[\[［]) |(?P<RBRACKET>[\]］])
    |(?P<COLUMN>[:：])
    |(?P<APPROX>[~～]\d*)
    |(?P<MINUS>[-－]) |(?P<PLUS>[+＋])
    |(?P<TERM>(?:\\.|[^\s\\()（）\[\]［］{{}}｛｝:：~～^{_MARKS}])+)
    |(?P<OTHER>.)""",
    re.VERBOSE | re.DOTALL,
)
_OPERATORS = {"AND": "AND_OP", "OR": "OR_OP", "NOT": "NOT", "TO": "TO"}
_CLOSES = {"RPAREN": "LPAREN", "RBRACKET": "LBRACKET"}
_QUOTE_IT = 'put what you look for in quotes: "…"'
_FOREIGN = (
    (re.compile(r"\|\|"), "|| is no operator here", "write OR"),
    (re.compile("&&"), "&& is no operator here", "write AND"),
    (re.compile(r"\A!"), "! is no operator here", "write NOT"),
    (re.compile(r"\A/"), "there are no regular expressions here", _QUOTE_IT),
    (re.compile(r"\A[<>]"), "< and > do not compare here", "for a range of dates write date:[2024-01-01 TO *]"),
    (re.compile(r"\A['‘]"), "a phrase stands in double quotes", _QUOTE_IT),
)
_OTHERS = {
    "^": ("there are no boosts here", "leave out ^ and its number"),
    "{": ("a range in braces leaves out its ends", "write [ and ]: both ends are included"),
    "\\": ("a backslash at the end escapes nothing", "leave it out"),
}


@dataclass
class Lexeme:
    """A lexeme as PLY wants it: `type` is the grammar's name for it, `lexpos` counts from 0."""

    type: str
    value: Any
    lexpos: int
    text: str
    lineno: int = 1


class Lexer:
    """Cuts a query into lexemes. `last` is the one given last; `negation` the column of the first negation, or 0."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.last: Lexeme | None = None
        self.negation = 0
        self._open: list[Lexeme] = []
        self._lexemes = self._cut()

    def token(self) -> Lexeme | None:
        """Give the next lexeme, None at the end. Raises QueryError for what is outside the grammar."""
        self.last = next(self._lexemes, None)
        return self.last

    @property
    def in_range(self) -> bool:
        """Whether a range is open."""
        return bool(self._open) and self._open[-1].type == "LBRACKET"

    def error(self, position: int, wrong: str, right: str) -> QueryError:
        """Make the error for what stands at `position`, counted from 0."""
        return QueryError(self.query, position + 1, wrong, right)

    def _cut(self) -> Iterator[Lexeme]:
        before = ""
        for match in _LEXEME.finditer(self.query):
            kind, text, at = str(match.lastgroup), match.group(), match.start()
            if kind in {"TERM", "PHRASE"} and before in {"TERM", "PHRASE"}:
                raise self.error(at, "a quotation mark stands in the middle of a word", "put a space before it")
            if kind == "TERM" and before == "APPROX":
                raise self.error(at, "~ wants a whole number", 'write "a b"~5')
            if kind == "APPROX" and before == "TERM":
                raise self.error(at, "there is no fuzzy search for a word", 'words near one another are "a b"~5')
            if kind != "SPACE":
                yield self._lexeme(kind, text, at)
            before = kind
        for opened in self._open:
            raise self.error(opened.lexpos, f"this {opened.text} is not closed", "close it, or leave it out")

    def _lexeme(self, kind: str, text: str, at: int) -> Lexeme:
        match kind:
            case "TERM":
                kind, value = _OPERATORS.get(text, kind), self._word(text, at)
            case "PHRASE":
                kind, value = self._phrase(text)
            case "APPROX":
                value = self._distance(text, at)
            case "OTHER":
                raise self.error(at, *self._other(text))
            case _:
                value = TokenValue(text)
        value.pos, value.size = at, len(text)
        lexeme = Lexeme(kind, value, at, text)
        self._balance(lexeme)
        self._sign(lexeme)
        return lexeme

    def _word(self, text: str, at: int) -> Any:  # noqa: ANN401 - luqum has no types
        if text in _OPERATORS:
            return TokenValue(text)
        if text.upper() in {"AND", "OR", "NOT"}:
            raise self.error(at, f"operators are in capitals: {text.upper()}", f'for the word itself write "{text}"')
        for foreign, wrong, right in _FOREIGN:
            if found := foreign.search(text):
                raise self.error(at + found.start(), wrong, right)
        if re.match(r"\s*[:：]", self.query[at + len(text) :]) and text not in FIELDS:
            import difflib  # noqa: PLC0415 - only a mistake pays for it

            near = difflib.get_close_matches(text.lower(), FIELDS, 1)
            right = (
                f"did you mean {near[0]}?" if near else f"fields are {', '.join(FIELDS)}; for the words, {_QUOTE_IT}"
            )
            raise self.error(at, f"there is no field {text}", right)
        return Word("=" + text[1:] if text[0] == "＝" else text)

    def _phrase(self, text: str) -> tuple[str, Any]:
        if text[0] in "=＝":
            return "TERM", Word(f'="{text[2:-1]}"')
        return "PHRASE", Phrase(f'"{text[1:-1]}"')

    def _distance(self, text: str, at: int) -> Any:  # noqa: ANN401 - luqum has no types
        if not 1 <= len(text[1:]) <= 4:
            raise self.error(at, "~ wants a number", 'write "a b"~5 for at most five other words between')
        return TokenValue(text[1:])

    def _other(self, text: str) -> tuple[str, str]:
        if text in _MARKS:
            return f"the quotation mark {text} has no partner", "write one at either end, or none"
        return _OTHERS.get(text, (f"{text} cannot stand here", "leave it out, or quote it"))

    def _balance(self, lexeme: Lexeme) -> None:
        if lexeme.type in {"LPAREN", "LBRACKET"}:
            self._open.append(lexeme)
        elif lexeme.type in _CLOSES:
            if not self._open or self._open[-1].type != _CLOSES[lexeme.type]:
                raise self.error(lexeme.lexpos, f"this {lexeme.text} closes nothing", "leave it out, or open it")
            self._open.pop()

    def _sign(self, lexeme: Lexeme) -> None:
        if lexeme.type in {"PLUS", "MINUS"} and self.query[lexeme.lexpos + 1 : lexeme.lexpos + 2].isspace():
            right = f"write {lexeme.text} right before a word, or leave it out"
            raise self.error(lexeme.lexpos, f"{lexeme.text} stands alone", right)
        if lexeme.type in {"NOT", "MINUS"} and not self.negation:
            self.negation = lexeme.lexpos + 1
