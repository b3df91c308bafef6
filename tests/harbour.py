"""A small project that a brief is built from in a few hundredths of a second: two notes, and a template of its own."""

from pathlib import Path

READERS = tuple(f"{name}@port.example" for name in ("ada", "bo", "cy", "dee", "eli"))

_NOTES = {
    "ferries.txt": "Ferries return to the strait\n\nBy Ada Quill\n\n12 January 2026\n\n"
    "The ferry company said that its boats would sail again. The harbour master expects three crossings a day.\n",
    "cranes.md": "# Cranes\n\nThe cranes of the harbour stood still for a month. A ferry waited below them.\n",
}
_TEMPLATE = """\
# {{ brief.title }}

{% for e in brief.key_points %}
> {{ e }}{{ cite(e) }}

{{ role("source-line") }}{{ e.source_line }}

{% endfor %}

{{ notes() }}
"""
_CONFIG = """\
title: The port this week
sources: ../notes
topics: [{title: Ferries, about: [ferry]}]
template: plain
"""


def project(root: Path) -> Path:
    """Make the project without a config; gives the folder for configs."""
    for folder in ("config", "notes", "templates"):
        (root / folder).mkdir(parents=True)
    for name, text in _NOTES.items():
        (root / "notes" / name).write_text(text, "utf-8")
    (root / "templates" / "plain.md.j2").write_text(_TEMPLATE, "utf-8")
    return root / "config"


def config(folder: Path, name: str, *lines: str) -> Path:
    """Write a config with these lines more."""
    path = folder / f"{name}.yaml"
    path.write_text("\n".join([_CONFIG, *lines, ""]), "utf-8")
    return path


def mailing(port: int, *readers: str, attach: str = "md") -> str:
    """The lines of a config that mail a file to these readers by the server at a port of this machine."""
    server = f"host: 127.0.0.1, port: {port}, attach: {attach}"
    return f"formats: {attach}\nemail: {{from: desk@port.example, to: [{', '.join(readers or READERS)}], {server}}}"
