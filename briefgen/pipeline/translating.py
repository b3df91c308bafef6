"""Translations that a person wrote, put beside the excerpts of a brief."""

from collections.abc import Sequence
from dataclasses import replace

from briefgen.model.brief import Brief, Excerpt
from briefgen.model.settings import Translated
from briefgen.pipeline.evidence.choosing import Evidence


def translated(brief: Brief, wanted: Sequence[Translated], evidence: Evidence) -> tuple[Brief, list[str]]:
    """Give the brief with its translations, and a warning for each that has no place in it.

    A translation is in the brief's language unless it says otherwise.
    """
    held = {excerpt.id: excerpt for excerpt in brief.excerpts}
    warnings = []
    for each in wanted:
        found = _found(each, tuple(held.values()), evidence)
        if isinstance(found, str):
            warnings.append(found)
        else:
            language = each.translation.language or brief.language
            held[found.id] = replace(found, translation=replace(each.translation, language=language))
    return replace(brief, excerpts=tuple(held.values())), warnings


def _found(wanted: Translated, excerpts: Sequence[Excerpt], evidence: Evidence) -> Excerpt | str:
    """Give the excerpt that a translation is of; where there is none, or it has one already, say so.

    The excerpt begins with the sentences that the pick names, and holds no others if the pick gives all its words.
    """
    place = evidence.named(wanted.pick)
    if not place:
        return evidence.lost(wanted.pick, "translation")
    document, span = place
    begins = (each for each in excerpts if each.document == document and each.selector.span.start == span.start)
    excerpt = next((each for each in begins if each.selector.span.contains(span)), None)
    about = f"translation: “{wanted.pick.exact}”"
    if not excerpt or (wanted.is_whole and excerpt.selector.span != span):
        return f"{about} is no excerpt of this brief"
    return f"{about} has a translation already" if excerpt.translation else excerpt
