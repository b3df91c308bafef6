"""What the writer and the reader both know of our HTML: how things are called in it."""

RECORD = "briefgen-record"
"""The id of the element that holds a brief's public record as JSON, and the name under which its digest is told."""
DIGEST = "sha256:"
REFERENCE, BACK, FOOT = "noteref", "backref", "footnote"
"""The classes of a reference to a note, of the way back from it, and of a note at the foot of a page."""
ROLES = frozenset(
    (
        "title",
        "subtitle",
        "meta",
        "source-line",
        "translation",
        "handling",
        "note",
        "remark",
        "pointer",
        "question",
        "caption",
    )
)
"""The roles of paragraphs that are told by a class of the same name."""
MARKING, ENTRY, BOX = "marking", "entry", "box"
"""The classes of the handling mark at the head and at the foot of the page, of a link of the list of contents, and of
a group of blocks with a border."""
