"""Questions in plain words, and the names of countries."""

import pytest

from briefgen.model.place import Span
from briefgen.model.query import Entity
from briefgen.model.source import Appearance, Block, Document, Role, Source, Work
from briefgen.query import any_of, article, from_question, matches, with_countries


def labels(question, *entities):
    return [term.label for term in from_question(question, entities)]


def holds(question, text, entities=()):
    document = Document.from_text(text)
    source = Source(document, (Block(Span(0, len(text)), Role.PARAGRAPH),), Appearance(document.id, "a", "", Work()))
    return matches(any_of(from_question(question, entities)), article(source))


def test_a_question_asks_for_its_words_of_meaning_each_once():
    assert labels("What of the ferry, and of the other ferries?") == ["ferry"]
    assert labels("WHO PAYS IN THE U.S. FOR IT?") == ["PAYS", "U.S."]
    assert labels("??") == []


def test_a_name_in_a_question_is_one_thing_with_its_other_names():
    harbour = Entity("Calder Harbour", ("Port of Calder", "カルダー港"))
    assert labels("Who rules the Port of Calder?", harbour) == ["rules", "Port of Calder"]
    assert holds("Port of Calder", "カルダー港は閉じた。", [harbour])
    assert not holds("Port of Calder", "The port is shut.", [harbour])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Who was killed?", "Two sailors were shot dead on the pier."),
        ("Who was arrested?", "Three of them were taken into custody."),
        ("The negotiations", "Talks began on Monday."),
        ("Algeria", "Algerian ferries"),
        ("Algerian ferries", "a boat from Algeria"),
    ],
)
def test_a_word_also_asks_for_what_means_nearly_the_same(question, text):
    assert holds(question, text)


def test_a_word_of_two_meanings_stands_for_itself():
    assert not holds("Which party won?", "The gala was fine.")
    assert not holds("Who was killed?", "The ferry sank.")


@pytest.mark.parametrize("asked", ["Taiwan", "台湾", "臺灣", "대만", "Тайвань"])
@pytest.mark.parametrize("said", ["Ferries of Taiwan.", "台湾の船。", "臺灣的船。", "대만의 배.", "Паром Тайваня."])
def test_the_names_of_a_country_find_one_another_in_any_language(asked, said):
    assert holds(asked, said, with_countries(()))


def test_what_a_person_wrote_of_a_name_decides():
    mine = (Entity("Formosa", ("Taiwan", "福爾摩沙")), Entity("The north of the island", ("Taipei",)))
    known = {entity.name: entity for entity in with_countries(mine)}
    assert "대만" in known["Formosa"].names
    assert "Taipei" not in known["Formosa"].names
    assert "Taiwan" not in known
    assert [entity.name for entity in with_countries(mine)][:2] == ["Formosa", "The north of the island"]


def test_no_name_is_of_two_countries():
    names = [name.casefold() for entity in with_countries(()) for name in entity.names]
    assert sorted(names) == sorted(set(names))


def test_the_table_is_that_of_cldr():
    babel = pytest.importorskip("babel")
    known = {entity.name: entity.names for entity in with_countries(())}
    for code in ("JP", "KR", "MN", "NZ", "UA"):
        for language in ("en", "ja", "ko", "zh_Hans", "zh_Hant", "ru"):
            name = babel.Locale.parse(language).territories[code]
            assert name in known[babel.Locale("en").territories[code]] or len(name) <= 2
