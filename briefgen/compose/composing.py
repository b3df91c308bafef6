"""One rendering, from start to end."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType

import jinja2
from jinja2 import Template, TemplateNotFound, TemplateSyntaxError

from briefgen import marks
from briefgen.compose.limits import Limits
from briefgen.compose.mistakes import plainly
from briefgen.compose.refusal import Refusal
from briefgen.compose.sandbox import Missing, Sandbox
from briefgen.compose.standins import StandIns
from briefgen.compose.values import Quotable, Thing
from briefgen.compose.view import view
from briefgen.errors import BriefgenError, TemplateError
from briefgen.model.brief import Brief

_ROLE = re.compile("[a-z]+(?:-[a-z]+)*")
_BLANK_LINES = re.compile(r"\n{3,}")


def compose(brief: Brief, name: str, load: Callable[[str], str]) -> str:
    """Give the marked Markdown that the template `name` makes of a brief.

    `load` gives the source of a template by its name, or raises UnknownKeyError; what a template includes, extends or
    imports is loaded so too. Raises TemplateError, naming template and line, for whatever a template does wrong.
    """
    return rendered(brief, name, load, Missing)


def rendered(brief: Brief, name: str, load: Callable[[str], str], undefined: type[Missing]) -> str:
    """Give what `compose` does, with a kind of thing of one's own for what is not there."""
    limits = Limits()
    standins = StandIns(limits)
    seen = view(brief, standins)
    sandbox = Sandbox(load, {"brief": seen, **_functions(seen)}, limits, undefined)
    try:
        template = sandbox.get_template(name)
        text = "".join(template.root_render_func(template.new_context()))
        return standins.filled(_BLANK_LINES.sub("\n\n", text).strip("\n") + "\n")
    except Exception as error:  # a template can make Python raise anything at all
        raise _told(error, name) from error


def _functions(brief: Thing) -> Mapping[str, Callable[..., str]]:
    """Give the functions of a template; `sandbox.NAMES` lists them for its author."""

    def cite(excerpt: object) -> str:
        if not isinstance(excerpt, Quotable):
            raise Refusal("cite wants an excerpt: cite(e)")
        return f"[^{excerpt.field('number')}]"

    def notes() -> str:
        quoted = brief.field("excerpts")
        return "\n\n".join(f"{cite(each)}: {each.field('note')}" for each in quoted)  # type: ignore[attr-defined] # a tuple

    def role(name: str) -> str:
        return marks.role(_checked(name))

    def group(name: str, caller: Callable[[], str] | None = None) -> str:
        if caller is None:
            raise Refusal("box and group hold what stands in them: {% call box() %} … {% endcall %}")
        return marks.group(_checked(name), caller())

    def box(caller: Callable[[], str] | None = None) -> str:
        return group("box", caller)

    return {"cite": cite, "notes": notes, "role": role, "group": group, "box": box}


def _checked(role: object) -> str:
    if not isinstance(role, str) or not _ROLE.fullmatch(role):
        raise Refusal("a role's name is made of small letters and hyphens: role('source-line')")
    return role


def _told(error: Exception, name: str) -> BriefgenError:
    """Say what went wrong in a rendering, and where."""
    if isinstance(error, TemplateSyntaxError):
        return TemplateError(error.name or name, error.lineno, error.message or "this is not a template")
    places = list(_places(error.__traceback__))
    cause = error.__cause__ if isinstance(error, TemplateNotFound) else error
    if isinstance(cause, BriefgenError) and not places:
        return cause
    where, line = places[-1] if places else (name, 0)
    return TemplateError(where, line, _words(error))


def _words(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "this calls itself without end, or is nested too deeply"
    if isinstance(error, MemoryError):
        return "this needs more memory than there is"
    if isinstance(error, jinja2.TemplateError | Refusal | BriefgenError):
        return str(error)
    return plainly(error)


def _places(traceback: TracebackType | None) -> Iterator[tuple[str, int]]:
    """Give the template and the line of each frame that runs a template, from the outermost."""
    while traceback:
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            yield template.name or "", template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
