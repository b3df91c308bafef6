"""A template's tree, changed so that whatever can repeat or grow is counted while it runs."""

from collections.abc import Collection

from jinja2 import nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.visitor import NodeTransformer

_TURN = 4
"""What a turn costs besides its parts."""


class Metering(NodeTransformer):
    """Puts calls of the sandbox's own methods (`tick`, `looped`, `weighed`, `joined`) where they count.

    A loop's body, a macro's, a block's and a whole template's each begin with a tick, which costs as many steps as
    there are parts in them, and as much length as they hold text. What a loop runs over, what is compared or sliced and
    what is joined goes through its own method.
    """

    def __init__(self, name: str, filters: Collection[str]) -> None:
        self._name, self._filters = name, filters

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja looks for this name
        """Count a loop's turns, and what it runs over; refuse a recursive one, which could not be counted."""
        if node.recursive:
            raise TemplateAssertionError("a loop cannot be recursive; use a macro", node.lineno, self._name)
        made = self._ticking(node)
        node.iter = _call("looped", node.iter)  # type: ignore[arg-type] # Jinja's type is wider than its grammar
        return made

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802 - as above
        """Refuse a filter that there is not; Jinja would not say which there are."""
        if node.name not in self._filters:
            known = ", ".join(sorted(self._filters))
            raise TemplateAssertionError(f"there is no filter {node.name!r}; known: {known}", node.lineno, self._name)
        return self.generic_visit(node)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802 - as above
        """Weigh what is compared or searched."""
        self.generic_visit(node)
        node.expr = _call("weighed", node.expr)
        for operand in node.ops:
            operand.expr = _call("weighed", operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802 - as above
        """Weigh what is sliced."""
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _call("weighed", node.node)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - as above
        """Join by a method of the sandbox, which knows what may be joined."""
        self.generic_visit(node)
        return _call("joined", *node.nodes)

    def _ticking(self, node: nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block | nodes.Template) -> nodes.Node:
        parts = _TURN + sum(1 for _ in node.find_all(nodes.Node))
        text = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
        self.generic_visit(node)
        tick = _call("tick", nodes.Const(parts, lineno=node.lineno), nodes.Const(text, lineno=node.lineno))
        node.body.insert(0, nodes.ExprStmt(tick, lineno=node.lineno))
        return node

    visit_Macro = visit_CallBlock = visit_Block = visit_Template = _ticking  # noqa: N815 - as above


def _call(method: str, *arguments: nodes.Expr) -> nodes.Call:
    line = arguments[0].lineno
    return nodes.Call(nodes.EnvironmentAttribute(method, lineno=line), list(arguments), [], None, None, lineno=line)
