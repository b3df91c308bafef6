"""Marks that may be something else, and marks that stand alone."""

import pytest

from briefgen.quotation import Marked, continued, find

NO_QUOTATION = (
    "don’t, it's, O’Brien's, the ministers’ and the ministers' plans",
    "the ’90s, the '90s and the ‘90s, in ’98 and '98",
    "rock ’n’ roll, rock 'n' roll, rock ‘n’ roll, fish 'n chips",
    "’tis late, 'Twas early, ‘tis so, give ’em, 'em and 'til then",
    "’s avonds in ’s-Gravenhage met Gerard 't Hooft",
    "Hawaiʻi, Hawai‘i, Oʻahu, Oʼzbekiston, bog‘ va O‘zbek",
    "King ‘Abd al-Aziz and King ’Abd al-Aziz sailed to ‘Iolani Palace",
    "the 'Ndrangheta and the ’Ndrangheta own a quay",
    '5′10″ and 5\'10" and 6" and 6” and 6"x4" and 6\' of chain',
    'a beam of 6" by 4" and 12", then 5\' more',
    'ארה"ב, צה״ל, מנכ"לית ודו"חות, ג׳ורג׳',
    "《港口》〈码头〉【船】〔岸〕 《항구》 〈부두〉",
    "un po’ di mare, l'eau, aujourd'hui, qu’il",
    "goin’ fishin’ o’ nights, will-o’-the-wisp, y’all’d’ve",
    "“” \"\" '' «» 「」 “ ” «\u00a0»",
    "Xi'an, Ch'oe, Shara’a, Sana’ and naïve’s, cafe\u0301’s",
    "words‚ typed with‚ low commas",
    "",
)


@pytest.mark.parametrize("text", NO_QUOTATION)
def test_what_is_no_quotation(text):
    assert find(text) == ()


PLAUSIBLE = {
    "a possessive within": ("‘the ministers’ meeting was short’ he said", ["the ministers’ meeting was short"]),
    "two possessives within": ("‘the ministers’ and dockers’ meeting’", ["the ministers’ and dockers’ meeting"]),
    "a straight possessive within": ("'the ministers' meeting was short' he", ["the ministers' meeting was short"]),
    "a possessive before a quotation": ("‘the ministers’ “plan” is gone’", ["the ministers’ “plan” is gone"]),
    "nothing but a possessive": ("the ‘four ministers’ were late", ["four ministers"]),
    "the first of possessives": ("the ‘four ministers’ met the dockers’ men", ["four ministers"]),
    "another quotation behind": ("the ‘four ministers’ met ‘the men’ there", ["four ministers", "the men"]),
    "a dropped letter within": ("‘the fishin’ boats were late’", ["the fishin’ boats were late"]),
    "a dropped letter behind": ("the ‘old port’ is goin’ under", ["old port"]),
    "elisions within": ("‘’tis the ’90s and rock ’n’ roll, don’t’ he", ["’tis the ’90s and rock ’n’ roll, don’t"]),
    "inches within": ('"a 6" pipe and a 5\'10" beam" he said', ['a 6" pipe and a 5\'10" beam']),
    "curly inches within": ("“a 6” pipe” he said", ["a 6” pipe"]),
    "a number at the end": ('"Port 2030" is a plan, “Quay 2040” is too', ["Port 2030", "Quay 2040"]),
    "a number before a comma": ('"Port 2030", he said, "is a 6" pipe"', ["Port 2030", 'is a 6" pipe']),
    "an elision that opens nothing": ("the ’phone rang, ‘yes’ he said", ["yes"]),
    "a stray apostrophe before": ("the 'Ndrangheta said \"no\" to the dockers' men", ["no"]),
    "a stray one before its like": ("the 'Ndrangheta and the 'old' quay", ["old"]),
    "one letter": ("the letter 's' and the letter ‘t’ are", ["s", "t"]),
    "a year in front": ("‘12 ships sank’ he said", ["12 ships sank"]),
    "an apostrophe at the end of a double": ("“the ministers’” and “no”", ["the ministers’", "no"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), PLAUSIBLE.values(), ids=PLAUSIBLE)
def test_the_most_plausible_end(text, words):
    assert [text[one.start : one.end] for one in find(text)] == words


UNCLOSED = (
    ("He said “the quay is closed.", "“", "the quay is closed."),
    ("He said ‘the quay is closed.", "‘", "the quay is closed."),
    ('He said "the quay is closed.', '"', "the quay is closed."),
    ("„Hafen und Kai.", "„", "Hafen und Kai."),
    ("Il a dit « le port.", "«", " le port."),
    ("er sagte »Hafen und Kai.", "»", "Hafen und Kai."),
    ("Han sa ”hamnen är.", "”", "hamnen är."),
    ("彼は「港は『古い』", "「", "港は『古い』"),
    ('他说"港口关闭了。', '"', "港口关闭了。"),
    ("“the ‘old’ quay and “new” port", "“", "the ‘old’ quay and “new” port"),
    ("“the quay (said ’em all) isn’t", "“", "the quay (said ’em all) isn’t"),
)


@pytest.mark.parametrize(("text", "opener", "words"), UNCLOSED)
def test_a_mark_that_never_closes_claims_the_rest(text, opener, words):
    start = text.index(opener) + 1
    assert find(text) == (Marked(start, len(text), opener, ""),)
    assert text[start:] == words


STRAY = (
    ("The quay is closed.” He left “the port”.", ["the port"]),
    ('The quay is closed." He left "the port".', ["the port"]),
    ("The quay is closed.’ He left ‘the port’.", ["the port"]),
    ("Der Kai ist zu“ und „der Hafen“ auch.", ["der Hafen"]),
    ("Der Kai ist zu« und »der Hafen« auch.", ["der Hafen"]),
    ("Le quai est fermé » et « le port » aussi.", [" le port "]),
    ("岸壁」と「港」", ["港"]),
    ("关闭”了，他说“不”。", ["不"]),
    ('6" and "the port" and 4"', ["the port"]),
    ("“the ‘quay is” shut and ‘the port’ too", ["the ‘quay is", "the port"]),
    ("「the “quay」 is shut” and “the port”", ["the “quay", "the port"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words"), STRAY)
def test_a_mark_that_nothing_opened_claims_nothing(text, words):
    assert [text[one.start : one.end] for one in find(text)] == words


CONTINUED = {
    ("He said: “The quay is open.", "The port is shut.” Then he left."): [["The quay is open."], ["The port is shut."]],
    ("“The quay,", "the port,", "and all cranes”, and “no”"): [["The quay,"], ["the port,"], ["and all cranes", "no"]],
    ("« Le quai", "et le port » et"): [[" Le quai"], ["et le port "]],
    ('"The quay', 'and the "old" port" is shut'): [["The quay"], ['and the "old" port']],
    ("「港は", "静かだ」と"): [["港は"], ["静かだ"]],
    ("“The quay.", "“The port.” So it is.”"): [["The quay."], ["The port."]],
    ("“The quay.", "He says “no” to it.", "Stray” mark."): [["The quay."], ["no"], []],
    ("“The quay.", *["Prose."] * 5, "Stray” mark."): [["The quay."], *[[]] * 6],
    ("No mark.", "Stray” mark."): [[], []],
    ("“The quay", "the port” and “the cranes", "and ferries”"): [
        ["The quay"],
        ["the port", "the cranes"],
        ["and ferries"],
    ],
}


@pytest.mark.parametrize("texts", CONTINUED)
def test_a_quotation_goes_on_over_the_end_of_a_paragraph(texts):
    found = [
        [text[one.start : one.end] for one in marked] for text, marked in zip(texts, continued(texts), strict=True)
    ]
    assert found == CONTINUED[texts]
