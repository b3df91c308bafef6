"""Make briefgen/query/countries.txt: the names of countries and their first cities, from CLDR as babel has it.

    python tests/countries.py > briefgen/query/countries.txt

The table is made once and kept, rather than read from babel at each run: that would cost every command half a second,
and a brief would change with the version of a library. CLDR knows no capitals; the city of a country's time zone is
mostly one. Names that are also ordinary words, or that stand within other words, are left out. 臺 stands beside 台.
"""

import sys

import babel
from babel import Locale
from babel.core import get_global

LANGUAGES = ("en", "ja", "ko", "zh_Hans", "zh_Hant", "ru")

PRIMARY = {
    "AR": "America/Argentina/Buenos_Aires", "CD": "Africa/Kinshasa", "CL": "America/Santiago", "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin", "ES": "Europe/Madrid", "ID": "Asia/Jakarta", "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City", "MY": "Asia/Kuala_Lumpur", "PG": "Pacific/Port_Moresby", "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow", "UA": "Europe/Kyiv", "UZ": "Asia/Tashkent",
}  # fmt: skip
"""Of countries with several time zones, the zone of the capital where there is one."""

NO_COUNTRY = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"})

AMBIGUOUS = frozenset({
    *("Chad", "Georgia", "Jersey", "Jordan", "Male", "Nassau", "Palmer", "Troll", "Turkey"),
    *("Бенин", "Катар", "Куба", "Мале", "Мали", "Нигер", "Оман", "Перу", "Того", "Чад"),
    *("가나", "가봉", "기니", "나소", "로마", "리마", "말레", "말리", "바티칸", "베냉", "수단"),
    *("오만", "이란", "인도", "차드", "토고", "파리"),
    *("中非", "乍得", "古巴", "查德", "約旦", "约旦", "蒙古", "贝宁"),
})  # fmt: skip
"""Left out: an ordinary word of its language, a part of one, a state or person of the same name."""


def main() -> int:
    """Print the table."""
    locales = [Locale.parse(each) for each in LANGUAGES]
    zones = get_global("territory_zones")
    print(f"# Names of countries and the cities of their time zones, from CLDR (babel {babel.__version__}).")
    print("# Made by tests/countries.py: do not edit; names of your own stand in entities.yaml.")
    for code in sorted(each for each in locales[0].territories if len(each) == 2 and each.isalpha()):
        if code not in NO_COUNTRY:
            own = [locale.territories.get(code, "") for locale in locales]
            zone = PRIMARY.get(code) or (zones[code][0] if len(zones.get(code, ())) == 1 else "")
            print(", ".join(_fit([*own, *(_cities(locales, zone) if zone else ())])))
    return 0


def _cities(locales: list[Locale], zone: str) -> list[str]:
    own = zone.rpartition("/")[2].replace("_", " ")
    found = [locale.time_zones.get(zone, {}).get("city", "") for locale in locales]
    return [found[0] or own, *found[1:]]


def _fit(names: list[str]) -> list[str]:
    """Leave out what is ambiguous, has brackets or a comma, or is two kana: such stand within other words."""
    return [
        each
        for each in dict.fromkeys((*names, *(name.replace("台", "臺") for name in names)))
        if each
        and each not in AMBIGUOUS
        and not any(mark in each for mark in "(（,，:")
        and not (len(each) <= 2 and all("\u3040" <= letter <= "\u30ff" for letter in each))
    ]


if __name__ == "__main__":
    sys.exit(main())
