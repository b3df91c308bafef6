"""The README's examples and the transcripts beside this file are run, and print what they say."""

from pathlib import Path

import pytest
from postbox import free_port
from transcript import ROOT, agrees, desk, run, steps

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.md"))
DOCUMENTS = [ROOT / "README.md", ROOT / "docs" / "proof.md", *TRANSCRIPTS]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_typed_prints_what_is_written(document, tmp_path):
    folder = desk(tmp_path / "desk")
    # Of several that run at once on one machine, each has a mail server of its own.
    found = steps(document.read_text("utf-8").replace("8025", str(free_port())))
    assert found
    for step in found:
        if "pip install" in step.command or step.command.startswith("git "):
            continue  # the installation itself is what .ci/run tries
        printed, code = run(step.command, folder)
        assert agrees(printed, step.output), f"$ {step.command}\n{printed}"
        assert code == step.code, step.command
