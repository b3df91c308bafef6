"""How far the sentence of a quotation goes on behind it."""

import pytest

from briefgen.quotation.sentence import reach

# Words of a quotation, what follows them, and what of that its note may stand in.
REACHES = [
    ("the quay", "” of the old port. It is closed.", "” of the old port."),
    ("the quay", "”, as was said", "”, as was said"),
    ("the quay", "”. It is closed.", "”. "),
    ("The quay is closed.", "” It is old.", "” "),
    ("the quay", "” and “the crane” stand", "” and "),
    ("the quay", "” of 3.5 metres. No", "” of 3.5 metres."),
    ("the quay", "” isn’t new. No", "” isn’t new."),
    ("埠頭", "」と言った。次", "」と言った。"),
    ("the quay", "", ""),
]


@pytest.mark.parametrize(("words", "following", "reached"), REACHES)
def test_a_note_may_stand_where_the_sentence_goes_on(words, following, reached):
    assert following[: reach(words, following)] == reached
