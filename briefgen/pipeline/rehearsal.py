"""Templates and reference documents tried with sample data, before anyone is on a deadline; and new templates."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefgen import compose, looks, markup
from briefgen.compose.sample import BARE, FULL
from briefgen.errors import OutputError, TemplateError, UnreadableError
from briefgen.formats import docx
from briefgen.model.brief import Brief, Composition, Look
from briefgen.model.tree import Quoted, below

_SHOWN = 8
"""So many styles are named; a document that lacks more lacks nearly all."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of it: `faults` would stop a build or spoil a brief, `notes` are good to know."""

    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def try_template(name: str, root: Path, look: Look | None = None) -> Tried:
    """Render a template with sample data, and read the Word file that comes of it.

    `look` is what the file gets its looks from (None: what the project at `root` has).
    """
    chosen = look or Look(looks.reference(root))
    tried = compose.rehearse((FULL, BARE), name, looks.loader(root))
    faults = [str(remark) for remark in tried.remarks]
    if not faults:
        faults = [
            fault
            for brief, made in zip((FULL, BARE), tried.made, strict=True)
            for fault in _printing(brief, made, name, chosen)
        ]
    known = docx.known_roles() | dict(chosen.styles).keys()
    unknown = {role: place for role, place in reversed(tried.roles) if role not in known}
    notes = [
        f"{place.template}:{place.line}: no style is known for the role {role!r}; in Word it looks like ordinary text"
        for role, place in unknown.items()
    ]
    return Tried(tuple(faults), tuple(sorted(notes)))


def _printing(brief: Brief, marked: str, name: str, look: Look) -> Iterator[str]:
    """Say which excerpts of a sample a template leaves out, or changes by what it puts around them."""
    markdown, tree = markup.finish(marked)
    printed = {node.excerpt for block in tree.blocks for node in below(block) if isinstance(node, Quoted)}
    lost = [excerpt.number for excerpt in brief.excerpts if excerpt.id not in printed]
    if lost:
        numbers = ", ".join(map(str, lost))
        yield f"{name}: of the sample’s {len(brief.excerpts)} excerpts it leaves out {numbers}; a build refuses that"
    try:
        finished = docx.read(docx.write(Composition(markdown, tree, brief), look))
    except UnreadableError as error:
        yield str(error)
        return
    read = {claim.excerpt: claim for claim in finished.claims if claim.excerpt}
    for excerpt in brief.excerpts:
        claim = read.get(excerpt.id)
        if claim and claim.words.startswith(f"{excerpt.text}[^"):
            yield f"{name}: excerpt {excerpt.number} refers to a note that is not printed; print notes() at the end"
        elif claim and claim.words != excerpt.text:
            yield f"{name}: what stands around excerpt {excerpt.number} becomes part of it: “{claim.words}”"
        elif claim and not claim.note:
            yield f"{name}: excerpt {excerpt.number} has no note; print cite(e) behind it, and notes() at the end"


def try_reference(look: Look, name: str) -> Tried:
    """Look at a reference document, which is shown as `name`, and write the sample into it."""
    try:
        found = docx.examine(look)
        docx.write(Composition("", markup.parse(""), FULL), look)
    except UnreadableError as error:
        return Tried((f"{name}: {error.why}",))
    notes = list(lacking(found.missing, name))
    if look.is_house and not found.has_marker:
        notes.append(
            f"{name}: no paragraph of it is {{{{ brief }}}}; the brief goes in at the end, behind its own text"
        )
    return Tried((), tuple(notes))


def lacking(missing: tuple[str, ...], name: str) -> Iterator[str]:
    """Say which styles a reference document lacks; nothing where it lacks none."""
    if missing:
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        named = ", ".join(missing[:_SHOWN])
        yield f"{name}: it has no style called {named}{more}; briefgen’s own are added"


def new_template(name: str, base: str, root: Path) -> Path:
    """Start a template of one's own that extends another; give its path. Nothing that is there is overwritten.

    Raises UnknownKeyError for a `base` that there is not, TemplateError for a name that cannot be one, OutputError.
    """
    looks.template(base, root)
    if not looks.is_name(name):
        raise TemplateError(name, 0, "a template's name is one word: letters, digits, - and _")
    if name in looks.names(root):
        raise TemplateError(name, 0, "there is a template of this name; give yours a name of its own")
    path = root / "templates" / f"{name}{looks.SUFFIX}"
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(_START.format(base=base))
    except OSError as error:
        raise OutputError(str(path), f"cannot be written: {(error.strerror or str(error)).lower()}") from error
    return path


_START = """\
{{#-
  A template of our own. What is not said here is as in `{base}`. docs/templates.md lists blocks, fields and filters;
  `briefgen template check` tries this file with sample data.
-#}}
{{% extends "{base}" %}}

{{#- Change one block, and leave the others out. {{{{ super() }}}} prints what `{base}` would. #}}
{{% block masthead %}}
{{{{ super() }}}}
{{% endblock %}}
"""
