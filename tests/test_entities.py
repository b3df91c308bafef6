"""The shipped `entities.yaml`: who is who, once, in the scripts of the field, with offices whose dates are dates."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
import yaml

from briefgen.model.source import Published
from briefgen.words import is_stop, stems

FILE = Path(__file__).parent.parent / "config" / "entities.yaml"
RAW = yaml.load(FILE.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - gives only strings, lists and mappings
NAMES = {name: [name, *(value if isinstance(value, list) else value["also"])] for name, value in RAW.items()}
OFFICES = {name: value["offices"] for name, value in RAW.items() if isinstance(value, dict) and "offices" in value}

# State, then its name in Japanese, Chinese, Korean and Russian.
STATES = """
Japan 日本 日本 일본 Япония
Russia ロシア 俄罗斯 러시아 Россия
China 中国 中国 중국 Китай
North_Korea 北朝鮮 朝鲜 북한 КНДР
South_Korea 韓国 韩国 한국 Южная_Корея
Taiwan 台湾 台湾 대만 Тайвань
United_States 米国 美国 미국 США
Ukraine ウクライナ 乌克兰 우크라이나 Украина
Belarus ベラルーシ 白俄罗斯 벨라루스 Беларусь
Mongolia モンゴル 蒙古国 몽골 Монголия
India インド 印度 인도_공화국 Индия
Australia オーストラリア 澳大利亚 호주 Австралия
New_Zealand ニュージーランド 新西兰 뉴질랜드 Новая_Зеландия
Philippines フィリピン 菲律宾 필리핀 Филиппины
Vietnam ベトナム 越南 베트남 Вьетнам
Indonesia インドネシア 印度尼西亚 인도네시아 Индонезия
Singapore シンガポール 新加坡 싱가포르 Сингапур
Malaysia マレーシア 马来西亚 말레이시아 Малайзия
Thailand タイ王国 泰国 태국 Таиланд
Pakistan パキスタン 巴基斯坦 파키스탄 Пакистан
Kazakhstan カザフスタン 哈萨克斯坦 카자흐스탄 Казахстан
Iran イラン 伊朗 이란_이슬람공화국 Иран
Israel イスラエル 以色列 이스라엘 Израиль
Türkiye トルコ 土耳其 튀르키예 Турция
United_Kingdom 英国 英国 영국 Великобритания
France フランス 法国 프랑스 Франция
Germany ドイツ 德国 독일 Германия
Italy イタリア 意大利 이탈리아 Италия
Canada カナダ 加拿大 캐나다 Канада
Poland ポーランド 波兰 폴란드 Польша
Netherlands オランダ 荷兰 네덜란드 Нидерланды
Finland フィンランド 芬兰 핀란드 Финляндия
Sweden スウェーデン 瑞典 스웨덴 Швеция
Norway ノルウェー 挪威 노르웨이 Норвегия
Estonia エストニア 爱沙尼亚 에스토니아 Эстония
Latvia ラトビア 拉脱维亚 라트비아 Латвия
Lithuania リトアニア 立陶宛 리투아니아 Литва
"""
states = [[word.replace("_", " ") for word in line.split()] for line in STATES.split("\n") if line]


@pytest.mark.parametrize("names", states, ids=lambda names: names[0])
def test_a_state_has_its_names_in_japanese_chinese_korean_and_russian(names):
    state, *foreign = names
    assert len(foreign) == 4
    assert set(foreign) <= set(NAMES[state])


def test_every_state_of_the_file_is_in_this_table():
    section = FILE.read_text("utf-8").split("- States\n")[1].split("\n# ---")[0]
    assert re.findall(r"^([^\s#][^:\n]*):", section, re.MULTILINE) == [names[0] for names in states]


def test_no_name_is_written_twice():
    written = re.findall(r"^([^\s#][^:\n]*):", FILE.read_text("utf-8"), re.MULTILINE)
    assert len(written) == len(set(written)) == len(NAMES)
    for names in NAMES.values():
        assert len(names) == len(set(names))


def test_no_two_actors_share_a_name():
    """Compared as a search compares them: by stems."""
    found = {name: set(map(stems, names)) for name, names in NAMES.items()}
    for (one, ones), (other, others) in combinations(found.items(), 2):
        assert not ones & others, (one, other)


def test_no_name_is_a_function_word_or_a_single_sign():
    for names in NAMES.values():
        for name in names:
            assert not all(is_stop(word) for word in stems(name)), name
            assert len(name) > 1


@pytest.mark.parametrize(
    "name",
    ["Korea", "Korean", "Lee", "Kim", "Li", "Wang", "Suga", "Abe", "Brussels", "Polish", "Trump", "Park", "Moon"],
)
def test_names_that_are_shared_or_ordinary_words_belong_to_nobody(name):
    assert not [owner for owner, names in NAMES.items() if stems(name) in map(stems, names)]


def test_an_actor_is_hidden_only_by_a_longer_name_that_means_something_else():
    """A longer name of another entity hides the shorter one inside it, so each such pair must be meant."""
    meant = {
        ("Japan", "Sea of Japan"),
        ("Russia", "Belarus"),  # 白俄罗斯
        ("China", "Taiwan"),  # Republic of China
        ("China", "East China Sea"),
        ("China", "South China Sea"),
        ("Taiwan", "China"),  # People's Republic of China
        ("North Korea", "Korean Peninsula"),  # 朝鲜半岛
        ("North Korea", "Workers' Party of Korea"),  # 朝鮮労働党: 朝鮮 is 朝鲜
        ("North Korea", "Korean People's Army"),
        ("North Korea", "Pacific Ocean"),  # 태평양 holds 평양, Pyongyang
        ("North Korea", "Indo-Pacific"),
        ("North Korea", "Indo-Pacific Four"),
        ("North Korea", "Indo-Pacific Command"),
        ("North Korea", "APEC"),
        ("South Korea", "North Korea"),  # Democratic People's Republic of Korea
        ("United States", "Latin America"),
        ("India", "Indian Ocean"),
        ("India", "Indonesia"),  # インドネシア
        ("India", "Indo-Pacific"),
        ("India", "Indo-Pacific Four"),
        ("India", "Indo-Pacific Command"),
        ("New Zealand", "Wellington Koo"),
        ("United Nations", "UN Security Council"),
        ("United Nations", "ASEAN"),  # 東南アジア諸国連合
        ("Indo-Pacific", "Indo-Pacific Four"),
        ("Indo-Pacific", "Indo-Pacific Command"),
        ("Pacific Ocean", "Indo-Pacific"),
        ("Pacific Ocean", "Indo-Pacific Four"),
        ("Pacific Ocean", "Indo-Pacific Command"),
        ("Pacific Ocean", "APEC"),
        ("Arctic", "Northern Sea Route"),
    }
    assert set(hidings()) == meant


def hidings():
    holding = {}
    for owner, names in NAMES.items():
        for name in map(stems, names):
            for i in range(len(name)):
                for j in range(i + 1, len(name) + 1):
                    holding.setdefault(name[i:j], set()).add((owner, name))
    for owner, names in NAMES.items():
        for name in map(stems, names):
            for other, longer in holding[name]:
                if other != owner and longer != name:
                    yield owner, other


@pytest.mark.parametrize("person", OFFICES)
def test_offices_have_titles_and_ordered_dates(person):
    assert OFFICES[person]
    for office in OFFICES[person]:
        assert set(office) <= {"title", "from", "to"}
        assert office["title"]
        assert Published(office["from"]).earliest <= Published(office.get("to", "9999")).latest
    begun = [Published(office["from"]).earliest for office in OFFICES[person]]
    assert begun == sorted(begun)


@pytest.mark.parametrize(
    "title",
    [
        "Prime Minister of Japan",
        "Minister for Foreign Affairs of Japan",
        "Minister of Defense of Japan",
        "President of Russia",
        "Minister of Defence of Russia",
        "President of South Korea",
        "President of the United States",
        "Secretary of State of the United States",
        "President of Taiwan",
        "Secretary General of NATO",
        "President of China",
    ],
)
def test_an_office_has_one_holder_at_a_time(title):
    terms = [
        (Published(office["from"]).earliest, Published(office.get("to", "9999")).latest)
        for offices in OFFICES.values()
        for office in offices
        if office["title"] == title
    ]
    assert len(terms) >= 2
    for (_, end), (start, _) in pairwise(sorted(terms)):
        assert end <= start
    assert max(end for _, end in terms).year == 9999
