"""What can be typed, and the help for it."""

import argparse
from pathlib import Path

from briefgen import __version__
from briefgen.cli import choosing, delivering, revising, scheduling, templating
from briefgen.cli.arguments import (
    EPILOG,
    Commands,
    against,
    as_json,
    citations,
    command_of,
    configs,
    missed,
    number,
    scope,
    topics,
)


def parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="briefgen",
        description="Turn a folder of sources into a policy brief whose quotations are verbatim, cited and provable.",
        epilog="`briefgen` alone says where you stand and what comes next.\n\n" + EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"briefgen {__version__}")
    # With its own name given, argparse need not load what it formats names with.
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="briefgen")
    for add in (
        _build,
        _verify,
        delivering.approve,
        delivering.send,
        delivering.outbox,
        delivering.editions,
        delivering.diff,
        scheduling.run_due,
        scheduling.schedule,
        _quote,
        _check,
        _explain,
        choosing.pick,
        revising.pull,
        choosing.suggest,
        _search,
        _read,
        _sources,
        _fetch,
        _ask,
        _corpus,
        templating.template,
        _schema,
    ):
        add(commands)
    return top


def _build(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = command_of(
        commands,
        "build",
        "Build the brief of each CONFIG as Word and Markdown files.\n\n"
        "Every quotation is proved in the finished bytes before a file is put in place. A file that somebody has\n"
        "changed since is never overwritten: the new one gets a suffix.",
        "briefgen build config/russia.yaml --as-of 2026-11-22",
    )
    configs(command)
    scope(command)
    command.add_argument(
        "--out", type=Path, metavar="DIR", help="where the files go (default: out/ at the project root)"
    )
    command.add_argument(
        "--format",
        action="append",
        dest="formats",
        metavar="F",
        help="docx, md, html, pdf and so on; may be given several times (default: the config's)",
    )
    command.add_argument("--strict", action="store_true", help="end with 1 if a topic found nothing")
    command.add_argument("--scrub", action="store_true", help="leave the record of the brief out of its files")
    command.add_argument(
        "--changes", action="store_true", help="write what changed since the last edition, as tracked changes in Word"
    )
    command.add_argument(
        "--record", action="store_true", help="keep it as an edition, for a brief that is delivered by hand"
    )
    as_json(command, "print what was built as JSON")


def _check(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = command_of(
        commands,
        "check",
        "Read a config back in plain words, with what its topics find. All mistakes are shown at once,\n"
        "each with its file, line and column.",
        "briefgen check config/russia.yaml",
    )
    configs(command)
    scope(command)
    command.add_argument("--strict", action="store_true", help="end with 1 if a topic finds nothing")
    as_json(command, "print the findings as JSON")


def _explain(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = command_of(
        commands,
        "explain",
        "Show why each excerpt was chosen, and what just missed. Writes no brief.",
        'briefgen explain config/russia.yaml --topic "Taiwan Strait"',
    )
    topics(command)
    missed(command, 5)
    as_json(command, "print everything as JSON")


def _verify(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = command_of(
        commands,
        "verify",
        "Prove all quotations of finished files: Word, Markdown, HTML, PDF, brief.json, edited or not, ours or not.\n\n"
        "Each quotation is read as if all tracked changes were accepted, and looked for in the sources: the --sources\n"
        "given, else the --corpus, else the corpus of the project that the file lies in. It is found to be exact;\n"
        "typography only or abridged (told, and no fault); altered, moved, miscited, uncited, unknown or unproven.\n"
        "Missing is an excerpt of the brief that the file no longer holds. An unknown quotation of less than four\n"
        "words is no fault. Presence is proved, support is not. Ends with 1 if there is a fault.",
        "briefgen verify out/russia/2026-11-22/russia-2026-11-22.docx\n  briefgen verify memo.docx --sources clips/",
    )
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a finished file")
    against(command)
    command.add_argument(
        "--since", action="store_true", help="also say which of the cited sources have changed or gone since"
    )
    command.add_argument("--strict", action="store_true", help="end with 1 for minor findings too")
    command.add_argument(
        "--html", type=Path, metavar="OUT", help="write a report to look at, with sources side by side"
    )
    command.add_argument(
        "--annotate", type=Path, metavar="OUT", help="write a copy of a Word file with a comment at each finding"
    )
    command.add_argument(
        "--footnote",
        type=Path,
        metavar="OUT",
        help="write a copy of a Word file with a note at each proved quotation",
    )
    citations(command)
    as_json(command, "print one JSON object a file")


def _quote(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = command_of(
        commands,
        "quote",
        "Print the whole sentence that holds some words, with its citation, ready to paste.\n\n"
        "They are looked for in the --sources given, else in the --corpus, else in the corpus of the project here.",
        'briefgen quote "opening words of a sentence" --sources clips/',
    )
    command.add_argument("words", nargs="+", metavar="WORDS", help="words of a sentence, as they stand there")
    against(command)
    citations(command)
    command.add_argument("--limit", type=number, default=3, metavar="N", help="how many sources (default: 3; 0: all)")
    as_json(command, "print JSON lines: words citation path document start end")


def _search(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = command_of(
        commands,
        "search",
        'Search sources for passages or documents. The query is in Lucene syntax: AND OR NOT, "phrases",\n'
        '"near words"~5, prefix*, =literal, (groups), publisher:, author:, date:[2024-01-01 TO *]. Words side by side\n'
        "are joined by AND; NOT leaves out articles that hold the word anywhere.",
        "briefgen search 'Taiwan AND \"status quo\"' --sources seeds --limit 5",
    )
    command.add_argument("query", nargs="?", default="", metavar="QUERY", help="a query in Lucene syntax")
    command.add_argument(
        "--question", default="", metavar="TEXT", help="a question in plain words; ranks, or searches alone"
    )
    command.add_argument(
        "--sources", type=Path, nargs="+", required=True, metavar="PATH", help="files or folders to search"
    )
    command.add_argument("--limit", type=number, default=20, metavar="N", help="how many results (default: 20; 0: all)")
    command.add_argument(
        "--by", choices=("passage", "document"), default="passage", help="what a result is (default: passage)"
    )
    command.add_argument("--corpus", type=Path, metavar="FILE", help="keep what is read in FILE, for the next search")
    command.add_argument("--entities", type=Path, metavar="FILE", help="a synonyms file (entities.yaml)")
    as_json(command, "print JSON lines: rank score path document start end exact title publisher published")


def _read(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = command_of(
        commands,
        "read",
        "Show what briefgen sees in a file: the work it is, and which of its blocks may be quoted.",
        "briefgen read seeds/*.txt --json",
    )
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a source file")
    as_json(command, "print one JSON object a line: path sha256 document work text blocks")


def _sources(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = command_of(
        commands,
        "sources",
        "List the sources of a config: what is known of each work, where it comes from, how far that can be\n"
        "trusted (certain: a person wrote it; good: stated for this work; weak: read from its text or from a file's\n"
        "properties), and which tell one story.\n"
        "With `show DOC`: one of them, with its text.",
        "briefgen sources config/russia.yaml --table > works.csv",
    )
    command.add_argument("config", type=Path, metavar="CONFIG", help="the config of a brief")
    command.add_argument("action", nargs="?", choices=("show",), help="show one source")
    command.add_argument(
        "document", nargs="?", metavar="DOC", help="its path, the end of it, or the first digits of its id"
    )
    scope(command)
    command.add_argument(
        "--table",
        action="store_true",
        help="print the table of works, with what is known and blanks for what is not; correct it and\n"
        "save it as sources.csv in the folder of sources (never print it straight over that file)",
    )
    command.add_argument(
        "--publishers",
        action="store_true",
        help="print the publishers that nobody has graded, as lines to complete and to add to config/publishers.yaml",
    )
    as_json(command, "print one JSON object a line")


def _fetch(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = command_of(
        commands,
        "fetch",
        "Fetch the feeds and pages that CONFIGs name among their sources.\n\n"
        "Besides it, only the delivery of briefs uses the network.\n"
        "A page that has not changed is not sent again; one that has becomes a new version, and the old one can still\n"
        "be proved. What is fetched stands in .briefgen/fetched/ at the root of the project.",
        "briefgen fetch config/russia.yaml",
    )
    configs(command)
    as_json(command, "print how it went as JSON, one object a config")


def _ask(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = command_of(
        commands,
        "ask",
        "Ask for what stands between a brief and clean citations: of the works that it quotes, what is not known\n"
        "or is known with weak confidence only (read from its text, or from a file's properties).\n\n"
        "Answers are written into sources.csv beside the sources; what a person wrote there stays as it is. Without a\n"
        "terminal the questions are printed.",
        "briefgen ask config/russia.yaml",
    )
    command.add_argument("config", type=Path, metavar="CONFIG", help="the config of a brief")
    scope(command)
    as_json(command, "print the questions as JSON, one object a line")


def _corpus(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = command_of(
        commands,
        "corpus",
        "Forget a text: take it out of the corpus for good (a takedown, a spill), and leave a note of it.\n\n"
        "Its words are gone from the file and its indexes, and are not taken up again if a source still holds them.",
        "briefgen corpus forget 3fa9c01d --why 'takedown by the publisher, 20 November 2026'",
    )
    command.add_argument("action", choices=("forget",), help="what to do")
    command.add_argument("document", metavar="DOC", help="its id, the first digits of it, or the end of its path")
    command.add_argument("--why", required=True, metavar="TEXT", help="the reason, kept with the day")
    command.add_argument("--corpus", type=Path, metavar="FILE", help="the corpus file (default: the project's)")
    as_json(command, "print what was forgotten as JSON")


def _schema(commands: "Commands[argparse.ArgumentParser]") -> None:
    command_of(
        commands,
        "schema",
        "Print the JSON Schema of a config, for editors that check and complete YAML.",
        "briefgen schema > config/briefgen.schema.json",
    )
