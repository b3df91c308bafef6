"""Terms: what a user wrote, with the other names of what it names."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from briefgen.errors import QueryError
from briefgen.letters import folded
from briefgen.model.query import And, Entity, Not, Or, Phrase, Query, Term
from briefgen.query.article import as_it_stands
from briefgen.words import stems

_SPLIT_FROM, _SPLIT_TO = 3, 8
"""A Korean word of so many syllables may be written with a space in it: 핵무기, 핵 무기."""
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_PARTICLE = re.compile(
    "(?<=[\uac00-\ud7a3]{2})(?:에서는|에서도|으로는|에게서|이라는|에서|에는|에도|에게|으로|까지|부터|보다|처럼|이나|라는"
    "|[은는이가을를의에와과도로만])\\Z"
)
"""What stands behind a Korean name: the particles of case and topic."""
_FIRST_CYRILLIC = "\u0400"
_QUOTES = '"“”„‟«»「」『』＂〝〞〟'
_OPERATORS = frozenset({"AND", "OR", "NOT"})


class Names:
    """Every name of some entities, by how it is written; those of several words also by each of their letters."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self._named: dict[str, list[Entity]] = {}
        self._several: list[tuple[Entity, str, str]] = []
        self._with: dict[str, list[tuple[Entity, tuple[str, ...]]]] = {}
        for entity in entities:
            for name in entity.names:
                key = _key(name)
                _add(entity, self._named.setdefault(key, []))
                if not _is_one_word(name):
                    self._several.append((entity, name, key.replace("ё", "е")))  # as stems begin

    def named(self, text: str) -> tuple[Entity, ...]:
        """Give the entities that have this name, whatever its capitals, its Russian case or its Korean particle.

        A Russian name in another case is one only with its capital: other words have its stem too.
        """
        key = _key(text)
        found = self._named.get(key) or self._named.get(_PARTICLE.sub("", key))
        if not found and bare(text)[:1] >= _FIRST_CYRILLIC and not bare(text)[:1].islower():
            found = self._by_stems.get(stems(bare(text)))
        return tuple(found or ())

    @cached_property
    def _by_stems(self) -> dict[tuple[str, ...], list[Entity]]:
        """Give the entities by the stems of their names in other letters than Latin ones."""
        found: dict[tuple[str, ...], list[Entity]] = {}
        for entity in self._entities:
            for name in entity.names:
                if name[0] >= _FIRST_CYRILLIC:
                    _add(entity, found.setdefault(stems(name), []))
        return found

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
        _plain_term(part, names) if isinstance(part, str) else join(Or, [_plain_term(term, names) for term in part])
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


def _plain_term(text: str, names: Names) -> Term:
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
        more = () if literal or slop else tuple(Phrase(words) for words in _spaced(label))
        return Term(label, tuple(dict.fromkeys((own, *more))))
    others = (Phrase(stems(name)) for entity in entities for name in entity.names)
    spaced = (Phrase(words) for entity in entities for name in entity.names for words in _spaced(name))
    phrases = tuple(phrase for phrase in dict.fromkeys((own, *others, *spaced)) if phrase.words)
    longer = (Phrase(name) for phrase in phrases for name in names.longer(phrase.words, entities))
    return Term(label, phrases, tuple(phrase for phrase in dict.fromkeys(longer) if phrase not in phrases))


def bare(label: str) -> str:
    """Give the words of a term without the marks that may stand around them: `="North Korea"` is North Korea."""
    return " ".join(label.strip().removeprefix("=").strip(_QUOTES).split())


def _spaced(label: str) -> Iterator[tuple[str, ...]]:
    """Give the words of a Korean term with a space at another place, and without any."""
    whole = "".join(bare(label).split())
    if _HANGUL.fullmatch(whole) and _SPLIT_FROM <= len(whole) <= _SPLIT_TO:
        yield stems(whole)
        yield from ((*stems(whole[:i]), *stems(whole[i:])) for i in range(1, len(whole)))


def _add(entity: Entity, owners: list[Entity]) -> None:
    if entity not in owners:
        owners.append(entity)


def _is_one_word(name: str) -> bool:
    """Say whether `name` is surely one word, which no other can stand inside: letters of a script with spaces."""
    return name.isalpha() and max(name) < "\u3005"


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", folded(bare(name))).casefold()


def _holds(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(name[i : i + len(words)] == words for i in range(len(name) - len(words) + 1))
