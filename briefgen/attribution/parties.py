"""Whether a speaker speaks for a party: a state, a body or a person that a topic names."""

import re
from collections.abc import Sequence

from briefgen.model.query import Phrase, Term
from briefgen.words import Token, tokens

_PARTY = "\ufffc"
_POSSESSIVE = r"(?:['’]s?)?"
_OFFICE = (
    r"(?:government|cabinet|administration|authorities|leadership|ministry|ministries|minister|ministers|embassy|"
    r"consulate|mission|delegation|president|premier|chancellor|king|queen|emperor|pope|leader|leaders|secretary|"
    r"secretary[ -]general|ambassador|envoy|diplomat|diplomats|negotiator|negotiators|official|officials|spokesman|"
    r"spokeswoman|spokesperson|spokespeople|military|army|navy|air force|coast guard|commander|chief of staff|"
    r"chiefs of staff|chairman|chairwoman|foreign office|state department|state council|chief executive)"
)
"""What speaks for a party if the party's name stands before it."""
_KIND = (
    r"(?:acting|affairs|army|chief|commission|council|defen[cs]e|deputy|diplomatic|economic|economy|finance|first|"
    r"foreign|general|government|high-ranking|interior|intelligence|international|justice|liaison|military|ministry|national|naval|"
    r"navy|permanent|press|presidential|prime|relations|security|senior|special|state|top|trade|unification|"
    r"unnamed|vice|and|of|for|the|&|eu|nato|u\.?n\.?|[\w-]{1,30}(?= minist))"
)
"""What may stand between a party and the office: nothing by which somebody else speaks ("state media", "police")."""
_KINDS, _TITLE = rf"(?>{_KIND} )*", rf"(?: (?>(?:{_OFFICE}|{_KIND})(?= )))*?"
"""Words of either kind in a row. Some stand in both tables ("army"): atomic groups, so that a long row of them is not
tried in every mixture of the two."""
_BEFORE = r"(?:(?:a|an|one|two|some|several|the|another|other|senior|top|unnamed|both) )*"
_HOLDER = r"(?: (?:(?-i:[A-Z(])|(?:in|of|to|for|at|on|from|and)\b).*)?"
"""Who holds an office, and where: no more nouns ("government notices")."""
_OFFICE_OF_IT = rf"{_POSSESSIVE} {_KINDS}{_OFFICE}\b(?:['’]s? {_KINDS}{_OFFICE}\b)?{_HOLDER}"
_ELSEWHERE = (
    r"(?:政府|外務省|外交部|外务部|国防部|国防省|防衛省|外相|首相|総理|大統領|总统|總統|主席|総書記|总书记|报道官|報道官|"
    r"发言人|發言人|大使|정부|외교부|외무성|국방부|대통령|총리|대변인|대사)"
)
"""Offices in Japanese, Chinese and Korean, which stand behind the party's name."""
_RUSSIAN = (
    r"(?:МИД|минист(?:р|ерство) (?:иностранных дел|обороны)|президент|правительство|премьер-министр|посольство|посол|"
    r"пресс-секретарь|(?:официальный )?представитель|глава МИД)"
)
_SPEAKS = re.compile(
    rf"(?:the )?{_PARTY}"
    rf"|{_BEFORE}{_PARTY}{_OFFICE_OF_IT}"
    rf"|{_BEFORE}{_KINDS}{_OFFICE}{_TITLE} (?:of|for|from) (?:the )?"
    rf"{_PARTY}(?:{_OFFICE_OF_IT})?"
    rf"|{_BEFORE}{_KINDS}(?:officials?|authorities|leaders) in {_PARTY}"
    rf"|{_PARTY}[の的]?{_ELSEWHERE}.*|{_PARTY} {_ELSEWHERE}.*"
    rf"|(?:{_RUSSIAN} ){{1,3}}{_PARTY}(?: .*)?",
    re.IGNORECASE,
)
_NO_MORE = r"(?:former|formerly|ex|retired|exiled|fugitive|ousted|deposed|onetime|one-time)"
_NOT_OF_IT = re.compile(
    rf"\A(?:the )?(?:eu|nato|u\.?n\.?|united nations) ambassador\b|\b(?:{_NO_MORE}|late|then|would-be|opposition|"
    r"dissident|rebel|separatist|defected|media|press agency|news|newspaper|daily|tabloid|television|broadcaster)\b",
    re.IGNORECASE,
)
"""Envoys to a body, who held the office once, who is against it, and papers: theirs are not the party's own words."""
_LONGEST = 300
"""Characters of a speaker that are looked at."""


def stands_for(speaker: str, party: Term) -> bool:
    """Say whether a speaker, as a text calls him with what it says of him, speaks for a party.

    He does under the party's own name or its capital's ("Moscow"), as an office of it ("a Chinese foreign ministry
    spokesman", "Elling's envoy", "a spokesman for the Elling government"), in apposition too ("Ada Quill, the Elling
    foreign minister"). Who held the office once, works for a firm or a paper of that name, or is its people ("Elling
    experts") does not; in doubt nobody does.
    """
    if _NOT_OF_IT.search(speaker):
        return False
    return any(_SPEAKS.fullmatch(_veiled(" ".join(piece.split()), party)) for piece in speaker[:_LONGEST].split(","))


def is_former(text: str, name: str) -> bool:
    """Say whether a text calls somebody a former holder of an office, anywhere: "ousted Elling mayor Ada Quill"."""
    if not name:
        return False
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    between = r"(?:(?!(?:to|of|by|with|and|for|on)\b)[\w’'-]{1,30} ){0,5}"
    return bool(re.search(rf"\b{_NO_MORE}[ -]{between}{last}\b", text, re.IGNORECASE))


def _veiled(words: str, party: Term) -> str:
    """Give words with a stand-in for the first name of the party in them; as they are where there is none."""
    held = tuple(tokens(words))
    stems = [token.stem for token in held]
    hidden = [place for phrase in party.unless for place in _places(phrase, words, held, stems)]
    found = [
        (start, end)
        for phrase in party.phrases
        for start, end in _places(phrase, words, held, stems)
        if not any(first <= start and end <= last for first, last in hidden)
    ]
    if not found:
        return words
    start, end = min(found, key=lambda span: (span[0], -span[1]))
    return words[: held[start].start] + _PARTY + words[held[end - 1].end :]


def _places(phrase: Phrase, words: str, held: Sequence[Token], stems: Sequence[str]) -> list[tuple[int, int]]:
    """Give where a phrase stands among the tokens of some words: the index of its first, and that behind its last."""
    wanted, size = list(phrase.words), len(phrase.words)
    if phrase.literal:
        stems = [words[token.start : token.end].lower() for token in held]
    return [(at, at + size) for at in range(len(stems) - size + 1) if list(stems[at : at + size]) == wanted]
