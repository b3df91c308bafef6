"""Word files that people and programs have edited: every altered quotation is found, and no other is accused."""

import pytest
from word_edits import EDITS, Word

from briefgen.model.claim import Kind
from briefgen.pipeline.verify import verify


def number_of(finding, recorded):
    """The number of the excerpt that a finding is about; 0 for none."""
    if finding.span is None:
        return 0
    touched = (
        each.number
        for each in recorded
        if each.document == finding.document
        and each.span.start < finding.span.end
        and finding.span.start < each.span.end
    )
    return next(touched, 0)


def check(expected, data, bench, recorded, folder, lost=frozenset()):
    """Prove an edited file, and hold what is found to what was expected; `lost` are excerpts that nobody can miss."""
    path = folder / "edited.docx"
    path.write_bytes(data)
    verdict = verify(path, bench).verdict
    told = [(finding.kind, number_of(finding, recorded)) for finding in verdict.findings]
    assert sorted(each for each in told if each[0] is not Kind.EXACT) == sorted(expected)
    exact = {number for kind, number in told if kind is Kind.EXACT}
    accused = {number for _, number in expected}
    assert exact >= {each.number for each in recorded} - accused - lost
    return verdict


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_file(name, original, either, recorded, tmp_path):
    word = Word(original)
    EDITS[name].change(word)
    verdict = check(EDITS[name].expected, word.saved(), either, recorded, tmp_path)
    pending = [f"{each.change} {each.words}" for each in verdict.pending]
    assert all(any(wanted in each for each in pending) for wanted in EDITS[name].pending)
    if either.ledger is None:
        assert any(EDITS[name].remark in remark for remark in (*verdict.remarks, "")) or not EDITS[name].remark
