"""The Jinja environment: what a template may reach, and that it comes to an end.

Nothing is escaped here, and nothing needs to be: what comes from data goes through a template as stand-ins.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, nodes
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing

from briefgen import marks
from briefgen.compose import filters
from briefgen.compose.limits import Limits
from briefgen.compose.metering import Metering
from briefgen.compose.refusal import Refusal
from briefgen.compose.speech import joined, printed, size, weigh
from briefgen.compose.values import WHOLE, Quotable, Value
from briefgen.errors import UnknownKeyError

LONGEST = 100_000
"""Characters in the source of one template."""

_LARGEST = 10**15
"""No template counts farther; beyond it numbers take time and memory."""
_ATTRIBUTES = {date: frozenset({"year", "month", "day"}), dict: frozenset({"items", "keys", "values"})}


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for one rendering: `load` gives a template's source, `known` is what templates know by name."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def __init__(
        self,
        load: Callable[[str], str],
        known: Mapping[str, object],
        limits: Limits,
        undefined: "type[Missing]",
    ) -> None:
        super().__init__(
            loader=_Loader(load),
            autoescape=False,
            undefined=undefined,
            finalize=self.printed,
            optimized=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._limits = limits
        self.globals = {**known, "range": range, "namespace": Namespace}
        self.filters = filters.filters(limits)
        self.tests = filters.tests(limits)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's signature
    ) -> str:
        metered = Metering(name or "", self.filters).visit(source)
        metered.set_environment(self)
        return super()._generate(metered, name, filename, defer_init)

    def printed(self, value: object) -> str:
        """Give what `{{ value }}` prints, counted."""
        text = printed(value)
        self._limits.steps(1)
        self._limits.length(len(text))
        return text

    # What `Metering` calls.

    def tick(self, steps: int, length: int) -> None:
        """Count one turn of something that repeats."""
        self._limits.steps(steps)
        self._limits.length(length)

    def looped(self, value: object) -> object:
        """Count the turns of a loop over `value`."""
        self._limits.steps(size(value))
        return value

    def weighed(self, value: object) -> object:
        """Count what it costs to compare, to search or to slice `value`."""
        weigh(value, self._limits)
        return value

    def joined(self, *values: object) -> str:
        """Give what `~` makes."""
        parts = [joined(value) for value in values]
        self._limits.length(sum(map(len, parts)))
        return "".join(parts)

    # What Jinja calls.

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's signature
        """Read a field of a thing of the brief, or one of the few attributes that other things may show."""
        if isinstance(obj, Missing):
            return obj.beneath()
        return self._field(obj, attribute) if isinstance(obj, Value) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Read a field by its name, or one of a list."""
        if isinstance(obj, Missing):
            return obj.beneath()
        return self._field(obj, argument) if isinstance(obj, Value) else super().getitem(obj, argument)

    def _field(self, obj: Value, name: object) -> object:
        try:
            return obj.field(name)
        except KeyError:
            return self.undefined(obj.missing(name), obj=obj, name=str(name))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - Jinja's signature
        """Let a template reach nothing of Python's own types but what `_ATTRIBUTES` lists."""
        listed = _ATTRIBUTES.get(type(obj), frozenset())
        return attr in listed or (
            type(obj).__module__.startswith("jinja2") and super().is_safe_attribute(obj, attr, value)
        )

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401 - Jinja's signature
        """Let `format` be refused as every other method of a string is."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ANN401 - Jinja's signature
        """Say what a template cannot reach."""
        wrong = f"`.{attribute}` of {type(obj).__name__!r} is not for templates; docs/templates.md lists the filters"
        return self.undefined(wrong, obj=obj, name=attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Work out `left operator right`: numbers within bounds, and lists joined."""
        if isinstance(left, Quotable) or isinstance(right, Quotable):
            raise Refusal(WHOLE)
        if operator == "+" and isinstance(left, list | tuple) and isinstance(right, list | tuple):
            self._limits.steps(len(left) + len(right))
            return (*left, *right)
        for value in (left, right):
            if isinstance(value, Undefined):
                str(value)  # raises, and names what is undefined
            if not isinstance(value, int | float) or isinstance(value, bool):
                raise Refusal(f"`{operator}` is for numbers; `~` joins words")
            if abs(value) > _LARGEST or operator == "**":
                raise Refusal("such large numbers are not for templates")
        return super().call_binop(context, operator, left, right)


class _Loader(BaseLoader):
    """Gives Jinja the source of templates, if they are fit to be compiled."""

    def __init__(self, load: Callable[[str], str]) -> None:
        self._load = load

    def get_source(self, environment: Environment, template: str) -> tuple[str, None, None]:  # noqa: ARG002 - Jinja's signature
        try:
            source = self._load(template)
        except UnknownKeyError as error:
            raise TemplateNotFound(template, str(error)) from error
        if len(source) > LONGEST:
            raise Refusal(f"{template} has more than {LONGEST:,} characters")
        if marks.ANY.search(source):
            raise Refusal(f"{template} holds a control character that has a meaning of its own here")
        return source, None, None


class Missing(StrictUndefined):
    """What is not there: any use of it is an error that says what there is."""

    __slots__ = ()

    def beneath(self) -> object:
        """Give a field of what is not there: none."""
        return self._fail_with_undefined_error()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_obj is missing and not self._undefined_hint:
            return (
                f"{self._undefined_name!r} is undefined; a template knows {', '.join(NAMES)}, and what it sets itself"
            )
        return super()._undefined_message


NAMES = ("box", "brief", "cite", "group", "namespace", "notes", "range", "role")
"""What every template knows by name."""
