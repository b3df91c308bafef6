"""What a reader must be told of an excerpt: relative dates, offices that have ended, figures without a source."""

import re
from collections.abc import Sequence
from datetime import date

from briefgen.model.query import Entity, Office
from briefgen.model.source import Published

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_UNIT = r"(?:day|night|morning|week|weekend|month|quarter|year|spring|summer|autumn|fall|winter|decade)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_GAP = r"\s{0,8}"
# The year that dates a month stands after it, or after the end of a span: "March 2 to March 5, 2024".
_UNTIL_YEAR = (
    rf"(?:,?\s{_GAP}{_DAY}\b)?"
    rf"(?:(?:,?\s(?:to|and|or|through|until)\s(?:early |late |mid-)?|\s?[–—-]\s?)"
    rf"(?:{_DAY}\s)?(?:{_MONTH}|{_DAY})\b(?:\s{_DAY}\b)?)?"
    r",?\s{1,9}\d{4}\b"
)
_RELATIVE = re.compile(
    rf"\b(?:(?:on|last|next|this|late|early)\s+)?{_WEEKDAY}\b(?!,?\s+{_MONTH})(?!,?\s+\d{{1,2}}\s+{_MONTH})"
    r"|\b(?:yesterday|tomorrow|today|tonight)\b"
    rf"|\b(?:last|next|this|the (?:past|previous|following|coming))\s+{_UNIT}\b"
    rf"|\b(?:later|earlier)\s+this\s+{_UNIT}\b"
    rf"|\b(?:\d+|an?|half an?|one|two|three|four|five|six|several|a few)\s+{_UNIT}s?\s+(?:ago|earlier|later)\b"
    rf"(?!,?\s+(?:on|in)\s+(?:\d{{1,2}}\s+)?{_MONTH}\s+(?:\d{{1,2}},\s+)?\d{{4}})"
    rf"|\bat the (?:end|start|beginning) of (?:this|the|next|last) {_UNIT}\b"
    # A month without its year, before or after it: "in June", "on June 5", "5 June".
    rf"|\b(?:in|on|since|until|by|from|between|of|last|next|this|early|late|mid-?|through)\s{_GAP}"
    r"(?:early |late |mid-)?"
    rf"(?:{_DAY}\s{_GAP})?{_MONTH}\b(?!{_UNTIL_YEAR})(?:\s{_DAY}\b)?",
    re.IGNORECASE,
)
_RELATIVE_ELSEWHERE = re.compile(
    r"昨日|今日|明日|先週|今週|来週|先月|今月|来月|昨年|今年|来年|去年|昨天|今天|明天|上周|本周|下周|上月|本月|下月|明年"
    r"|어제|오늘|내일|지난주|이번 주|지난달|이달|작년|올해|내년"
    r"|\b(?:вчера|сегодня|завтра|на прошлой неделе|в прошлом году|в этом году|в понедельник|во вторник|в среду"
    r"|в четверг|в пятницу|в субботу|в воскресенье)\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"\bmay\b")


def relative_dates(words: str) -> tuple[str, ...]:
    """Give the dates in `words` that mean something only on the day they were written ("Tuesday", "in June")."""
    found = [match.group() for match in _RELATIVE.finditer(words) if not _MAY.search(match.group())]
    found += [match.group() for match in _RELATIVE_ELSEWHERE.finditer(words)]
    return tuple(dict.fromkeys(found))


# What is set by law or bargain ("a 25 percent tariff") or counted at the ballot box is no finding that needs a source.
_SET = r"(?![\s-]+(?:tariffs?|tax(?:es)?|stakes?|surcharge|dut(?:y|ies)|levy|of (?:the )?votes?)\b)"
_MANY = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_STATISTIC = re.compile(
    rf"\b(?:\d{{1,9}}(?:[.,]\d{{1,9}})?|[a-z]{{2,9}}(?:-[a-z]{{3,5}})?)[\s-]?(?:[%％]|percent\b|per cent\b){_SET}"
    r"|\bpercentage points?\b|\d\s?[％割]|퍼센트"
    rf"|\b{_MANY} (?:in|out of)(?: every)? (?:two|three|four|five|six|ten|twenty|[3-9]|10|20|100|1,000)\b(?![,.]?\d)"
    r"|\b(?:one|two|three|four|a)[\s-](?:third|quarter|fifth)s? of\b(?! a century\b)"
    r"|\b(?:polls?|surveys?(?! (?:ship|vessel|the\b))|opinion research|polling(?! (?:station|place|booth|card|day)))\b"
    r"|世論調査|여론조사|民调|\bопрос(?:а|у|е|ы|ов|ом|ам|ах|ами)?\b",
    re.IGNORECASE,
)
# Elections, and surveys of the ground: they count nobody's views.
_VOTE = re.compile(
    r"\b(?:to|at) the polls\b|\b(?:snap|independence) polls?\b"
    r"|\b(?:hold|holding|holds|held) (?:[a-z-]{1,15} ){0,2}polls?\b"
    r"|\bpolls (?:(?:have|had|will|are|were|due|to) ){0,3}(?:re)?(?:open|clos)(?:e|es|ed|s|ing)?\b"
    r"|\b(?:joint|aerial|seismic|geological) surveys?"
    r"(?: of the (?:\w{1,15} )?(?:islands?|seabed|coast|waters?))?\b(?! of)",
    re.IGNORECASE,
)
# Words that name nobody, though they may open a sentence with a capital or stand after "the".
_NOBODY = (
    r"(?:surveys?|polls?|polling|stud(?:y|ies)|figures?|numbers?|data|statistics|estimates?|results?|sources?|media|"
    r"reports|research(?! report)|(?!Reuters\b)(?:\w{1,15}-)?\w{2,20}(?:ists|ysts|ers|ors|ans|ials|ents|ants|"
    r"ics|erts|dits)|"
    r"(?:recent|latest|new|local|independent|public|general|online|opinion|exit|previous|early|first|final|another|one|"
    r"two|national|only|just|about|around|nearly|almost|over)(?!\s(?-i:[A-Z]))|"
    r"people|women|men|some|many|most|others?|several|few|all|half|they|we|you|these|those|this|that|who|which|"
    r"there|none|nobody|everyone|percent|cent|when|what|if|but|and|as|in|on|at|for|of|the|an?)"
)
# Inside a sentence a capital is a name's; at its start it may be any word's.
_NAME = rf"(?=[A-Z])(?!{_MONTH}\b|{_WEEKDAY}\b)(?:(?<=[a-z,] )|(?!(?i:{_NOBODY})\b))[A-Z][\w’'.&/-]{{1,40}}"
# "the central bank", "the firm's own survey": a definite body has been named before, and its naming comes along.
_BODY = rf"(?i:the|its)(?:\s(?!{_NOBODY}\b)[a-z][a-z’'-]{{1,30}}){{1,4}}"
_NAMED = rf"(?:(?:[a-z][\w’'-]{{0,30}}|\d{{4}})\s){{0,5}}{_NAME}"
_SAYING = (
    r"(?:said|says|say|reported|reports|found|finds|showed|shows?|stated|states|estimates?d?|announced|predict(?:s|ed)|"
    r"forecasts?|puts?|recorded|published|calculated|counted|wrote|told|noted|warned|added that|claims?|claimed|rated|"
    r"expects?)"
)
_FROM = (
    r"(?:(?i:according to)|(?i:data|figures|statistics|numbers|estimates) (?:by|from|of)|(?i:citing)|"
    r"(?:published|released|conducted|compiled|commissioned) by|"
    r"(?i:surveys?|polls?|study|studies|reports?|research) (?:by|from))"
)
_SOURCED = re.compile(
    rf"\b{_FROM}\s(?:{_NAMED}|{_BODY}(?!\s[a-z]))"
    rf"|\b(?:{_NAME}|{_BODY}|(?i:he|she|it)),?\s(?:(?!per ?cent)[^\W\d]{{1,20}}\s){{0,3}}?{_SAYING}\b"
    rf"|[,”\"’]\s{_SAYING}\s(?:the\s)?{_NAME}|\btold\s(?:the\s)?{_NAME}"
    rf"|\b{_NAME}\s(?:[a-z-]{{1,20}}\s){{0,2}}(?:surveys?|polls?)\b"
)
# What is said to come from nobody in particular has no source, whoever else speaks in the sentence.
_VAGUE = re.compile(
    rf"\b(?P<name>{_NAME}\s)?(?i:surveys|polls|studies|analysts|experts|observers|statistics)\s"
    r"(?:suggest|show|indicate|say|believe|find|found|said|showed|estimate|warn|predict|forecast|project)(?:ed|d)?\b"
    r"|\b(?i:according to)\s(?:[a-z]{1,15}\s){0,3}"
    r"(?:surveys?|polls?|studies|analysts?|experts?|observers?|estimates?)\b"
    r"(?!\s(?:\w{2,15}ed\s)?(?:by|from|of|in|at)\b)"
    r"|\b(?i:it is|it[’']s) estimated\b(?! by)"
)


def unsourced_number(words: str) -> str:
    """Give the statistic or survey in `words` for which no source is named; empty if there is none.

    A vague source ("recent surveys", "experts say") is no source.
    """
    statistic = _STATISTIC.search(_VOTE.sub("", words))
    if not statistic:
        return ""
    if _vague(words) or not _SOURCED.search(words):
        return statistic.group()
    return ""


def _vague(words: str) -> bool:
    return any(not found["name"] for found in _VAGUE.finditer(words))


class Persons:
    """The persons of `entities` who have held offices, found by their names as they are written."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        """Take the entities; those without offices do not matter here."""
        self._by_name = {name: entity for entity in entities if entity.offices for name in entity.names}
        self._names = sorted(self._by_name, key=lambda name: (-len(name), name))

    def named(self, words: str) -> tuple[tuple[Entity, int, int], ...]:
        """Give each person named in `words` with the offsets of the first mention."""
        # Few of many names stand in a sentence: to look for each is far quicker than one pattern of all.
        present = [name for name in self._names if name in words]
        seen: dict[str, tuple[Entity, int, int]] = {}
        for match in re.finditer("|".join(map(_standing, present)), words) if present else ():
            entity = self._by_name[match.group()]
            seen.setdefault(entity.name, (entity, *match.span()))
        return tuple(seen.values())

    def called(self, speaker: str) -> Entity | None:
        """Give the person whose name a speaker's is, with no more than titles before it: not "a Quill adviser"."""
        found = self.named(speaker)
        if len(found) != 1:
            return None
        entity, _, end = found[0]
        is_name = all(word[0].isupper() or not word.isascii() for word in speaker.split())
        return entity if is_name and not speaker[end:].strip() else None


def _standing(name: str) -> str:
    """Give the pattern of a name as a word of its own; in scripts without spaces it may touch other characters."""
    before = "" if name[0] >= _UNSPACED else r"(?<!\w)"
    after = "" if name[-1] >= _UNSPACED else r"(?!\w)"
    return f"{before}{re.escape(name)}{after}"


_UNSPACED = "\u3040"
_NEAR = 80
"""Characters before a name in which "then" can belong to it."""
_THEN = re.compile(r"\b(?:then|former|ex|late|past|outgoing|ousted|deposed)[\s-]+(?:[\w’'-]+\s+){0,4}\Z", re.IGNORECASE)
_THEN_AFTER = re.compile(r",?\s+(?:who was\s+)?(?:then|the former|formerly|at the time)\b", re.IGNORECASE)


def ended_offices(words: str, persons: Persons, as_of: date) -> tuple[str, ...]:
    """Give the persons named in `words` whose every office had ended by `as_of`, each with the last office and its end.

    A person whom the text itself calls "then" or "former" needs no flag.
    """
    ended = []
    for entity, start, end in persons.named(words):
        last = _last_ended(entity.offices, as_of)
        if last and not _THEN.search(words[max(0, start - _NEAR) : start]) and not _THEN_AFTER.match(words, end):
            ended.append(f"{entity.name}, {last.title} until {Published(str(last.end)).in_words}")
    return tuple(ended)


def office_then(person: Entity, published: Published | None, as_of: date) -> str:
    """Give the title of the office that a person held when something was `published` and has left by `as_of`.

    Empty where the day is unknown, or the date so vague that he may have held it or not, and where he still holds one.
    """
    if published is None:
        return ""
    held = [each for each in person.offices if _held(each, published.earliest, published.latest)]
    ended = [each for each in held if each.end and each.end < as_of]
    return ended[-1].title if ended and len(ended) == len(held) else ""


def offices_held(person: Entity, published: Published | None, day: date) -> tuple[str, ...]:
    """Give the titles of the offices that a person held when something was `published`; unless it says, on this day."""
    first, last = (published.earliest, published.latest) if published else (day, day)
    return tuple(each.title for each in person.offices if _held(each, first, last))


def _held(office: Office, first: date, last: date) -> bool:
    return (office.start is None or office.start <= first) and (office.end is None or office.end >= last)


def _last_ended(offices: Sequence[Office], as_of: date) -> Office | None:
    """Give the office that ended last, if no office goes on at `as_of`."""
    begun = [office for office in offices if office.start is None or office.start <= as_of]
    if not begun or any(office.end is None or office.end >= as_of for office in begun):
        return None
    return max(begun, key=lambda office: office.end or date.max)
