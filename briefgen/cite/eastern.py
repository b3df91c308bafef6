"""Names in Latin letters whose family name stands first, as Korea, China, Vietnam and Japan write them.

Such a name is told by a family name of theirs before given names made of their syllables: "Kim Jong Un", "Xi Jinping".
The tables hold the families that are common there or often in the news; a name that they do not know is read as a
Western one, and so is one whose last word is such a family name too ("Wei Wang").
"""

import re
import unicodedata
from collections.abc import Sequence

_KOREAN_WORDS = """
ahn bae baek ban chang cho choe choi chung han hong hwang hwangbo jang jeon jeong ji jo jung kang kim ko koh kwak
kwon lee lim min moon nam namgung noh oh paek pak park rhee ri roh ryu seo shim shin sohn son song suh yi yoo yoon
yun
"""
_CHINESE_WORDS = """
bai cai cao chang chen cheng chiang cui dai deng ding dong du fan fang feng fu gao gu guo han hao he hou hu hua
huang jia jiang jin kong lai lei li liang liao lin liu long lu luo ma mao meng pan peng qian qin qiu ren shao shen
shi song su sun tan tang tian tsai wan wang wei wen wu xi xia xiao xie xiong xu xue yan yang yao ye yin yu yuan
zeng zhang zhao zheng zhong zhou zhu zou
"""
_VIETNAMESE_WORDS = "bui dang dinh hoang huynh ngo nguyen pham phan tran vo vuong"
_JAPANESE_WORDS = """
abe ando aoki arai aso chiba endo fujii fujimoto fujita fujiwara fukuda goto hamada hara harada hasegawa hashimoto
hatoyama hayashi hirano honda iida ikeda imai inoue ishiba ishida ishii ishikawa ito iwasaki iwaya kaneko kato
kikuchi kimura kinoshita kishi kishida kobayashi koizumi kojima kondo kono kubo kudo maeda maruyama
masuda matsuda matsui matsumoto matsuno miura miyamoto miyazaki mori morita motegi murakami murata nakagawa
nakajima nakamura nakano nakatani nakayama nishimura noda noguchi nomura ogawa ohno okada okamoto onishi ono otsuka
ozawa saito sakai sakamoto sakurai sano sasaki sato shibata shimizu suga sugawara sugimoto sugiyama suzuki takada
takagi takahashi takaichi takeda takeuchi tamaki tamura tanaka taniguchi tsuji uchida ueda ueno wada watanabe
yamada yamaguchi yamamoto yamashita yamazaki yokoyama yoshida
"""
_ALSO_GIVEN_WORDS = "ban jo kim ko lee min moon park song"
_KOREAN = frozenset(_KOREAN_WORDS.split())
_CHINESE = frozenset(_CHINESE_WORDS.split())
_VIETNAMESE = frozenset(_VIETNAMESE_WORDS.split())
_JAPANESE = frozenset(_JAPANESE_WORDS.split())
_FAMILIES = (_KOREAN, _CHINESE, _VIETNAMESE, _JAPANESE)
_ALSO_GIVEN = frozenset(_ALSO_GIVEN_WORDS.split())
"""Korean family names that Western people are called by, or begin an English name."""

_KOREAN_SYLLABLE = (
    "(?:ch|sh|kw|gw|hw|[bcdghjkmnprstwy])?"
    "(?:yeo|yae|eo|ae|oo|ee|eu|ui|oe|wi|wa|wo|ya|ye|yo|yu|ou|a|e|i|o|u)(?:ng|ck|[klmnp](?![aeiou]))?"
)
_CHINESE_SYLLABLE = (
    "(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    "(?:iong|iang|uang|iao|ian|ing|ang|eng|ong|uai|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|a|e|i|u)|[bpmfw]o)"
)
_JAPANESE_SYLLABLE = "(?:(?:[kgnhbpmr]y|[kgsztdnhbpmryw]|sh|ch|ts|[jf])?[aeiou]|n(?![aeiouy])|[kpst](?=[kpst]))"
_KOREAN_GIVEN = re.compile(rf"(?!young\Z){_KOREAN_SYLLABLE}{_KOREAN_SYLLABLE}(?<!son|ton|man)(?<!de|re|ke|te|ne|le)\Z")
_CHINESE_GIVEN = re.compile(rf"{_CHINESE_SYLLABLE}{{1,2}}\Z")
_JAPANESE_GIVEN = re.compile(rf"{_JAPANESE_SYLLABLE}{{2,8}}\Z")
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
    if len(given) == 1 and _HYPHENED.match(given[0]):
        return words[-1].rpartition("-")[2].islower() or family in _KOREAN | _CHINESE
    return any(family in families for families in _FAMILIES) and _is_given(family, given)


def _is_given(family: str, given: Sequence[str]) -> bool:
    """Say whether given names are those of a country that has the family name."""
    if len(given) > 1:
        return family in _VIETNAMESE or (len(given) == 2 and all(_SYLLABLE.match(each) for each in given))
    (last,) = given
    if any(family in families and last in families for families in _FAMILIES):
        return False
    return bool(
        (family in _CHINESE and _CHINESE_GIVEN.match(last))
        or (family in _KOREAN and _KOREAN_GIVEN.match(last))
        or (family in _KOREAN - _ALSO_GIVEN and _SYLLABLE.match(last))
        or (family in _JAPANESE and _JAPANESE_GIVEN.match(last))
    )


def _plain(word: str) -> str:
    """Give a word in small letters without accents."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
