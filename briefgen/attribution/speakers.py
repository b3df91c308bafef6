"""Who a speaker is, by the name that an article gives him anywhere before."""

import re
from collections.abc import Iterator, Sequence

from briefgen.attribution.naming import acting, is_name, without_lead
from briefgen.model.attribution import Attributed
from briefgen.model.place import Span

_TITLES = (
    "President|Prime|Vice|Deputy|Foreign|Defense|Defence|Finance|Interior|Minister|Premier|Chancellor|Secretary|General|"
    "Senator|Sen|Representative|Rep|Governor|Gov|Mayor|Ambassador|King|Queen|Emperor|Pope|Admiral|Adm|Gen|Lt|Col|Capt|"
    "Maj|Mr|Mrs|Ms|Dr|Sir|Professor|Prof|Judge|Justice|Chairman|Chairwoman|Speaker|Director|Spokesman|Spokeswoman|"
    "Spokesperson|Commissioner|Commander"
)
_PART = r"(?<![\w.])[A-Z][\w’'-]{0,40}"
_SHORT = rf"(?<![\w.])(?:{_TITLES}|Amb|Brig|Rev|St|Jr|[A-Z])\."
"""What may have a full stop within a name; any other word ends a sentence with it."""
_NAME = re.compile(rf"(?:(?:{_SHORT}|{_PART}) ){{1,6}}(?:(?:van|von|de|der|bin|al|el|le|la) ){{0,2}}{_PART}")
"""Words in capitals that stand together, with the small words that are part of a name."""
_TITLED = re.compile(rf"\b(?:{_TITLES})\b\.? ?")
_PERSONAL = re.compile(r"(?:he|she)\Z", re.IGNORECASE)
_UNNAMED = re.compile(
    r"(?:it|they|we|i|you|who|whom|whose|which|that|this|these|those|one|others?|some|many|most|both|all|what|here|no|"
    r"none|nobody|neither|few|nothing)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"the (?:[a-z]+ )?((?:prime|foreign|defen[cs]e) minister|(?:vice )?president|premier|chancellor|ambassador|"
    r"secretary[ -]general)\Z",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:ambassador|envoy|representative|delegate|negotiator|consul|minister|secretary|president|"
    r"premier|chancellor|governor|mayor|head|leader) (?:to|of|in|for|at) (?:the )?(?:[a-z]+ of (?:the )?)?\Z",
    re.IGNORECASE,
)
_BODY = re.compile(r"(?:the )?(?:press )?(?:service|office|website|team|lawyers?|family) (?:of|for)\b", re.IGNORECASE)
"""What is nobody's own name: in "the press service of the mayor, Ada Quill" she is the mayor."""
_BEFORE = 40
"""Characters before a name in which its bearer's post stands."""
_WHEN = re.compile(
    r" (?:today|yesterday|tonight|earlier|later|(?:last|this) (?:week|month|year|night|morning|afternoon|evening))\Z"
)
_ON_DAY = re.compile(r"(?<!ed) on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z")
"""When somebody speaks, but for what was "released on Monday"; with more behind it, a name only leads to who speaks."""
_UNFINISHED = re.compile(r"(?: (?:this|that|these|those|it|them|him|her|a|an|the)|[’']s)\Z")
"""What no name ends with: more is said there than who speaks ("Ada Quill shares this", "Elling’s")."""
_OWNED = re.compile(r"(?:his|her|its|their|our|my|your) ", re.IGNORECASE)
_SMALL = frozenset({"The", "A", "An", "One", "Some", "Several", "Many", "Both", "Two", "Three", "Analysts", "Critics"})
_LONGEST = 14
"""Words of a speaker's name in a line under an excerpt; who has more is named by the article alone."""
_REACH = 700
"""Characters between a pronoun and whom it stands for."""
WRITTEN = (
    r"(?:report|statement|white paper|paper|draft|bluebook|communiqu[eé]|letter|memo|memorandum|strategy|declaration|"
    r"resolution|document|treaty)"
)
"""What can speak, and may be a draft."""
_IS_WRITTEN = re.compile(rf"\b{WRITTEN}\b", re.IGNORECASE)
_OF_THAT_DAY = re.compile(r"(?<=^the )(?:latest|newest|new|recent|current|upcoming|forthcoming) ", re.IGNORECASE)
"""What a document was on the day of the article, and is no more on that of the brief."""
_THE = re.compile(rf"the (?:annual |new |latest )?({WRITTEN})\Z", re.IGNORECASE)


def named(text: str, found: Attributed, attributed: Sequence[Attributed]) -> str:
    """Give the name of who says something: as it stands, or as the article gave it before; empty if it gives none.

    "he" is who spoke last, if nobody else is named in between; a surname gets its first name, "the prime minister" the
    name of the one who has that title, and "the report" the words by which one report was introduced.
    """
    words = head(found.source.of(text)) if found.source else ""
    if not words or not found.source:
        return ""
    if _PERSONAL.match(words):
        return _antecedent(text, found.source, attributed)
    if introduced := introduction(text, words, found.source.start):
        return owned(introduced[1])
    if _UNNAMED.match(words):
        return ""
    if role := _ROLE.match(words):
        return _holder(text, role[1], found.source.start) or words
    return owned(_full(text, words, found.source.start))


def head(source: str) -> str:
    """Give who is named, without what is said of him: Ada Quill of "Ada Quill, the mayor", "the mayor, Ada Quill"."""
    words = " ".join(source.partition("(")[0].split())
    role, _, apposed = words.partition(", ")
    first = role.partition(" who ")[0].strip(" ,;—–-")
    name = apposed.partition(", ")[0].strip(" ,")
    if first and first.split()[-1].islower() and _NAME.fullmatch(name) and not _BODY.match(first):
        first = name
    first = _WHEN.sub("", first)
    if _UNFINISHED.search(first) or (apposed and _ON_DAY.search(first)):
        return ""
    first = _ON_DAY.sub("", first)
    return _lowered(first) if 0 < len(first.split()) <= _LONGEST and is_name(first) else ""


def _lowered(words: str) -> str:
    first, space, rest = words.partition(" ")
    return first.lower() + space + rest if first in _SMALL or _OWNED.match(first + " ") else words


def owned(words: str) -> str:
    """Give a speaker by a name that a reader of one sentence understands: "its latest report" is the report.

    Empty for somebody's person ("his spokesman"): whose, only the article tells.
    """
    pronoun = _OWNED.match(words)
    if not _IS_WRITTEN.search(words):
        return "" if pronoun else words
    named = "the " + words[pronoun.end() :] if pronoun else words
    return _OF_THAT_DAY.sub("", named)


def introduction(text: str, words: str, before: int) -> re.Match[str] | None:
    """Find how a text calls a document before it is only "the report"; None if there is no such, or more than one."""
    if not (found := _THE.match(words)):
        return None
    owner = rf"(?:[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|{_PART}[’']s)"
    between = r"(?:(?!(?:of|the|in|on|and|that|to|for) )[\w’'-]{1,30} ){1,6}?"
    fuller = re.compile(rf"\b({owner} {between}{found[1]})\b(?!-)")
    held = {each[1]: each for each in reversed([*fuller.finditer(text, 0, before)])}
    return next(iter(held.values())) if len(held) == 1 else None


def _full(text: str, words: str, before: int) -> str:
    """Give a surname's full name, if it stands earlier in the text and is one person's."""
    bare = _TITLED.sub("", words)
    if not re.fullmatch(_PART, bare) or bare.isupper():
        return words
    found = [name for name in _names(text, before) if name.endswith(f" {bare}") and " " in _TITLED.sub("", name)]
    return found[0] if len({tuple(_TITLED.sub("", name).split()[-2:]) for name in found}) == 1 else words


def _names(text: str, before: int) -> Iterator[str]:
    return filter(None, (without_lead(_without_post(text, found)) for found in _NAME.finditer(text, 0, before)))


def _without_post(text: str, found: re.Match[str]) -> str:
    """Give the name in words with capitals, without what its bearer is sent to: "ambassador to Elling Ada Quill"."""
    parts = found.group().split()
    is_post = len(parts) > 2 and _POST.search(text, max(0, found.start() - _BEFORE), found.start())
    return " ".join(parts[-2:]) if is_post else found.group()


def _holder(text: str, role: str, before: int) -> str:
    """Give the one person whom a text calls by a title, before the title stands alone; empty if there are two."""
    titled = re.compile(rf"\b{re.escape(role)}\b (.+)", re.IGNORECASE)
    held = [found[1] for name in _names(text, before) if (found := titled.search(name))]
    return held[0] if len({name.split()[-1] for name in held}) == 1 else ""


def _antecedent(text: str, pronoun: Span, attributed: Sequence[Attributed]) -> str:
    """Give the person who spoke last before a pronoun, if nobody else whom the article names is named in between."""
    earlier = [each for each in attributed if each.source and each.cue.end <= pronoun.start]
    for each in reversed(earlier):
        source = each.source
        if source is None or pronoun.start - source.end > _REACH:
            return ""
        words = head(source.of(text))
        if not words:  # who speaks is described at such length that he has no name
            return ""
        if _PERSONAL.match(words) or _UNNAMED.match(words):
            continue
        name = _full(text, words, source.start)
        between = text[source.end : pronoun.start]
        others = {*_persons(text, pronoun.start, earlier), *acting(between)} - {name.split()[-1]}
        return name if _is_person(name) and others.isdisjoint(re.findall(r"\w+", between)) else ""
    return ""


def _persons(text: str, before: int, attributed: Sequence[Attributed]) -> Iterator[str]:
    """Give the last names of those who have a title or speak, before a place in a text."""
    speaking = (head(each.source.of(text)) for each in attributed if each.source)
    for name in (*(each for each in _names(text, before) if _TITLED.search(each)), *filter(_is_person, speaking)):
        yield name.split()[-1]


def _is_person(name: str) -> bool:
    """Say whether a name can be a person's: words in capitals, or a title and a word."""
    return bool(_NAME.fullmatch(name))
