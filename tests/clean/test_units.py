"""Paragraphs, told by their shape."""

import pytest

from briefgen.clean.units import count, ends_sentence, units

WRAPPED = """The committee met on the second floor of the old customs house and
did not leave it before the lamps were lit, for the list of those who
wanted to speak was longer than anybody had thought it would be. The
chair closed the meeting at nine.
The second day was shorter. It began with the report of the treasurer,
who said that there was money for one more boat and for no more than
that."""


def words(text):
    return [unit.words for unit in units(text, 0, len(text))]


def test_lines_that_break_within_sentences_are_one_paragraph():
    first, second = words(WRAPPED)
    assert (first[:17], first[-16:]) == ("The committee met", "meeting at nine.")
    assert (second[:14], second[-15:]) == ("The second day", "more than that.")


def test_a_paragraph_a_line_is_kept_apart_however_long_the_lines():
    lines = [
        "Ports are closed for a week.",
        "Boats stay in, and the crews are paid. " * 5 + "So it was agreed.",
        "Fish is dear.",
    ]
    assert words("\n".join(lines)) == lines


def test_headlines_of_equal_length_are_not_taken_for_wrapped_lines():
    lines = [f"Harbour master number {n} retires after forty long years" for n in range(100, 108)]
    assert words("\n".join(lines)) == lines


def test_a_wrapped_paragraph_of_a_script_without_spaces():
    line = "港の灯台は毎年春に点検されその結果は秋までに各国へ知らされることになっているが昨年は"
    assert len(words(f"{line}\n{line}\n{line}\n遅れた。")) == 1


@pytest.mark.parametrize("bullet", ["-", "*", "•", "◦", "+"])
def test_a_bullet_alone_belongs_to_the_line_below(bullet):
    text = f"{bullet}\nA ferry that never leaves\n{bullet}\nA second one"
    found = units(text, 0, len(text))
    assert [unit.words for unit in found] == ["A ferry that never leaves", "A second one"]
    assert found[0].bullet == (0, 1)
    assert found[0].start == 2


def test_a_bullet_is_no_part_of_the_words_and_a_dash_in_a_sentence_is_no_bullet():
    assert words("- one\n-two\n— three") == ["one", "-two", "— three"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It ended.", True),
        ("It ended.”", True),
        ("It ended.)", True),
        ("It ended.[3]", True),
        ("終わった。", True),
        ("「終わった。」", True),
        ("Why?", True),
        ("It ended", False),
        ("It ended:", False),
        ("", False),
    ],
)
def test_ends_of_sentences(text, ends):
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "size"), [("one", 1), ("one two", 2), ("灯台条約", 2), ("灯台 one", 3), ("маяк гаснет", 2)]
)
def test_sizes(text, size):
    assert count(text) == size


def test_wrapped_lines_with_blank_lines_between_them_are_paragraphs_too():
    assert words(WRAPPED.replace("\n", "\n\n")) == words(WRAPPED)


def test_wrapped_lines_all_in_capitals():
    assert words(WRAPPED.upper()) == [paragraph.upper() for paragraph in words(WRAPPED)]


def test_a_title_above_one_long_paragraph_is_no_wrapped_line():
    lines = ["The harbour master retires after forty years", '"I am tired," he said. ' * 20]
    assert words("\n".join(lines)) == [line.strip() for line in lines]
