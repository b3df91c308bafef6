"""What a topic asks for: one small tree, whether it was written as `about` or in Lucene syntax.

A query is matched against a whole article, its title and its body: AND wants every part somewhere in it, NOT excludes
an article that holds its part anywhere. Which sentences of a matching article are quoted is the ranking's business.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand in this order, at most `slop` words between the first and the last beyond their own.

    `words` are stems as `briefgen.words.tokens` gives them; with `literal`, lower-cased words as they stand.
    """

    words: tuple[str, ...]
    slop: int = 0
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One facet: any of its phrases. `label` is the term as the user wrote it; the rest are aliases of the entity.

    A phrase that stands inside one of the `unless` phrases does not count: these are longer names of other entities
    ("Republic of Korea" in "Democratic People's Republic of Korea").
    """

    label: str
    phrases: tuple[Phrase, ...]
    unless: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so (lower-cased, as it stands)."""

    letters: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the work (`publisher`, which is the agency too, or `author`) that holds these words, in any case."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Dates:
    """Published between these days, both included; None is open. An undated work never matches."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Not this part, anywhere in the article."""

    part: "Query"


Query = Term | Prefix | Field | Dates | And | Or | Not


@dataclass(frozen=True, slots=True)
class Office:
    """An office held from `start` to `end`, both included; None is open."""

    title: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with other names; a person may have held offices."""

    name: str
    also: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all others."""
        return (self.name, *self.also)
