"""What a template says and nobody ever prints, for it stands where Jinja does not look: it says nothing of that."""

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from briefgen.compose.remark import Remark

_Trees = Mapping[str, nodes.Template]


def astray(trees: _Trees) -> Iterator[Remark]:
    """Give what is lost in templates that extend another: blocks which that one has not, and words outside of blocks.

    `trees` are templates by name, those that they extend among them.
    """
    for name, tree in trees.items():
        base = _base(tree)
        if base not in trees:
            continue
        blocks = _blocks(base, trees)
        for node in tree.body:
            if isinstance(node, nodes.Block) and node.name not in blocks:
                known = ", ".join(blocks)
                yield Remark(name, node.lineno, f"{base} has no block {node.name!r} to change; it has {known}")
            elif isinstance(node, nodes.Output) and (line := _first_line(node)):
                yield Remark(name, line, f"what stands outside of blocks is not printed, for this extends {base}")


def _base(tree: nodes.Template) -> str:
    """Give the name of the template that one extends; empty where it extends none, or says which by a variable."""
    for each in tree.find_all(nodes.Extends):
        if isinstance(each.template, nodes.Const):
            return str(each.template.value)
    return ""


def _blocks(name: str, trees: _Trees) -> tuple[str, ...]:
    """Give the blocks of a template and of those that it extends, in their order."""
    found: list[str] = []
    met: set[str] = set()
    while name in trees and name not in met:
        met.add(name)
        found += [block.name for block in trees[name].find_all(nodes.Block)]
        name = _base(trees[name])
    return tuple(dict.fromkeys(found))


def _first_line(output: nodes.Output) -> int:
    """Give the line on which the first words of what is printed stand; 0 where there are none."""
    for piece in output.nodes:
        if not isinstance(piece, nodes.TemplateData):
            return piece.lineno
        if piece.data.strip():
            return piece.lineno + piece.data[: -len(piece.data.lstrip())].count("\n")
    return 0
