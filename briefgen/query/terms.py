"""Terms: what a user wrote, with the other names of what it names."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefgen.errors import QueryError
from briefgen.model.query import And, Entity, Not, Or, Phrase, Query, Term
from briefgen.query.article import as_it_stands
from briefgen.words import stems

_QUOTES = '"“”„‟«»「」『』＂〝〞〟'
_OPERATORS = frozenset({"AND", "OR", "NOT"})


class Names:
    """Every name of some entities, by how it is written; those of several words also by each of their letters."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._named: dict[str, list[Entity]] = {}
        self._several: list[tuple[Entity, str, str]] = []
        self._with: dict[str, list[tuple[Entity, tuple[str, ...]]]] = {}
        for entity in entities:
            for name in entity.names:
                key = _key(name)
                owners = self._named.setdefault(key, [])
                if entity not in owners:
                    owners.append(entity)
                if not _is_one_word(name):
                    self._several.append((entity, name, key.replace("ё", "е")))  # as stems begin

    def named(self, text: str) -> tuple[Entity, ...]:
        """Give the entities that have this name, whatever its case."""
        return tuple(self._named.get(_key(text), ()))

    def longer(self, words: tuple[str, ...], than: Sequence[Entity]) -> Iterator[tuple[str, ...]]:
        """Give the names, of entities other than these, that hold `words` and more."""
        for entity, name in self._holding(words[0][0].casefold()):
            if len(name) > len(words) and _holds(name, words) and entity not in than:
                yield name

    def _holding(self, letter: str) -> list[tuple[Entity, tuple[str, ...]]]:
        """Give the names of several words that hold a letter; a stem begins as its word does, so no other is cut up."""
        if letter not in self._with:
            self._with[letter] = [(entity, stems(name)) for entity, name, key in self._several if letter in key]
        return self._with[letter]


@lru_cache(maxsize=8)
def names_of(entities: tuple[Entity, ...]) -> Names:
    """Give the names of these entities; a brief asks for them with each of its topics."""
    return Names(entities)


def from_about(about: Sequence[str | Sequence[str]], entities: Sequence[Entity] = ()) -> Query:
    """Make a query of a list of terms: all of them are wanted; of a list within it, any.

    A term is a word or a phrase. One that names an entity (by its name or another, whatever the case) also matches the
    entity's other names. One that begins with `=` is literal: just these words as they stand, in any case.

    Raises QueryError, whose `query` is the term, for a term without a word and for what belongs into a Lucene query.
    """
    names = names_of(tuple(entities))
    parts = [
        plain_term(part, names) if isinstance(part, str) else join(Or, [plain_term(term, names) for term in part])
        for part in about
    ]
    return join(And, parts)


def join(operator: type[And] | type[Or], parts: Sequence[Query]) -> Query:
    """Join parts, and the parts of parts that are joined alike; one part is itself. Raises QueryError for none."""
    if not parts:
        raise QueryError("", 1, "nothing is asked for", "write at least one term")
    if len(parts) == 1:
        return parts[0]
    return operator(tuple(inner for part in parts for inner in (part.parts if isinstance(part, operator) else (part,))))


def negate(part: Query) -> Query:
    """Negate a part; what is negated twice is itself."""
    return part.part if isinstance(part, Not) else Not(part)


def plain_term(text: str, names: Names) -> Term:
    """Make a term of what stands in an `about` list. Raises QueryError for what belongs into a Lucene query."""
    if "*" in text:
        raise QueryError(text, text.index("*") + 1, "a term has no wildcards", 'write "query: Taiw*" for a prefix')
    for word in text.split():
        if word in _OPERATORS:
            right = "write a list of terms, or a query"
            raise QueryError(text, text.index(word) + 1, f"a term has no operators ({word})", right)
    literal = text.strip().startswith("=")
    return term(text.strip(), names, literal=literal)


def term(label: str, names: Names, *, literal: bool = False, slop: int = 0) -> Term:
    """Make a term of words, with its aliases unless it is literal or loose (`slop`).

    Only a term that names an entity has `unless` phrases: a word that names none is wanted wherever it stands. Raises
    QueryError when there is no word.
    """
    words = as_it_stands(label) if literal else stems(label)
    if not words:
        raise QueryError(label, 1, f"{label!r} holds no word to look for", "write a word")
    own = Phrase(words, slop, literal)
    entities = () if literal or slop else names.named(label)
    if not entities:
        return Term(label, (own,))
    others = (Phrase(stems(name)) for entity in entities for name in entity.names)
    phrases = tuple(phrase for phrase in dict.fromkeys((own, *others)) if phrase.words)
    longer = (Phrase(name) for phrase in phrases for name in names.longer(phrase.words, entities))
    return Term(label, phrases, tuple(phrase for phrase in dict.fromkeys(longer) if phrase not in phrases))


def bare(label: str) -> str:
    """Give the words of a term without the marks that may stand around them: `="North Korea"` is North Korea."""
    return " ".join(label.strip().removeprefix("=").strip(_QUOTES).split())


def _is_one_word(name: str) -> bool:
    """Say whether `name` is surely one word, which no other can stand inside: letters of a script with spaces."""
    return name.isalpha() and max(name) < "\u3005"


def _key(name: str) -> str:
    return bare(name).casefold()


def _holds(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(name[i : i + len(words)] == words for i in range(len(name) - len(words) + 1))
