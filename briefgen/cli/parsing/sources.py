"""What can be typed of sources."""

from pathlib import Path

from briefgen.cli.parsing.arguments import (
    Commands,
    as_json,
    command_of,
    config,
    configs,
    number,
    scope,
)


def search(commands: Commands) -> None:
    """Add `search`."""
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


def read(commands: Commands) -> None:
    """Add `read`."""
    command = command_of(
        commands,
        "read",
        "Show what briefgen sees in a file: the work it is, and which of its blocks may be quoted.",
        "briefgen read seeds/*.txt --json",
    )
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a source file")
    as_json(command, "print one JSON object a line: path sha256 document work text blocks")


def sources(commands: Commands) -> None:
    """Add `sources`."""
    command = command_of(
        commands,
        "sources",
        "List the sources of a config: what is known of each work, where it comes from, how far that can be\n"
        "trusted (certain: a person wrote it; good: stated for this work; weak: read from its text or from a file's\n"
        "properties), and which tell one story.\n"
        "With `show DOC`: one of them, with its text.",
        "briefgen sources config/russia.yaml --table > works.csv",
    )
    config(command)
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


def fetch(commands: Commands) -> None:
    """Add `fetch`."""
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


def ask(commands: Commands) -> None:
    """Add `ask`."""
    command = command_of(
        commands,
        "ask",
        "Ask for what stands between a brief and clean citations: of the works that it quotes, what is not known\n"
        "or is known with weak confidence only (read from its text, or from a file's properties).\n\n"
        "Answers are written into sources.csv beside the sources; what a person wrote there stays as it is. Without a\n"
        "terminal the questions are printed.",
        "briefgen ask config/russia.yaml",
    )
    config(command)
    scope(command)
    as_json(command, "print the questions as JSON, one object a line")


def corpus(commands: Commands) -> None:
    """Add `corpus`."""
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
