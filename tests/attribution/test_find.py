"""Speaker, cue and content in sentences of every shape, and the laws that hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken import Speech
from steps import grows_with

ENGLISH = [
    ("Ada Quill said the pier would close.", "Ada Quill", "said", "the pier would close"),
    ("The pier would close, Ada Quill said on Monday.", "Ada Quill", "said", "The pier would close"),
    ("“The pier will close,” said Ada Quill.", "Ada Quill", "said", "“The pier will close,”"),
    ("“We close it,” Quill, the harbour master, said.", "Quill, the harbour master,", "said", "“We close it,”"),
    ("“It will,” she said, “be a long winter.”", "she", "said", "“It will,” … “be a long winter.”"),
    ("The ferries, Quill said, are late.", "Quill", "said", "The ferries … are late"),
    ("In an interview with Coast News, Quill said the crane had failed.", "Quill", "said", "the crane had failed"),
    ("The port told reporters that the crane had failed.", "The port", "told", "that the crane had failed"),
    ("The port has repeatedly denied the charge.", "The port", "has repeatedly denied", "the charge"),
    ("According to the board, the crane had failed.", "the board", "According to", "the crane had failed"),
    ("The crane had failed, according to the board.", "the board", "according to", "The crane had failed"),
    ("The pier is shut, as stated in a draft of the plan.", "a draft of the plan", "as stated in", "The pier is shut"),
    ("Quill warned against a second pier.", "Quill", "warned against", "a second pier"),
    ("Quill described the crane as “a danger to us all”.", "Quill", "described", "the crane as “a danger to us all”"),
    ("Quill turned to us: “Nobody sails from here.”", "Quill", "turned to us", "“Nobody sails from here.”"),
    ("“Nobody sails from here!” the boy laughed.", "the boy", "laughed", "“Nobody sails from here!”"),
    ("Elling Cranes, Inc. (EC: 120) today announced a new crane.", "Elling Cranes, Inc. (EC: 120) today", "announced",
     "a new crane"),
    ("ELLING, May 2 /Wire/.-The port said the crane had failed.", "The port", "said", "the crane had failed"),
    ("The charge was denied by the harbour board.", "the harbour board", "was denied", "The charge"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content"), ENGLISH)
def test_english(text, source, cue, content):
    assert (source, cue, content) in Speech(text).parts()


def test_one_subject_says_two_things():
    parts = Speech("The minister criticized the plan and urged the board to wait, warning that ice was near.").parts()
    assert [(source, cue) for source, cue, _ in parts] == [
        ("The minister", "criticized"),
        ("The minister", "urged"),
        ("The minister", "warning"),
    ]
    assert [content for *_, content in parts] == ["the plan", "to wait", "that ice was near"]


LANGUAGES = [
    ("岸辺首相は１日、「港を閉じない」と述べた。", "岸辺首相", "「港を閉じない」"),
    ("港湾部长表示：“码头不会关闭。”", "港湾部长", "“码头不会关闭。”"),
    ("김하나 장관은 “항구를 닫지 않겠다”고 말했다.", "김하나 장관", "“항구를 닫지 않겠다”"),
    ("«Порт не закроется», — заявил министр Анна Перова.", "министр Анна Перова", "«Порт не закроется»"),
    ("Министр Анна Перова заявила: «Порт не закроется».", "Министр Анна Перова", "«Порт не закроется»"),
]


@pytest.mark.parametrize(("text", "source", "content"), LANGUAGES)
def test_other_languages(text, source, content):
    assert [(found[0], found[2]) for found in Speech(text).parts()] == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at noon.",
        "The harbour has maintained a second pier since 1990.",
        "The reports and the claims were filed.",
        "They call the crane “Old Meg”.",
        "He took a sign that read “No swimming” home.",
        "港で「みなと丸」を見た。",
        "Судно «Надежда» стоит в порту.",
        "항구에 “희망호”가 있다.",
        "码头上有“希望号”。",
    ],
)
def test_a_name_between_marks_and_a_deed_are_nobody_s_speech(text):
    assert not [
        each for each in Speech(text).found if each.source and each.is_spoken and "“" in Speech(text).content(each)[:1]
    ]


def test_speech_goes_on_in_its_paragraph_and_in_one_of_its_own():
    text = (
        "“We will close the pier,” said Ada Quill. “The ice is too thick for us.”\n"
        "“And nobody will sail before spring comes.”\n"
        "The ferries lay in the harbour.\n"
        "“This one is not hers at all.”\n"
    )
    first, *others = Speech(text).parts()
    assert first == ("Ada Quill", "said", "“We will close the pier,” … “The ice is too thick for us.”")
    assert [content for *_, content in others] == ["“And nobody will sail before spring comes.”"]


def test_a_transcript_names_its_speakers_in_capitals():
    text = "QUILL: The pier is closed.\nREPORTER: Until when?\n"
    assert [found[0] for found in Speech(text).parts()] == ["QUILL", "REPORTER"]
    assert Speech("ELLING: The pier is closed.\nThe ferries wait.\n").parts() == []


def test_what_somebody_thinks_or_does_is_told_from_what_he_says():
    spoken = {
        text: any(each.is_spoken for each in Speech(text).found)
        for text in (
            "Quill said the ice is thick.",
            "Quill declared that the ice is thick.",
            "Quill believes the ice is thick.",
            "Quill supports the plan.",
            "Quill declared a holiday.",
            "Quill did not say the ice is thick.",
            "Quill will announce a second pier.",
            "Quill declined to comment on it.",
        )
    }
    assert list(spoken.values()) == [True] * 2 + [False] * 6


PIECES = st.sampled_from(
    [*"“”\"'«»「」,.;:—()\n ", " said ", " told ", " that ", " who ", "Ada Quill", " the pier ", "According to ",
     " and ", " as stated in ", "と述べた", "表示：", "고 말했다", ", — заявил ", "QUILL: ", " is ", " saying ", "he "]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=60).map("".join))
def test_every_part_is_words_of_its_text(text):
    speech = Speech(text)
    cues = [each.cue.start for each in speech.found]
    assert cues == sorted(cues)
    for each in speech.found:
        assert each.content
        assert list(each.content) == sorted(each.content)
        spans = [*each.content, each.cue, *([each.source] if each.source else [])]
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)
        assert all(span.of(text).strip() for span in each.content)
    for paragraph in speech.paragraphs:
        assert all(said.speaker for said in speech.speaking(paragraph))


@pytest.mark.parametrize(
    "piece",
    [
        "Quill said that ",
        "“a,” he said ",
        "A",
        "A-",
        "in the a ",
        "said, ",
        "“",
        "he said. ",
        "Mr. Quill, who ",
        "QUILL: a\n",
    ],
)
def test_the_work_grows_with_the_text(piece):
    assert grows_with(1000, Speech, lambda size: piece * (size // len(piece)))
    Speech(piece * (60_000 // len(piece)))  # a pattern that took time beyond the length would not come to an end
