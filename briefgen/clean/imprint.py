"""Lines that say who wrote, spread or first told a story: bylines, copyright lines, sources."""

import re
from functools import cache
from typing import NamedTuple

_AGENCIES = """
AAP|Adnkronos|AFP|Agence France-Presse|Agence France Presse|Agerpres|AGI|Anadolu|Anadolu Agency|ANI|ANSA|Antara|AP
Asian News International|Associated Press|The Associated Press|Australian Associated Press|Belga|BelTA|Bernama
Bloomberg|Bloomberg News|BNO News|BTA|Canadian Press|The Canadian Press|Central News Agency|CTK|ČTK
Deutsche Presse-Agentur|dpa|Dow Jones Newswires|EFE|Agencia EFE|IANS|Interfax|Interfax-Ukraine|IRNA|ITAR-TASS
Jiji|Jiji Press|KCNA|Korean Central News Agency|Kyodo|Kyodo News|Lusa|MTI|Newsis|News1|NTB|PA Media|PAP
Press Association|Press Trust of India|PTI|Reuters|RIA Novosti|Ritzau|Saudi Press Agency|Tanjug|TASS|TASR
Thomson Reuters|TT|Ukrinform|United Press International|UPI|Vietnam News Agency|WAM|Xinhua|Xinhua News Agency
Yonhap|Yonhap News|Yonhap News Agency|共同|共同通信|共同通信社|時事|時事通信|時事通信社|ロイター|新华社|新華社|中央社
연합뉴스|뉴시스|뉴스1|ТАСС|Интерфакс|РИА Новости|Укринформ
"""
"""News agencies by their names in print: the field's knowledge."""

_PICTURES = re.compile(r"getty(?: images)?|shutterstock|i?stock(?:photo)?|alamy|unsplash|pixabay", re.IGNORECASE)

_STAFF = """
admin administrator agencies agency author board bureau contributor contributors correspondent correspondents desk
editor editorial editors guest journalist media network news newsroom online our report reporter reporters service
services special staff team the web webdesk wire wires writer writers
"""
_PARTICLES = "abu af al ap bin bint da das de del della den der di dos du e el ibn la le ten ter van von y zu zur"

_BY = re.compile(
    r"(?:(?:written|reported|posted|published|story|words|text|analysis|reporting|article|opinion)\s+)?by(?:\s?:)?\s+"
    r"|(?:authors?|autor(?:in)?|auteur|autore|автор[ы]?|текст|記者|作者|执笔|執筆|文|记者)\s?[:：]\s?"
    r"|(?:von|par|por)\s+",
    re.IGNORECASE,
)
_KOREAN = re.compile(r"(?:\S{2,12}\s?=\s?)?([가-힣]{2,4})\s?(?:기자|특파원)(?:\s\S+@\S+)?\Z")
_CUT = re.compile(r"\s[|/·•–—-]\s|\s?[|(\[<;]|,?\s\S*@\S+|,?\s(?:for|at|in|of|from|with)\s")
_AND = re.compile(r",\s?(?:and\s)?|\s(?:and|und|et|y|и|&)\s|、")
_UNSPACED_NAME = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々・]{2,8}")

_RIGHTS = re.compile(
    r"(?:copyright\s?)?(?:[©ⓒⒸ]|\(c\)|copyright\b)\s?(?:copyright\s)?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s)?(?:by\s)?"
    r"(?P<holder>[^|©ⓒ]{2,80}?)(?:,?\s\d{4})?\.?(?:\s?(?:all rights reserved|무단|無断).*)?\Z",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"(?:(?:original\s)?source|via|出典|出所|引用元|원문|출처|来源|來源|источник|quelle|fuente|fonte)\s?[:：]\s?(?P<label>.+)"
    r"|(?:this\s(?:article|story|post|report|piece)\s)?(?:was\s|is\s)?(?:originally|first)\s"
    r"(?:published|appeared|posted)\s(?:at|by|in|on)\s(?P<said>[^.]+(?:\.\w[^.\s]*)*)(?:\.(?:\s.*)?)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:url|link|permalink|web(?:site)?|address)\s?[:：]\s?(?P<url>(?:https?://|www\.)\S+)", re.IGNORECASE
)
_URL = re.compile(r"(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_HANDS = re.compile(
    r"\(?(?:(?:additional\s)?(?:reporting|writing|editing|photography|graphics|translation|translated|edited|compiled)\sby\s"
    r"|(?:photo(?:graph)?s?|image|picture|illustration|graphic|foto|фото|사진|写真|credit)s?(?:\s(?:by|credit|courtesy(?:\sof)?))?\s?[:：/]"
    r"|photo\s(?:by|courtesy)\s).{2,200}"
    r"|.{2,160}\scontributed\sto\sthis\s(?:report|story|article)\.?"
    r"|.{2,160}[/|(]\s?(?:getty(?:\simages)?|shutterstock|istock(?:photo)?|alamy|epa(?:-efe)?|unsplash|handout)\)?",
    re.IGNORECASE,
)


_LETTERS = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*")
_GLUED = re.compile("[a-z][A-Z]{2}")
"""Words that a scraper ran together (a name and an outlet)."""


class Byline(NamedTuple):
    """Who a byline names: people, and agencies."""

    people: tuple[str, ...]
    agencies: tuple[str, ...]


def is_agency(name: str) -> bool:
    """Say whether `name` is that of a news agency."""
    return name.casefold().strip(" .") in _agencies()


def is_pictures(name: str) -> bool:
    """Say whether `name` is that of a library of pictures."""
    return _PICTURES.match(name) is not None


def byline(line: str) -> Byline | None:
    """Give whom `line` (for display, without its date) names as its authors; None where it is no byline."""
    if korean := _KOREAN.match(line):
        return Byline((korean[1],), ())
    opening = _BY.match(line)
    if opening is None:
        return None
    rest = line[opening.end() :]
    cut = _CUT.search(rest)
    parts = [part.strip(" .,:") for part in _AND.split(rest[: cut.start()] if cut else rest)]
    people = tuple(part for part in parts if is_name(part))
    agencies = tuple(part for part in parts if is_agency(part))
    first = parts[0]
    if first in people or first in agencies or (first and _staff().issuperset(first.casefold().split())):
        return Byline(tuple(name for name in people if name not in agencies), agencies)
    return None


def is_name(words: str) -> bool:
    """Say whether `words` look like a person's name: two to five capitalised words, or a few of Han, kana or Hangul."""
    if _UNSPACED_NAME.fullmatch(words):
        return not is_agency(words)
    parts = words.split()
    if not 2 <= len(parts) <= 5 or parts[0].casefold() == "the" or is_staff(words) or is_agency(words):
        return False
    whole = [part for part in parts if part.casefold() not in _particles()]
    return len(whole) >= 2 and all(_is_capitalised(part) for part in whole)


def holder(line: str) -> str:
    """Give who holds the rights by a copyright line (`© KYODO`), as printed; empty where it is none."""
    match = _RIGHTS.match(line)
    if match is None:
        return ""
    name = match["holder"].strip(" .,")
    return name.split("/")[0].strip() if is_agency(name.split("/")[0].strip()) else name


def original(line: str) -> str:
    """Give where `line` says the story comes from: a name as printed or a bare host; empty where it says nothing."""
    match = _ORIGINAL.match(line)
    if match is None:
        return ""
    said = (match["label"] or match["said"]).strip(" .")
    if url := _URL.fullmatch(said):
        return url["host"].casefold().removeprefix("www.")
    words = said.split()
    plain = 0 < len(words) <= 8 and not any(char.isdigit() for char in said)
    return said if plain and (words[0].casefold() == "the" or _is_capitalised(words[0])) else ""


def address(line: str) -> str:
    """Give the address that a line such as `URL: https://…` states; empty where it states none."""
    match = _ADDRESS.match(line)
    return match["url"] if match else ""


def is_credit(line: str) -> bool:
    """Say whether `line` gives credit: rights, an original, an address, other hands, a picture's maker."""
    return bool(
        original(line)
        or address(line)
        or _HANDS.fullmatch(line)
        or (holder(line) and "reserved" not in line.casefold())
    )


@cache
def _agencies() -> frozenset[str]:
    return frozenset(_AGENCIES.casefold().strip().replace("\n", "|").split("|"))


@cache
def _staff() -> frozenset[str]:
    return frozenset(_STAFF.split())


@cache
def _particles() -> frozenset[str]:
    return frozenset(_PARTICLES.split())


def is_staff(words: str) -> bool:
    """Say whether a byline names an office and no person ("Staff", "Editorial board")."""
    return any(word.casefold().strip(".,:'’") in _staff() - {"the", "our"} for word in words.split())


def _is_capitalised(word: str) -> bool:
    if _GLUED.search(word):
        return False
    return bool(word) and (word[0].isupper() or not word[0].isascii()) and _LETTERS.fullmatch(word) is not None
