"""Sentences that lean on the one before them, and how much must come along.

A sentence leans when it names by a pronoun, a demonstrative or a bare definite description ("Their leaders …", "these
claims", "The alliance …") what an earlier sentence introduced. The rules look at words only; what they miss is shown to
a person by `explain`, what they find too much costs a sentence of context.
"""

import re
from collections.abc import Iterable, Sequence

from briefgen.model.brief import MOST_SENTENCES
from briefgen.model.source import Passage


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What "this" and "that" may stand before and point back; "that" before another word may be the conjunction.
_POINTED = _words(
    """
    agreement alliance approach attack case claim decision deal document group issue island law meeting move pact
    plan policy process proposal question relationship report section situation statement strategy summit threat
    treaty view visit warning
    """
)
# Things that there is one of, and words that point on to what the sentence itself says or only order it.
_UNIQUE = _words(
    """
    world sun moon earth sky sea weather climate public people past future truth media internet web press economy
    international global same first last best worst most more only top rich poor elderly young unemployed question
    answer fact idea reason problem point following early late coming end meantime moment contrary hand run term
    way next
    """
)
# "The pact between Hanoi and Manila" says which; "The pact has" does not. Some words do so after a noun only, others
# stand after a verb as well ("The pact warns against").
_AFTER_NOUN = _words("of between among who which whose where signed reached named called known")
_SAYS_WHICH = _AFTER_NOUN | _words("with that to for against in on at from over about")
# Where the noun has ended.
_VERB = _words(
    """
    is are was were be been has have had does did will would can could may might must should shall also said says
    added not never now then still again later already only just once
    """
)

_LEAD_QUOTES = "“\"'‘«„「『(["

_PRONOUN = re.compile(
    r"(?:This\b(?!\s+(?:year|month|week|summer|autumn|fall|winter|spring|time)\b)|He|She|They|These|Those|Such|"
    r"His|Her|Hers|Its|Their|Theirs|Both|Neither|Another|Others|"
    r"Some of (?:them|these|those)|Each of (?:them|these|those)|Most of (?:them|these|those)|That)\b"
)
_IT = re.compile(
    r"It\b(?!\s+(?:is|was|has been|remains|would be|will be)\s+(?:\w+\s+){1,3}?(?:that|to|for|if|whether)\b)"
)
_ANSWER = re.compile(
    r"(?:Specifically|In response|As a result|For example|For instance|Instead|Likewise|Similarly|Therefore|Thus|"
    r"Consequently|Accordingly|In turn|In contrast|By contrast|In doing so|In particular|To this end|To that end|"
    r"If so|Even so|Hence|Asked (?:about|whether|if)|Citing)\b(?=,)"
)
# "In response to these developments": a demonstrative leans wherever it stands.
_POINTING = re.compile(
    r"(?<!first )(?<!any )(?<!no )(?<!other )(?<!every )(?<!as )\b(?:these|those|such)\b"
    r"(?!\s+(?:who|days|as|that|which|of|in|with|from|involved)\b)",
    re.IGNORECASE,
)
_THIS = re.compile(r"\b(?:this|that)\s+(?P<noun>[a-z]+)\b")
# "the two nations" points back unless its own sentence has named two before it.
_PAIR = re.compile(
    r"\b(?:(?:the|both|all) (?:two|three|four) (?:countries|nations|states|sides|leaders|neighbou?rs)"
    r"|each (?:country|nation|state|side|leader|party))\b",
    re.IGNORECASE,
)
# "denied the allegation": which, the sentence before tells, unless its own tells of a claim first.
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|disput|refut|rebut)[a-z]{0,4})\s(?:all\s)?the\s(?:[a-z]{1,15}\s)?"
    r"(?:accusation|allegation|assertion|claim|charge|report|suggestion)s?\b"
    r"(?!\s(?:that|of|by|from|against|about|made|in|which)\b)"
)
_CLAIMED = re.compile(r"\b(?:accus|alleg|assert|claim|charg|report|said|says?|suggest)", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][a-z]+(?:\s+[A-Z][a-z]+)*")
_DEFINITE = re.compile(
    r"(?:(?:In|At|On|During|Under|After|Before|Following|With|By|For|Since|From|According to|As for|Of|When|While)\s)?"
    r"[Tt]he(?P<words>(?:\s[a-z][a-z’'-]{0,30}){1,4})(?P<name>\s[A-Z])?"
)

_OTHER_SCRIPTS = re.compile(
    r"(?:この|その|これ|それ|こうした|そうした|同(?=[\u4e00-\u9fff])|両(?:国|者|首脳|政府)|彼(?:は|の|ら)|"
    r"这(?:一|些|个|种|项)?|該|该|此(?:举|外)?|他(?:们|还|表示|说)|她|它|双方|两国|雙方|兩國|"
    r"이(?:는|에|와|러한|같은|번)|그(?:는|의|러나|들은)|양(?:국|측)|"
    r"(?:Он|Она|Оно|Они|Это|Эти|Этот|Эта|Его|Её|Ее|Их|Такой|Такие|Такая|Обе|Оба|При этом|Поэтому)\b)"
)


def leans(sentence: str) -> str:
    """Give the words by which `sentence` leans on the one before it; empty if it stands alone."""
    start = sentence.lstrip(_LEAD_QUOTES)
    for pattern in (_PRONOUN, _IT, _ANSWER, _OTHER_SCRIPTS):
        if found := pattern.match(start):
            return found.group()
    return _definite(start) or _pointing(sentence)


def _definite(start: str) -> str:
    """Give a definite description at the start that does not say which: "The current document"."""
    found = _DEFINITE.match(start)
    words = found["words"].split() if found else []
    noun = _noun(words)
    following = words[len(noun)] if len(noun) < len(words) else ""
    if not found or not noun or following in _SAYS_WHICH or not _UNIQUE.isdisjoint(noun):
        return ""
    if not following and found["name"]:
        return ""  # "The upcoming Diplomatic Bluebook" is named
    return start[: found.start("words")] + " " + " ".join(noun)


def _noun(words: Sequence[str]) -> list[str]:
    """Give the words up to where the noun ends: at a verb, or at a word that says which."""
    noun: list[str] = []
    for word, after in zip(words, (*words[1:], ""), strict=False):
        if word in _VERB or word in _SAYS_WHICH:
            break
        # A word on "s" or "ed" is the verb ("The draft warns against"), unless only a noun can stand before the next.
        if noun and word.endswith(("ed", "s")) and not word.endswith("ss") and after not in _AFTER_NOUN:
            break
        noun.append(word)
    return noun


def _pointing(sentence: str) -> str:
    """Give words that point out of their sentence: a demonstrative, or the claim that is denied."""
    if found := _POINTING.search(sentence):
        return found.group()
    for found in _THIS.finditer(sentence):
        if found["noun"] in _POINTED:
            return found.group()
    if (found := _DENIED.search(sentence)) and not _CLAIMED.search(sentence, 0, found.start()):
        return found.group()
    found = _PAIR.search(sentence)
    return found.group() if found and len(_NAME.findall(sentence[: found.start()])) < 2 else ""


_QUOTES = {"“": "”", "«": "»", "「": "」", "『": "』"}
_LOW = "„"


def _open_quote(words: str) -> str:
    """Give a quotation mark that opens in `words` and does not close; empty if there is none."""
    for opening, closing in _pairs(words):
        if words.count(opening) > words.count(closing):
            return opening
    return '"' if words.count('"') % 2 else ""


def _closed_quote(words: str) -> str:
    """Give a quotation mark that closes in `words` and was opened before; empty if there is none."""
    for opening, closing in _pairs(words):
        if words.count(closing) > words.count(opening):
            return closing
    return '"' if words.count('"') % 2 else ""


def _pairs(words: str) -> Iterable[tuple[str, str]]:
    """Give the marks that open and close a quotation; beside a low one the high one closes."""
    return ((_LOW, "“"),) if _LOW in words else _QUOTES.items()


def repair(passages: Sequence[Passage], index: int, text: str) -> tuple[int, int, str]:
    """Give the first and last sentence that let the one at `index` stand alone, and by what it still leans, if at all.

    Sentences before it come along, across a paragraph if need be, while the first of them leans or stands inside a
    quotation; those after it, while a quotation is open. At most as many as an excerpt may have, in one unbroken run of
    body text.
    """
    first = last = index
    while lean := _lean(passages, first, last, text):
        if last - first + 1 == MOST_SENTENCES:
            break
        if _opens(passages, first, last, text) and last + 1 < len(passages) and passages[last + 1].follows:
            last += 1
        elif passages[first].follows:
            first -= 1
        else:
            break
    return first, last, lean


def _lean(passages: Sequence[Passage], first: int, last: int, text: str) -> str:
    whole = text[passages[first].span.start : passages[last].span.end]
    # The first sentence of an article has only its headline before it, which its citation gives.
    before = leans(passages[first].span.of(text)) if first else ""
    return before or _closed_quote(whole) or _open_quote(whole)


def _opens(passages: Sequence[Passage], first: int, last: int, text: str) -> bool:
    """Say whether the run ends inside a quotation: a mark that opens stands before a word, not after one."""
    whole = text[passages[first].span.start : passages[last].span.end]
    mark = _open_quote(whole)
    if mark != '"':
        return bool(mark)
    at = whole.rindex(mark)
    return at == 0 or whole[at - 1] in " (\n—–-“‘["
