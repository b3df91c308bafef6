"""Queries in several languages find the right sentence among documents of all of them."""

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


@pytest.mark.parametrize("way", ["query", "question"])
@pytest.mark.parametrize("name", ["Taiwan", "台湾", "臺灣", "대만", "Тайвань"])
def test_a_name_in_one_language_finds_it_in_another(sources, way, name):
    assert {hit.path.rpartition("/")[2] for hit in hits(sources, **{way: name})} == {"tw.txt", "cn.txt"}
