"""Queries in several languages find the right sentence among documents of all of them."""

import unicodedata

import pytest

from briefgen.pipeline.search import Search, search

TEXTS = {
    "ja.txt": "港の朝は静かだった。漁師たちは魚の値段について長く話した。核施設の査察は来月に始まると当局が述べた。\n",
    "zh.txt": "渡轮今天停航。市长谈到了港口的天气和游客。海关官员说制裁名单将在下周公布。\n",
    "ko.txt": "항구는 조용했다. 시장은 날씨에 대해 말했다. 정부는 다음 달에 새로운 제재 명단을 발표한다고 밝혔다.\n",
    "ru.txt": "Утром в порту было тихо. Рыбаки говорили о погоде. Договоры о паромах подпишут министры в марте.\n",
    "en.txt": "The harbour was quiet. The mayor spoke of the weather. Treaties on ferries will be signed in March.\n",
    "tw.txt": "The ferry of Calder was late. A delegation from Taiwan looked at the cranes of the port on Monday.\n",
    "cn.txt": "港口很安静。台湾代表团星期一参观了码头的起重机。\n",
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mixed")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def hits(sources, **wanted):
    found, _ = search(Search(**wanted), [sources], ":memory:")
    return found


@pytest.mark.parametrize("way", ["query", "question"])
@pytest.mark.parametrize(
    ("words", "file", "held"),
    [
        ("査察", "ja.txt", "査察"),
        ("核施設", "ja.txt", "核施設"),
        ("制裁", "zh.txt", "制裁名单"),
        ("海关", "zh.txt", "海关官员"),
        ("제재", "ko.txt", "제재"),
        ("정부", "ko.txt", "정부"),
        ("договор", "ru.txt", "Договоры"),
        ("министр", "ru.txt", "министры"),
        ("treaty", "en.txt", "Treaties"),
    ],
)
def test_a_word_finds_its_sentence_first(sources, way, words, file, held):
    best = hits(sources, **{way: words})[0]
    assert best.path.endswith(file)
    assert held in best.exact
    assert best.exact.rstrip()[-1] in ".。"
    assert len(best.exact) < len(TEXTS[file]) - 5, "the sentence, not the text"


def test_a_question_in_japanese_finds_its_sentence(sources):
    assert "査察" in hits(sources, question="核施設の査察はいつ始まるのか")[0].exact


@pytest.fixture(scope="module")
def written_otherwise(tmp_path_factory):
    """The same things, as other people write them."""
    folder = tmp_path_factory.mktemp("otherwise")
    decomposed = unicodedata.normalize("NFD", "아침은 조용했다. 대만의 배가 왔다. 날씨는 맑았다.")
    texts = {
        "genitive": "Утром было тихо. Делегация Тайваня осмотрела краны. Погода была ясной.",
        "decomposed": decomposed,
        "traditional": "早上很安靜。臺灣的海關公布了制裁名單。天氣晴朗。",
        "simplified": "早上很安静。台湾的海关公布了制裁名单。天气晴朗。",
        "narrow": "朝は静かだった。ﾌﾞﾗｼﾞﾙの船が着いた。天気は晴れだった。",
        "wide": "朝は静かだった。ＮＡＴＯの船が２．５時間待った。天気は晴れだった。",
        "dotted": "朝は静かだった。アンナ・ミラー船長が港を訪れた。天気は晴れだった。",
        "joined": "朝は静かだった。アンナミラー船長が港を訪れた。天気は晴れだった。",
        "spaced": "아침은 조용했다. 핵 무기 사찰단이 도착했다. 날씨는 맑았다.",
        "whole": "아침은 조용했다. 핵무기 사찰단이 도착했다. 날씨는 맑았다.",
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"{text}\n", "utf-8")
    return folder


_TAIWAN = {"genitive", "decomposed", "traditional", "simplified"}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("Taiwan", _TAIWAN),
        ("臺灣", _TAIWAN),
        ("Тайванем", _TAIWAN),
        ("대만의", _TAIWAN),
        ("대만에서는", _TAIWAN),
        (unicodedata.normalize("NFD", "대만"), _TAIWAN),
        ("海关", {"traditional", "simplified"}),
        ("海關", {"traditional", "simplified"}),
        ("制裁名單", {"traditional", "simplified"}),
        ("Brazil", {"narrow"}),
        ("ﾌﾞﾗｼﾞﾙ", {"narrow"}),
        ("NATO", {"wide"}),
        ("2.5", {"wide"}),
        ("ミラー", {"dotted", "joined"}),
        ("アンナ・ミラー", {"dotted", "joined"}),
        ("アンナミラー", {"dotted", "joined"}),
        ("핵무기", {"spaced", "whole"}),
        ('"핵 무기"', {"spaced", "whole"}),
    ],
)
def test_a_word_is_found_however_it_is_written(written_otherwise, query, names):
    found = hits(written_otherwise, query=query, limit=0)
    assert {hit.path.rpartition("/")[2].removesuffix(".txt") for hit in found} == names


@pytest.mark.parametrize("query", ["тайваней", "=Тайваня"])
def test_a_case_without_its_capital_and_a_literal_name_nothing_else(written_otherwise, query):
    assert {hit.path.rpartition("/")[2] for hit in hits(written_otherwise, query=query)} <= {"genitive.txt"}


@pytest.mark.parametrize("way", ["query", "question"])
@pytest.mark.parametrize("name", ["Taiwan", "台湾", "臺灣", "대만", "Тайвань"])
def test_a_name_in_one_language_finds_it_in_another(sources, way, name):
    assert {hit.path.rpartition("/")[2] for hit in hits(sources, **{way: name})} == {"tw.txt", "cn.txt"}
