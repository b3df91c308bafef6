"""Where stories come from: documents that tell one story from one origin, and what shows that they do."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Trace:
    """What of a document shows where its story comes from.

    `minhash` is the signature of its body, empty for one too short to be told from others; `words` counts the words of
    the body. `carried` are the news agencies whose words it prints, `cited` those whose reports it says it rests on.
    """

    minhash: bytes = b""
    words: int = 0
    carried: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()


class Kinship(StrEnum):
    """What a document is to the best member of its family."""

    BEST = "best"
    COPY = "copy"
    RETELLING = "re-telling"
    VERSION = "earlier version"


@dataclass(frozen=True, slots=True)
class Member:
    """A document of a family."""

    document: str
    kinship: Kinship


@dataclass(frozen=True, slots=True)
class Family:
    """Documents that tell one story from one origin: the one to quote first, then by how well each would serve.

    Earlier versions come last: what was revised is not quoted. `agencies` are the news agencies whose words they print.
    """

    members: tuple[Member, ...]
    agencies: tuple[str, ...] = ()

    @property
    def best(self) -> str:
        """The document to quote."""
        return self.members[0].document

    @property
    def quotable(self) -> tuple[str, ...]:
        """The documents that may be quoted, the best first."""
        return tuple(each.document for each in self.members if each.kinship is not Kinship.VERSION)
