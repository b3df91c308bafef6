"""What a text says of news agencies."""

import pytest

from briefgen import agencies
from briefgen.model.place import Span
from briefgen.model.source import Block, Role
from briefgen.origins import wires


def marked(*parts):
    text, blocks = "", []
    for part in parts:
        role, words = part if isinstance(part, tuple) else ("paragraph", part)
        text += "\n\n" if text else ""
        blocks.append(Block(Span(len(text), len(text) + len(words)), Role(role)))
        text += words
    return text, blocks


@pytest.mark.parametrize(
    ("parts", "agencies"),
    [
        (["PORT CITY (Reuters) - The ferry was late."], ("Reuters",)),
        (["MOSCOW, February 7. /TASS/. The crane fell."], ("TASS",)),
        (["【ソウル聯合ニュース】港は閉じた。"], ("Yonhap",)),
        (["（聯合ニュース加盟社）港は閉じた。"], ()),
        (["【聯合ニュース】港は閉じた。"], ("Yonhap",)),
        (["(서울=연합뉴스) 항구가 닫혔다."], ("Yonhap",)),
        (["東京（共同） 港は閉じた。"], ("Kyodo",)),
        (["The ferry was late.", "It sailed at noon. el/rg (AFP, dpa)"], ("AFP", "dpa")),
        (["The ferry was late.", ("credit", "© KYODO")], ("Kyodo",)),
        (["The ferry was late.", ("credit", "Source: Xinhua")], ("Xinhua",)),
        ([("byline", "By The Associated Press"), "The ferry was late."], ("AP",)),
        ([("byline", "By Ada Quill (Reuters)"), "The ferry was late."], ("Reuters",)),
        (["The port (AP and others) was shut."], ()),
        (["The ferry (built 1990) was late."], ()),
        ([("credit", "© Port Times")], ()),
        ([], ()),
    ],
)
def test_whose_words_a_text_prints(parts, agencies):
    assert wires.carried(*marked(*parts)) == agencies


@pytest.mark.parametrize(
    ("words", "agencies"),
    [
        ("A draft obtained by Kyodo News says the strait is closed.", ("Kyodo",)),
        ("The strait, Yonhap News Agency reported, is closed.", ("Yonhap",)),
        ("The strait is closed, according to the TASS news agency.", ("TASS",)),
        ("“It is closed,” the pilot told Reuters.", ("Reuters",)),
        ("共同通信が入手した文書には海峡とある。", ("Kyodo",)),
        ("x " * 900 + "The map was seen by AFP on Monday.", ("AFP",)),
        ("x " * 900 + "The pilot told Reuters.", ()),
        ("The pilot told reporters that the map reports nothing.", ()),
        ("A letter obtained by the Port Times says so.", ()),
    ],
)
def test_on_whose_reports_a_text_rests(words, agencies):
    assert wires.cited(*marked(words)) == agencies


def test_what_stands_around_the_article_is_no_report():
    assert wires.cited(*marked(("boilerplate", "A draft obtained by Kyodo."))) == ()


def test_an_agency_goes_by_one_name_and_none_by_two():
    assert agencies.named("KYODO NEWS") == agencies.named("共同通信") == "Kyodo"
    assert agencies.named("Yonhap news agency") == "Yonhap"
    assert agencies.named("Reuters.") == "Reuters"
    assert agencies.named("") == agencies.named("Port Times") == ""
    printed = agencies._printed()
    assert len({name.casefold() for name in printed}) == len(printed)
