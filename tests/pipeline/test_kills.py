"""`briefgen run-due` is killed, at any moment, and every reader has the brief all the same."""

import random

import pytest
from kills import after, at_message, trial


def test_a_kill_between_the_answer_and_the_note_sends_that_message_again_and_no_other(in_memory):
    found = trial(in_memory / "desk", at_message(3))
    assert found.wrong == ()
    assert (found.served, found.accepted, len(found.twice)) == (2, 1, 1)


MOMENTS = random.Random(5)  # noqa: S311 - no secret


@pytest.mark.parametrize("moment", [MOMENTS.uniform(0.1, 1.5) for _ in range(5)])
def test_a_kill_at_any_moment_costs_nobody_the_brief(moment, in_memory):
    found = trial(in_memory / "desk", after(moment))
    assert found.wrong == ()
    assert len(found.twice) <= found.accepted
