"""Lucene syntax: luqum's grammar over our own lexemes, read into one small tree."""

import re
from collections.abc import Sequence
from typing import Any

from luqum import tree
from luqum.exceptions import ParseError
from luqum.parser import parser

from briefgen.errors import QueryError
from briefgen.model.query import And, Dates, Entity, Field, Not, Or, Prefix, Query, Term
from briefgen.model.source import Published
from briefgen.query.article import as_it_stands
from briefgen.query.lexer import Lexer
from briefgen.query.terms import Names, join, names_of, negate, term
from briefgen.words import is_unspaced

LIMIT = 10_000
"""The most characters that a query may have."""
DEPTH = 50
"""How deep brackets and negations may be nested."""

_RANGE = "a range is written date:[2024-01-01 TO 2024-12-31], with * for an open end"
_WILDCARD = re.compile(r"(?:\\.)|(?P<wildcard>[*?＊？])", re.DOTALL)
_Node = Any  # luqum has no types


def parse(query: str, entities: Sequence[Entity] = ()) -> Query:
    """Read a query; see `briefgen.query.parse`."""
    if len(query) > LIMIT:
        raise QueryError(query, LIMIT + 1, f"a query of {len(query):,} characters", f"at most {LIMIT:,} are read")
    if not query.strip():
        raise QueryError(query, 1, "the query is empty", "write at least one word")
    lexer = Lexer(query)
    try:
        node = parser.parse(lexer=lexer)
    except ParseError:
        raise _misplaced(lexer) from None
    wants = _Reader(query, names_of(tuple(entities))).read(node)
    if not _is_positive(wants):
        wrong, right = "a negation alone matches nearly everything", "say what is wanted too: Russia AND NOT sports"
        raise QueryError(query, lexer.negation, wrong, right)
    return wants


def _misplaced(lexer: Lexer) -> QueryError:
    if lexer.last is None:
        return lexer.error(len(lexer.query.rstrip()), "the query breaks off", "a word or a phrase is missing")
    in_range = lexer.in_range or lexer.last.type == "RBRACKET"
    right = _RANGE if in_range else "a word, a phrase or a group is missing before it"
    return lexer.error(lexer.last.lexpos, f"{lexer.last.text} cannot stand here", right)


def _is_positive(query: Query) -> bool:
    match query:
        case Not():
            return False
        case And(parts):
            return any(map(_is_positive, parts))
        case Or(parts):
            return all(map(_is_positive, parts))
    return True


class _Reader:
    """Reads luqum's tree of one query into ours."""

    def __init__(self, query: str, names: Names) -> None:
        self._query = query
        self._names = names

    def read(self, node: _Node, field: str = "", depth: int = 0) -> Query:
        if depth > DEPTH:
            raise self._error(node, "the query is nested too deeply", f"at most {DEPTH} levels are read")
        match node:
            case tree.AndOperation() | tree.UnknownOperation():
                return join(And, [self.read(part, field, depth + 1) for part in node.children])
            case tree.OrOperation():
                return join(Or, [self._alternative(part, field, depth + 1) for part in node.children])
            case tree.Not() | tree.Prohibit():
                return negate(self.read(node.a, field, depth + 1))
            case tree.Plus() | tree.Group() | tree.FieldGroup():
                return self.read(node.children[0], field, depth + 1)
            case tree.SearchField():
                if field:
                    raise self._error(node, f"a field within {field}:", "give each field its own words")
                return self.read(node.expr, str(node.name), depth + 1)
        return self._leaf(node, field)

    def _alternative(self, node: _Node, field: str, depth: int) -> Query:
        if isinstance(node, tree.Plus):
            raise self._error(node, "+ (must be there) and OR (may be there) contradict each other", "leave out one")
        return self.read(node, field, depth)

    def _leaf(self, node: _Node, field: str) -> Query:
        if field == "date":
            return self._dates(node)
        if isinstance(node, tree.Range):
            raise self._error(node, "only dates have ranges", _RANGE)
        if field:
            return self._field(node, field)
        if isinstance(node, tree.Proximity):
            return self._term(node.term, slop=node.degree)
        if isinstance(node, tree.Word) and not _is_literal(node) and (wildcard := self._wildcard(node)) is not None:
            return self._prefix(node, wildcard)
        return self._term(node)

    def _term(self, node: _Node, slop: int = 0) -> Term:
        literal = _is_literal(node)
        label = "=" * literal + self._text(node)
        return term(label, self._names, literal=literal, slop=slop)

    def _prefix(self, node: _Node, wildcard: int) -> Query:
        letters = _unescape(node.value[:wildcard])
        if wildcard + 1 < len(node.value) or node.value[wildcard] in "?？" or not letters:
            sign = node.value[wildcard]
            wrong = f"{sign} can only end a word as *" if letters else "a wildcard needs a beginning"
            asks = ", or ask in plain words (question)" if letters and sign in "?？" else ""
            raise self._error(node, wrong, f"write Taiw*, or put the words in quotes{asks}", wildcard)
        words = as_it_stands(letters)
        if words != (letters.lower(),) and not (is_unspaced(letters) and words):
            raise self._error(node, f"{node.value} is not the beginning of one word", "write Taiw*")
        if len(words) > 1:
            return term(letters, self._names)  # Japanese, Chinese and Korean words are found within longer ones anyway
        return Prefix(letters.lower())

    def _field(self, node: _Node, field: str) -> Field:
        if isinstance(node, tree.Proximity) or _is_literal(node):
            raise self._error(node, f"{field}: takes words as they stand", f'write {field}:word or {field}:"two words"')
        return Field(field, self._text(node))

    def _dates(self, node: _Node) -> Dates:
        if isinstance(node, tree.Range):
            since, until = self._day(node.low), self._day(node.high)
        else:
            since = until = self._day(node)
        first, last = since.earliest if since else None, until.latest if until else None
        if first and last and first > last:
            raise self._error(node, f"the range ends ({last}) before it begins ({first})", "turn it round")
        return Dates(first, last)

    def _day(self, node: _Node) -> Published | None:
        if not isinstance(node, tree.Word | tree.Phrase):
            raise self._error(node, "date: takes one date or one range", _RANGE)
        text = node.value.strip('"').strip()
        if text in {"*", "＊"}:
            return None
        try:
            day = Published(text)
        except ValueError:
            day = None
        if day is None or day.precision == "minute":
            raise self._error(node, f"{text} is not a date", "write 2024, 2024-03 or 2024-03-06")
        return day

    def _text(self, node: _Node) -> str:
        if (wildcard := self._wildcard(node)) is not None:
            wrong = "a wildcard works neither in a phrase nor in a field nor in literal words"
            raise self._error(node, wrong, "leave it out", wildcard)
        text = _unescape(node.value[_is_literal(node) :].removeprefix('"').removesuffix('"'))
        if not as_it_stands(text):
            raise self._error(node, f"{text or node.value} holds no word to look for", "write a word, or leave it out")
        return text

    def _wildcard(self, node: _Node) -> int | None:
        for found in _WILDCARD.finditer(node.value):
            if found["wildcard"] and (isinstance(node, tree.Word) or found["wildcard"] in "*＊"):
                return found.start()
        return None

    def _error(self, node: _Node, wrong: str, right: str, offset: int = 0) -> QueryError:
        return QueryError(self._query, node.pos + 1 + offset, wrong, right)


def _is_literal(node: _Node) -> bool:
    return isinstance(node, tree.Word) and node.value.startswith("=")


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)
