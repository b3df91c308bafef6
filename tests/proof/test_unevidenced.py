"""What the prose of a file names and no evidence holds: found, and little else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from steps import grows_with

from briefgen.model.claim import Statement
from briefgen.proof.unevidenced import unevidenced

EVIDENCE = (
    "The Ministry of Ports said on 6 March 2022 that 65 percent of the ferries, twelve in all, had left Marholm.",
    "Ada Okonkwo-Lindqvist met Captain Tor van der Velde in the Republic of Norland for two days.",
    "Cranes worth 1,200,000 crowns were ordered by the Northern Harbour Union, and 10–12 million more are planned.",
    "The South Quay opened between 8 and 9 May; half of the berths are in use since Tuesday.",
    "In 2019 a dozen F-7 tugs and 430 dockers came from Norland, the twenty-first such crew.",
    "港は令和4年7月5日に開き、1万2000人が来た。",
    "U.S. ferries and the European Port Council agreed. Every berth was full.",
)


WORDS = "March May Aprıl JUNİ six mıllıon million hundred and a half dozen to of the percent st 令和 U.S. J. Gen Ab-"


def told(words, *evidence):
    found = unevidenced([Statement(words, "paragraph 1")], evidence or EVIDENCE)
    assert all(finding.place == "paragraph 1" for finding in found)
    return [(finding.kind, finding.words) for finding in found]


@pytest.mark.parametrize(
    "words",
    [
        "About 12 ferries, a dozen or so.",
        "It was 65 %, or 65 per cent, or 65％, or sixty-five percent.",
        "Cranes for 1.2 million, which is 1.200.000 or 1 200 000.",
        "Between 10 and 12 million; some say 10 million.",
        "As much as 50 % of the berths.",
        "Some 12,000 came, twelve thousand in all, or 12.000.",
        "The 21st crew, a crew of four hundred and thirty.",
        "One of them, first of all, took two sides and nine steps.",
        "See Excerpt 3, Topics 4 and 5, pp. 71–77, [88] and [^9], and (7) as well.",
        "14. The list goes on at https://example.org/2031/77.",
        "",
        "…",
    ],
)
def test_numbers_that_evidence_holds(words):
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "On 6 March 2022, March 6, 2022, 2022-03-06, 06.03.2022, 2022年3月6日 and 6 March.",
        "In March 2022, in March, in 2022 and in the 2010s.",
        "On 5 July 2022 and 2022年7月, on the 5th, on a Tuesday and on 8–9 May.",
        "It opened on 9 May 2022.",
        "From 2019–22 it grew.",
    ],
)
def test_dates_that_evidence_holds(words):
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The ministry of ports and the Ports of Norland.",
        "They met Okonkwo-Lindqvist and President Okonkwo, and later van der Velde and Captain Velde.",
        "Norlanders and Norland’s crews; the US, the EPC and the United States.",
        "The F-7 or F7 tugs of the Foreign Ministry.",
        "Berths are full. Yesterday Norland said so.",
        "Ferries Leave Without Okonkwo and Cranes",
        "港湾局の東京事務所は閉まった。",
    ],
)
def test_names_that_evidence_holds(words):
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "finding"),
    [
        ("Some 13 ferries left.", ("number", "13")),
        ("Some thirteen ferries left.", ("number", "thirteen")),
        ("Some 66 % left.", ("number", "66 %")),
        ("Some 12 % left.", ("number", "12 %")),
        ("It cost $1.3 million.", ("number", "$1.3 million")),
        ("It cost EUR 7bn.", ("number", "EUR 7bn")),
        ("It takes 10–13 days.", ("number", "13")),
        ("The 22nd crew came.", ("number", "22nd")),
        ("It is 5.10 metres long.", ("number", "5.10")),
        ("It left at 15:45 again.", ("number", "15:45")),
        ("Version 1.2.3 of it.", ("number", "1.2.3")),
        ("It is " + "7" * 5000 + " long.", ("number", "7" * 5000)),
        ("On 7 March 2022 it left.", ("date", "7 March 2022")),
        ("On 6 March 2021 it left.", ("date", "6 March 2021")),
        ("On March 6–8, 2022 it left.", ("date", "8, 2022")),
        ("It was in April.", ("date", "April")),
        ("It was in 2023 too.", ("date", "2023")),
        ("On a Monday it left.", ("date", "Monday")),
        ("On 2024年5月1日 it left.", ("date", "2024年5月1日")),
        ("The Ministry of Dredging said so.", ("name", "Ministry of Dredging")),
        ("It left North Quay.", ("name", "North Quay")),
        ("They met Ruben de Graaf.", ("name", "Ruben de Graaf")),
        ("It is Ostmark’s.", ("name", "Ostmark")),
        ("They met Ruben Hask One day.", ("name", "Ruben Hask")),
        ("The OPQ said so.", ("name", "OPQ")),
        ("The F-8 left.", ("name", "F-8")),
    ],
)
def test_what_no_evidence_holds(words, finding):
    assert told(words) == [finding]


def test_a_finding_is_told_once_a_statement_and_in_order():
    words = "It was 77 for Ostmark in 2031, and 77 for Ostmark again."
    assert told(words) == [("number", "77"), ("name", "Ostmark"), ("date", "2031")]
    both = unevidenced([Statement("77", "one"), Statement("77", "two")], EVIDENCE)
    assert [finding.place for finding in both] == ["one", "two"]


def test_a_word_that_opens_a_sentence_is_a_name_if_it_has_its_capital_elsewhere_too():
    assert told("Dredging goes on.") == []
    assert told("Ostmark goes on. So does Dredging in Ostmark.") == [("name", "Ostmark"), ("name", "Dredging")]


@given(
    st.lists(st.sampled_from([*"0123456789١५ .,:-–/()[]%$ıİſKéÅ年月日万百元'\n", *WORDS.split()]), max_size=30).map(
        "".join
    )
)
def test_any_text_is_read(words):
    assert all(finding.words and finding.words in words for finding in unevidenced([Statement(words, "")], ()))


statements = st.lists(st.text(max_size=80) | st.sampled_from(EVIDENCE), max_size=4).map(
    lambda texts: [Statement(text, f"paragraph {number}") for number, text in enumerate(texts, 1)]
)
texts = st.lists(st.text(max_size=80) | st.sampled_from(EVIDENCE), max_size=4)


@given(st.lists(st.sampled_from(EVIDENCE), max_size=6))
def test_prose_made_of_evidence_is_in_evidence(sentences):
    assert (
        unevidenced([Statement(" ".join(sentences), ""), *(Statement(text, "") for text in sentences)], EVIDENCE) == ()
    )


@given(statements, texts, texts)
def test_more_evidence_never_gives_more_findings(prose, evidence, more):
    assert set(unevidenced(prose, evidence + more)) <= set(unevidenced(prose, evidence))


@example(10_000)
@given(
    st.integers(min_value=13, max_value=10**12).filter(lambda n: n not in {20, 21, 65, 430, 2019, 2022, 12000, 1200000})
)
def test_a_number_that_evidence_lacks_is_found(number):
    found = told(f"There were {number:,} berths at the quay.")
    assert [words for _, words in found] == ([f"{number:,}"] if number not in {10**7, 12 * 10**6} else [])


@pytest.mark.parametrize(
    "unit", ["Ostmark said 13 of 6 March. ", "A ", "6–", "half a ", "of Of ", "1,000,", "[1,", "百1", " "]
)
def test_the_work_grows_with_the_text(unit):
    def tell(text):
        return unevidenced([Statement(text, "")], [text])

    assert grows_with(500, tell, lambda size: unit * (size // len(unit)))
    tell(unit * (20_000 // len(unit)))  # a pattern that took time beyond the length would not come to an end
