"""What a config may refer to, and where its project is."""

import os
from dataclasses import dataclass
from pathlib import Path

from briefgen.cite import EXPORTS, STYLES

BESIDE = ("entities.yaml", "publishers.yaml")
"""The files that are read unasked, if they are beside a config."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names that other rooms give to formats, citation styles and templates."""

    formats: tuple[str, ...] = ("docx", "md", "html", "pdf", *EXPORTS)
    citations: tuple[str, ...] = tuple(STYLES)
    templates: tuple[str, ...] = ("evidence-annex", "mail", "nothing-new", "one-pager", "policy-brief", "weekly")


def project_root(path: Path) -> Path:
    """Give the project root of a config: the parent of the folder `config` that holds it, else its own folder."""
    folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - `resolve` would follow links out of the project
    return folder.parent if folder.name == "config" else folder
