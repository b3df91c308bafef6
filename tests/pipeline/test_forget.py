"""A text is forgotten for good, and what tells of it stays."""

import json
from datetime import date

import pytest
import web
from server import serving

from briefgen.cli import main
from briefgen.config import load
from briefgen.corpus import open_corpus
from briefgen.errors import CorpusError
from briefgen.pipeline.bench import Against, open_bench
from briefgen.pipeline.build import build
from briefgen.pipeline.fetch import fetch
from briefgen.pipeline.forget import forget
from briefgen.pipeline.intake.ingest import ingest
from briefgen.pipeline.verify import verify

DAY = date(2026, 11, 20)
SPILLED = "The Quuxbury crane was sold by mistake, the harbour of Zorkholm said."


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with two notes that were read into its corpus."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "secret.txt").write_text(SPILLED, "utf-8")
    (tmp_path / "seeds" / "ferry.txt").write_text("The ferry of Farrow waits for the tide.", "utf-8")
    with open_corpus(tmp_path / ".briefgen" / "corpus.db") as corpus:
        ingest(corpus, [tmp_path / "seeds"], tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def held(project):
    return b"".join(path.read_bytes() for path in sorted((project / ".briefgen").iterdir()) if path.is_file())


def test_it_is_gone_and_is_not_taken_up_again(project):
    assert b"uuxbury" in held(project)
    forgotten = forget("secret.txt", "takedown", DAY)
    assert forgotten.paths == ("seeds/secret.txt",)
    assert (project / "seeds" / "secret.txt").read_text("utf-8") == SPILLED
    assert b"uuxbury" not in held(project)
    with open_corpus(project / ".briefgen" / "corpus.db") as corpus:
        intake = ingest(corpus, [project / "seeds"], project)
        assert intake.skipped == (("seeds/secret.txt", "forgotten on 2026-11-20: takedown"),)
        assert (intake.paths, intake.documents, intake.read) == (("seeds/ferry.txt",), 1, 0)
        assert corpus.known("seeds/secret.txt") is None
        assert corpus.known("seeds/ferry.txt") is not None
    assert b"uuxbury" not in held(project)


def test_the_command_says_what_it_did_and_what_still_holds_it(project, capsys):
    with open_corpus(project / ".briefgen" / "corpus.db") as corpus:
        document = corpus.known("seeds/secret.txt").document
    assert main(["corpus", "forget", document[:8], "--why", "takedown", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["document"], told["why"], told["paths"]) == (document, "takedown", ["seeds/secret.txt"])
    assert main(["corpus", "forget", document, "--why", "again"]) == 0
    captured = capsys.readouterr()
    assert "takedown" in captured.out
    assert "not be taken up again" in captured.err


def test_an_old_brief_is_told_when_and_why_its_source_was_forgotten(project):
    (project / "config").mkdir()
    path = project / "config" / "cranes.yaml"
    path.write_text("title: C\nsources: ../seeds\ntopics:\n  - title: Cranes\n    about: [crane]\n", "utf-8")
    built = build(load(path), date(2026, 11, 22), project / "out")
    (document,) = {excerpt.document for excerpt in built.brief.excerpts}
    forget(document, "takedown by the publisher", DAY)
    for placed in built.placed:
        with open_bench([placed.path], Against()) as bench:
            findings = verify(placed.path, bench).verdict.findings
        details = {finding.detail for finding in findings if finding.document == document}
        assert details == {"its source was forgotten on 2026-11-20: takedown by the publisher"}


def test_a_brief_says_that_it_passes_over_what_was_forgotten(project, capsys):
    (project / "config").mkdir()
    path = project / "config" / "quays.yaml"
    path.write_text("title: Q\nsources: ../seeds\ntopics:\n  - title: Ferries\n    about: [ferry]\n", "utf-8")
    forget("secret.txt", "takedown by the publisher", DAY)
    assert main(["build", str(path), "--as-of", "2026-11-22"]) == 0
    said = capsys.readouterr().err
    assert "1 skipped" in said
    assert "skipped seeds/secret.txt: forgotten on 2026-11-20: takedown by the publisher" in said


@pytest.mark.parametrize("words", ["nothing.txt", "0" * 64, "0" * 8])
def test_what_is_not_there_is_said(project, words):
    with pytest.raises(CorpusError, match="holds no document"):
        forget(words, "why", DAY)


def test_a_name_that_means_two_is_said(project):
    (project / "seeds" / "more").mkdir()
    (project / "seeds" / "more" / "ferry.txt").write_text("The ferry of Calder sails at noon.", "utf-8")
    with open_corpus(project / ".briefgen" / "corpus.db") as corpus:
        ingest(corpus, [project / "seeds"], project)
    with pytest.raises(CorpusError, match="name one"):
        forget("ferry.txt", "why", DAY)


def test_where_there_is_no_corpus_it_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CorpusError, match="there is no corpus here"):
        forget("ferry.txt", "why", DAY)


def test_what_was_fetched_is_deleted_and_what_has_changed_is_not_called_the_same(project, tmp_path_factory):
    with serving({"/page-1.txt": (SPILLED.encode(), "text/plain")}) as server:
        settings = web.project(project, server, "/page-1.txt")
        (file,) = fetch(settings, web.AT, web.QUICK).files
        with open_corpus(settings.corpus) as corpus:
            ingest(corpus, settings.sources, settings.root)
            document = corpus.known(file.relative_to(project).as_posix()).document
        (project / "seeds" / "secret.txt").write_text("The crane of Calder is sold.", "utf-8")
        assert forget(document, "takedown", DAY).paths == ()
        assert not file.exists()
        assert not any(b"uuxbury" in each.read_bytes() for each in (project / ".briefgen").rglob("*") if each.is_file())
        assert fetch(settings, web.AT, web.QUICK).read == 0
        with open_corpus(settings.corpus) as corpus:
            ingest(corpus, settings.sources, settings.root)
            assert corpus.known(file.relative_to(project).as_posix()) is None
