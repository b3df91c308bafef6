"""What a reader must be told of an excerpt: relative dates, offices that have ended, figures without a source."""

import re
from collections.abc import Sequence
from datetime import date

from briefgen.model.query import Entity, Office
from briefgen.model.source import Published

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_UNIT = r"(?:day|night|morning|week|weekend|month|quarter|year|spring|summer|autumn|fall|winter|decade)"
_RELATIVE = re.compile(
    rf"\b(?:(?:on|last|next|this|late|early)\s+)?{_WEEKDAY}\b(?!,?\s+{_MONTH})(?!,?\s+\d{{1,2}}\s+{_MONTH})"
    r"|\b(?:yesterday|tomorrow|today|tonight)\b"
    rf"|\b(?:last|next|this|the (?:past|previous|following|coming))\s+{_UNIT}\b"
    rf"|\b(?:later|earlier)\s+this\s+{_UNIT}\b"
    rf"|\b(?:\d+|an?|half an?|one|two|three|four|five|six|several|a few)\s+{_UNIT}s?\s+(?:ago|earlier|later)\b"
    rf"(?!,?\s+(?:on|in)\s+(?:\d{{1,2}}\s+)?{_MONTH}\s+(?:\d{{1,2}},\s+)?\d{{4}})"
    rf"|\bat the (?:end|start|beginning) of (?:this|the|next|last) {_UNIT}\b"
    # A month without its year, before or after it: "in June", "on June 5", "5 June".
    rf"|\b(?:in|on|since|until|by|from|of|last|next|this|early|late|mid-?|through)\s+(?:early |late |mid-)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\b(?!\s+(?:\d{{1,2}},?\s+)?\d{{4}})(?!,\s+\d{{4}})"
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?\b(?!,?\s*\d{4}))?",
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


_STATISTIC = re.compile(
    r"\b\d+(?:[.,]\d+)?\s?(?:%|％|percent\b|per cent\b|percentage points?\b)|\d\s?[%％割]|퍼센트"
    r"|\b(?:one|two|three|four|nine)(?: in | out of )(?:two|three|four|five|ten)\b"
    r"|\b(?:surveys?|polls?|polling|opinion research)\b|世論調査|여론조사|民调|\bопрос(?:а|у|е|ы|ов|ом|ам|ах|ами)?\b",
    re.IGNORECASE,
)
# A source is named where a name or a definite body stands with a word of saying, or possesses the survey.
_NAMED = r"(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){0,4}?[A-Z][\w’'.-]+"
_BODY = (
    r"[Tt]he\s+(?:[a-z’'-]+\s+){0,3}?(?:ministry|report|government|agency|bureau|office|institute|bank|commission|"
    r"newspaper|department|company|university|army|navy|police|authorities|paper|strategy|document|white paper)"
)
_SAYING = (
    r"(?:said|says|reported|reports|found|finds|showed|shows|stated|states|estimates?d?|announced|according|"
    r"put|puts|recorded|published|calculated|counts?|counted|wrote|told|noted|warned|added)"
)
_SOURCED = re.compile(
    rf"(?:[Aa]ccording to|[Dd]ata (?:from|by)|[Ff]igures (?:from|by)|[Cc]iting|[Pp]ublished by|[Cc]onducted by"
    rf"|(?:surveys?|polls?|study|studies|report|research) (?:by|from|of|for))\s+(?:{_NAMED}|{_BODY})"
    rf"|(?:[A-Z][\w’'.-]+|{_BODY})\s+(?:\w+\s+){{0,3}}?{_SAYING}\b"
    rf"|\b{_SAYING}\s+(?:the\s+)?[A-Z][\w’'.-]+"
    r"|[A-Z][\w.-]*(?:’s|'s)?\s+(?:[a-z-]+\s+){0,2}(?:survey|poll)\b"
)
_VAGUE = re.compile(
    r"\b(?:[Aa]ccording to|[Dd]ata from|[Cc]iting)\s+(?:(?:some|several|many|recent|various|a|an|the|latest|new|local|"
    r"multiple|independent|public)\s+)*(?:surveys?|polls?|studies|study|reports?|sources?|analysts?|experts?|observers?|"
    r"estimates?|statistics|media)\b(?!\s+(?:by|from|of|in)\b)"
    r"|\b(?:surveys?|polls?|studies|analysts|experts|observers|statistics)\s+(?:suggests?|shows?|indicates?|says?|believe)\b"
)


def unsourced_number(words: str) -> str:
    """Give the statistic or survey in `words` for which no source is named; empty if there is none.

    A vague source ("recent surveys", "experts say") is no source.
    """
    statistic = _STATISTIC.search(words)
    if not statistic:
        return ""
    if _VAGUE.search(words) or not _SOURCED.search(words):
        return statistic.group()
    return ""


class Persons:
    """The persons of `entities` who have held offices, found by their names as they are written."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        """Take the entities; those without offices do not matter here."""
        self._by_name = {name: entity for entity in entities if entity.offices for name in entity.names}
        names = sorted(self._by_name, key=lambda name: (-len(name), name))
        self._pattern = re.compile("|".join(map(_standing, names))) if names else None

    def named(self, words: str) -> tuple[tuple[Entity, int, int], ...]:
        """Give each person named in `words` with the offsets of the first mention."""
        seen: dict[str, tuple[Entity, int, int]] = {}
        for match in self._pattern.finditer(words) if self._pattern else ():
            entity = self._by_name[match.group()]
            seen.setdefault(entity.name, (entity, *match.span()))
        return tuple(seen.values())


def _standing(name: str) -> str:
    """Give the pattern of a name as a word of its own; in scripts without spaces it may touch other characters."""
    before = "" if name[0] >= _UNSPACED else r"(?<!\w)"
    after = "" if name[-1] >= _UNSPACED else r"(?!\w)"
    return f"{before}{re.escape(name)}{after}"


_UNSPACED = "\u3040"
_THEN = re.compile(r"\b(?:then|former|ex|late|past|outgoing|ousted|deposed)[\s-]+(?:[\w’'-]+\s+){0,4}\Z", re.IGNORECASE)
_THEN_AFTER = re.compile(r",?\s+(?:who was\s+)?(?:then|the former|formerly|at the time)\b", re.IGNORECASE)


def ended_offices(words: str, persons: Persons, as_of: date) -> tuple[str, ...]:
    """Give the persons named in `words` whose every office had ended by `as_of`, each with the last office and its end.

    A person whom the text itself calls "then" or "former" needs no flag.
    """
    ended = []
    for entity, start, end in persons.named(words):
        last = _last_ended(entity.offices, as_of)
        if last and not _THEN.search(words[:start]) and not _THEN_AFTER.match(words, end):
            ended.append(f"{entity.name}, {last.title} until {Published(str(last.end)).in_words}")
    return tuple(ended)


def _last_ended(offices: Sequence[Office], as_of: date) -> Office | None:
    """Give the office that ended last, if no office goes on at `as_of`."""
    begun = [office for office in offices if office.start is None or office.start <= as_of]
    if not begun or any(office.end is None or office.end >= as_of for office in begun):
        return None
    return max(begun, key=lambda office: office.end or date.max)
