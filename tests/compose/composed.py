"""What a template makes of the brief of `briefs`, with visible marks: «id¦words» for words, ¶role· for a role."""

import briefs

from briefgen.compose import compose
from briefgen.errors import UnknownKeyError
from briefgen.model.brief import Brief

VISIBLE = str.maketrans("\x0e\x13\x0f\x10\x11", "«¦»¶·")


def marked(template: str, brief: Brief = briefs.BRIEF, **others: str) -> str:
    """The marked Markdown; `others` are templates that it may load. Its own name is `main`."""
    sources = {"main": template, **others}

    def load(name: str) -> str:
        if name not in sources:
            raise UnknownKeyError("template", name, sorted(sources))
        return sources[name]

    return compose(brief, "main", load)


def composed(template: str, brief: Brief = briefs.BRIEF, **others: str) -> str:
    """The same with its marks made visible, without the last line end."""
    return marked(template, brief, **others).translate(VISIBLE).removesuffix("\n")
