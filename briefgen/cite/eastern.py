"""Names in Latin letters whose family name stands first, as Korea, China, Vietnam and Japan write them.

Such a name is told by a family name of theirs before given names made of their syllables: "Kim Jong Un", "Xi Jinping".
The families stand in `families.txt`: who knows another adds it there. A name of no such family is read as a Western
one, and so is one whose last word is such a family name too ("Wei Wang").
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from briefgen.tables import rows

_COUNTRIES = ("Korea", "China", "Vietnam", "Japan")

_KOREAN_SYLLABLE = (
    "(?:ch|sh|kw|gw|hw|[bcdghjkmnprstwy])?"
    "(?:yeo|yae|eo|ae|oo|ee|eu|ui|oe|wi|wa|wo|ya|ye|yo|yu|ou|a|e|i|o|u)(?:ng|ck|[klmnp](?![aeiou]))?"
)
_CHINESE_SYLLABLE = (
    "(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    "(?:iong|iang|uang|iao|ian|ing|ang|eng|ong|uai|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|a|e|i|u)|[bpmfw]o)"
)
_JAPANESE_SYLLABLE = "(?:(?:[kgnhbpmr]y|[kgsztdnhbpmryw]|sh|ch|ts|[jf])?[aeiou]|n(?![aeiouy])|[kpst](?=[kpst]))"
_GIVEN = {
    "Korea": re.compile(rf"(?!young\Z){_KOREAN_SYLLABLE}{_KOREAN_SYLLABLE}(?<!son|ton|man)(?<!de|re|ke|te|ne|le)\Z"),
    "China": re.compile(rf"{_CHINESE_SYLLABLE}{{1,2}}\Z"),
    "Japan": re.compile(rf"{_JAPANESE_SYLLABLE}{{2,8}}\Z"),
}
"""Given names of one word."""
_SYLLABLE = re.compile(rf"(?:{_KOREAN_SYLLABLE}|{_CHINESE_SYLLABLE})\Z")
_ANY_SYLLABLE = "[bcdfghjklmnpqrstwxyz]{0,2}[aeiouy]{1,3}(?:ng|ck|[hklmnprt])?"
_HYPHENED = re.compile(rf"(?!(?:al|el|ul|ad|as|ben|bin)-){_ANY_SYLLABLE}-{_ANY_SYLLABLE}\Z")


def is_family_first(words: Sequence[str]) -> bool:
    """Say whether these words of a name begin with the family name.

    A hyphen before a small letter tells it whatever the family ("Tsai Ing-wen"): so Korean and Chinese given names are
    written in Latin letters, and hardly any others.
    """
    if len(words) < 2:
        return False
    family, *given = (_plain(word) for word in words)
    countries = {country for country in _COUNTRIES if family in _families()[country]}
    if len(given) == 1 and _HYPHENED.match(given[0]):
        return words[-1].rpartition("-")[2].islower() or not countries.isdisjoint(("Korea", "China"))
    if len(given) > 1:
        return "Vietnam" in countries or (bool(countries) and len(given) == 2 and all(map(_SYLLABLE.match, given)))
    is_turned = any(given[0] in _families()[country] for country in countries)
    return not is_turned and any(_is_given(given[0], country, family) for country in countries)


def _is_given(word: str, country: str, family: str) -> bool:
    """Say whether a word is a given name as a country makes them, of this family."""
    if country == "Korea" and family not in _families()["also given"] and _SYLLABLE.match(word):
        return True
    return country in _GIVEN and _GIVEN[country].match(word) is not None


@cache
def _families() -> Mapping[str, frozenset[str]]:
    """Give the family names of each country, and those that are given names too."""
    found: dict[str, frozenset[str]] = {}
    for row in rows("briefgen.cite", "families.txt"):
        country, _, names = row.partition(":")
        found[country] = found.get(country, frozenset()) | frozenset(names.split())
    return found


def _plain(word: str) -> str:
    """Give a word in small letters without accents."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
