"""Labels in an analyst's Markdown become its own."""

import pytest

from briefgen.compose.prose import own

CASES = {
    "Plain *words*.": "Plain *words*.",
    "One[^1], two[^a].\n\n[^1]: A.\n[^a]: B.": "One[^s0-1], two[^s0-a].\n\n[^s0-1]: A.\n[^s0-a]: B.",
    "No such note[^3].": "No such note\\[^3].",
    "Escaped \\[^1]\n\n[^1]: x[^1]": "Escaped \\[^1]\n\n[^s0-1]: x[^s0-1]",
    "See [the plan][1], [1][] or [1].\n\n[1]: https://a.example": (
        "See [the plan][s0-1], [1][s0-1] or [1][s0-1].\n\n[s0-1]: https://a.example"
    ),
    "See [Case  folds]: here\n\n[case Folds]: https://a.example": (
        "See [Case  folds][s0-Case  folds]: here\n\n[s0-case Folds]: https://a.example"
    ),
    "[inline](https://a.example) ![picture][p] [sic]\n\n[p]: https://a.example/p.png": (
        "[inline](https://a.example) ![picture][s0-p] [sic]\n\n[s0-p]: https://a.example/p.png"
    ),
    "\r\nA line\rand another\n\n": "A line\nand another",
    "A \x0e mark": "A \ufffd mark",
    "": "",
}


@pytest.mark.parametrize("markdown", CASES)
def test_labels_become_its_own(markdown: str) -> None:
    assert own(markdown, "s0") == CASES[markdown]


def test_two_texts_with_the_same_labels_do_not_meet() -> None:
    text = "A[^1], [b].\n[^1]: c\n[b]: https://b.example"
    assert not set(own(text, "s1").splitlines()) & set(own(text, "s2").splitlines())
