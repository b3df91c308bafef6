"""brief.json: the whole record of a brief, for programs and for later proof."""

from briefgen.errors import RecordError
from briefgen.model.brief import Composition, Look
from briefgen.model.claim import Claim, Finished
from briefgen.record import dump, load
from briefgen.text import display


def write(composition: Composition, look: Look) -> bytes:  # noqa: ARG001 - every format's writer takes a look
    """Give the record of the brief as UTF-8."""
    return dump(composition.brief).encode()


def read(data: bytes) -> Finished:
    """Give what a record claims of each excerpt, in the order of their numbers, and the record itself.

    Raises RecordError for anything but a record.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecordError("", f"byte {error.start} is not UTF-8") from error
    brief = load(text)
    notes = {citation.excerpt: citation.text for citation in brief.citations}
    claims = (
        Claim(
            words=display(excerpt.selector.exact),
            excerpt=excerpt.id,
            number=excerpt.number,
            occurrence=1,
            note=notes.get(excerpt.id, ""),
            place=f"excerpt {excerpt.number}",
        )
        for excerpt in brief.excerpts
    )
    return Finished(tuple(claims), record=text)
