"""A held edition is edited, saved by LibreOffice, approved and mailed; the next one knows what stood in it."""

import shutil
from datetime import UTC, datetime, timedelta
from io import BytesIO

from docx import Document
from harbour import config, mailing, project
from libreoffice import convert
from postbox import Postbox

from briefgen.model.edition import State
from briefgen.pipeline.configs import load
from briefgen.pipeline.delivery.approve import approve
from briefgen.pipeline.delivery.editions import editions, folder_of
from briefgen.pipeline.delivery.run_due import run_due

MONDAY = datetime(2026, 3, 2, 7, tzinfo=UTC)
WEEK = timedelta(weeks=1)


def without_second(path):
    """Take the second quotation out, with the line under it, and say something at the top."""
    document = Document(BytesIO(path.read_bytes()))
    start = next(n for n, each in enumerate(document.paragraphs) if "A ferry waited below them." in each.text)
    for paragraph in document.paragraphs[start : start + 2]:
        paragraph._element.getparent().remove(paragraph._element)
    document.paragraphs[0].insert_paragraph_before("A word from the desk.")
    document.save(path)


def test_what_was_saved_by_libreoffice_arrives_and_the_next_edition_knows_what_stood_in_it(tmp_path):
    with Postbox() as postbox:
        lines = mailing(postbox.port, "ada@port.example", "bo@port.example", attach="docx")
        review = "schedule: {weekly: Monday 07:00, review: required}"
        settings = load(config(project(tmp_path / "desk"), "port", lines, review))
        folder = settings.path.parent
        run_due(folder, MONDAY - WEEK / 7)
        run_due(folder, MONDAY)
        ((held, _),) = editions(settings)
        mine = tmp_path / "my brief.docx"
        shutil.copy(folder_of(held, settings) / held.files[0].name, mine)
        without_second(mine)
        (final,) = convert("docx", tmp_path / "saved", mine)

        approval = approve(settings, MONDAY, (final,), {})
        assert approval.open == ()
        assert [each.excerpt for each in approval.edition.excerpts] == [held.excerpts[0].excerpt]
        run_due(folder, MONDAY)
        assert [each.recipient for each in postbox.posted] == ["ada@port.example", "bo@port.example"]
        for each in postbox.posted:
            (attached,) = each.message.iter_attachments()
            assert attached.get_content() == final.read_bytes()
            assert "A ferry waited" not in each.message.get_body(("plain",)).get_content()
        # The excerpt that was taken out is new to the readers, so it comes again; once it is out, nothing is new.
        states = []
        for week in (1, 2):
            run_due(folder, MONDAY + week * WEEK)
            states.append(editions(settings)[0][0].state)
            if states[-1] is State.HELD:
                approve(settings, MONDAY + week * WEEK, (), {})
        assert states == [State.HELD, State.EMPTY]
