"""A scrubbed file carries no record of its brief, in any format, and says what it would say with one."""

from dataclasses import replace

import pytest
from test_docx_matrix import composition

from briefgen.formats import format_named
from briefgen.model.brief import Look
from briefgen.record import digest, public


@pytest.mark.parametrize("name", ["docx", "md", "html", "pdf"])
def test_a_scrubbed_file_says_the_same_without_its_record(name, tmp_path):
    if name == "pdf":
        pytest.importorskip("weasyprint")
    form, made = format_named(name), composition("policy-brief", "chicago-notes", tmp_path)
    whole = form.write(made, Look())
    bare = form.write(replace(made, is_scrubbed=True), Look())
    told, said = form.read(whole), form.read(bare)
    assert told.record or told.digest
    assert not said.record
    assert not said.digest
    assert digest(public(made)).encode() not in bare
    assert [one.words for one in said.claims] == [one.words for one in told.claims]
