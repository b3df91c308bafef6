"""A question in plain words, as the terms that it asks for."""

from collections.abc import Iterator, Sequence
from functools import cache

from briefgen.model.query import Entity, Or, Phrase, Term
from briefgen.query.terms import Names, names_of, term
from briefgen.tables import rows
from briefgen.words import Token, is_stop, stems, tokens

LONGEST = 8
"""Words of a name at most."""


def from_question(question: str, entities: Sequence[Entity] = ()) -> tuple[Term, ...]:
    """Give what a question asks for, each thing once, in its order: the names in it, and the other words of meaning.

    A name of one of `entities` is one term with the entity's other names, the longest name first. A word also stands
    for the words that mean nearly the same (`synonyms.txt`), and the name of a country for its people.
    """
    names = names_of(tuple(entities))
    found: dict[tuple[Phrase, ...], Term] = {}
    for each in _terms(question, names):
        found.setdefault(each.phrases, each)
    return tuple(found.values())


def any_of(terms: Sequence[Term]) -> Or:
    """Make the query of a topic that has a question alone: any of its words."""
    return Or(tuple(terms))


def _terms(question: str, names: Names) -> Iterator[Term]:
    words = tuple(tokens(question))
    at = 0
    while at < len(words):
        length = _name_at(question, words, at, names)
        if length:
            yield term(question[words[at].start : words[at + length - 1].end], names)
        elif not is_stop(words[at].stem):
            yield _word(question[words[at].start : words[at].end], words[at].stem)
        at += length or 1


def _name_at(question: str, words: Sequence[Token], at: int, names: Names) -> int:
    """Give how many words of the question, from `at` on, are a name."""
    for end in range(min(len(words), at + LONGEST), at, -1):
        if names.named(question[words[at].start : words[end - 1].end]):
            return end - at
    return 0


def _word(label: str, stem: str) -> Term:
    others = dict.fromkeys((stem,), None) | dict.fromkeys(_people(stem))
    phrases = [Phrase((each,)) for each in others]
    phrases += [phrase for phrase in _synonyms().get(stem, ()) if phrase not in phrases]
    return Term(label, tuple(phrases))


def _people(stem: str) -> tuple[str, ...]:
    """Give the people of a land, or the land of a people, where it is made by -n: Algeria, Algerian."""
    if stem.endswith("an") and len(stem) > 5:
        return (stem[:-1],)
    return (stem + "n",) if stem.endswith("a") and len(stem) > 3 and stem.isascii() else ()


@cache
def _synonyms() -> dict[str, tuple[Phrase, ...]]:
    """Give for each stem of the table what means nearly the same."""
    found: dict[str, dict[Phrase, None]] = {}
    for row in rows("briefgen.query", "synonyms.txt"):
        group = dict.fromkeys(Phrase(stems(each)) for each in row.split(","))
        for phrase in group:
            if len(phrase.words) == 1:
                found.setdefault(phrase.words[0], {}).update(group)
    return {stem: tuple(phrases) for stem, phrases in found.items()}
