"""How the parts of a Word file are related to each other (ECMA-376 part 2, section 9.3)."""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from briefgen.formats.docx.archive import Archive

MAIN = "officeDocument"
"""The kind of relation by which a package names its main part."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation from one part to another: `target` is the name of that part, or an address outside of the file.

    `kind` is the last part of its type ("footnotes"), in which the transitional and the strict form agree.
    """

    id: str
    kind: str
    target: str
    is_external: bool = False


def home(part: str) -> str:
    """Give the name of the part that holds the relations of a part (of the package, where empty)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(archive: Archive, part: str) -> tuple[Relation, ...]:
    """Give what a part (the package, where empty) is related to, in the order of the file. Raises UnreadableError."""
    root = archive.xml(home(part))
    found = []
    for relation in () if root is None else root.iterchildren("{*}Relationship"):
        target, is_external = relation.get("Target", ""), relation.get("TargetMode") == "External"
        name = target if is_external else _part(posixpath.dirname(part), target)
        found.append(Relation(relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], name, is_external))
    return tuple(found)


def _part(folder: str, target: str) -> str:
    """Give the name of the part that a relation of a part in `folder` leads to."""
    path = unquote(target.replace("\\", "/"))
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
