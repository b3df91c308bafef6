import pytest

from briefgen.counting import count


@pytest.mark.parametrize(
    ("number", "thing", "words"),
    [
        (0, "source", "0 sources"),
        (1, "copy", "1 copy"),
        (2, "copy", "2 copies"),
        (2, "day", "2 days"),
        (3, "address", "3 addresses"),
        (2, "re-telling", "2 re-tellings"),
        (1_000, "earlier version", "1000 earlier versions"),
    ],
)
def test_a_number_of_things_is_said_in_english(number, thing, words):
    assert count(number, thing) == words
