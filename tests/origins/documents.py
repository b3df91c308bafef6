"""Documents for tests of origins: prose made of many different words, cut and told on as outlets do."""

from briefgen.model.place import Span
from briefgen.model.source import Appearance, Block, Document, Published, Role, Work
from briefgen.origins import trace

_WORDS = (
    "harbour ferry crane pilot quay tide anchor buoy lighthouse captain cargo fisherman strait customs dredger mooring "
    "tugboat pier warehouse container storm engineer inspector minister channel breakwater sailor rudder signal ballast"
)
WORDS = _WORDS.split()


def story(seed, paragraphs=6):
    """Give paragraphs of prose; those of another seed share next to nothing with them."""
    made, state = [], seed * 7919 + 1
    for _ in range(paragraphs):
        words = []
        for _ in range(40):
            state = (state * 1103515245 + 12345) % (1 << 31)
            words.append(WORDS[state >> 16 & 31 if (state >> 16 & 31) < len(WORDS) else 0])
        made.append(" ".join(words).capitalize() + ".")
    return made


class Shelf:
    """Documents and their traces, as `families` takes them."""

    def __init__(self):
        self.scope, self.traces, self.names = [], {}, {}

    def add(self, path, paragraphs, published="", credited=(), **fields):
        text, blocks = "", []
        for role, words in (
            *((Role.PARAGRAPH, each) for each in paragraphs),
            *((Role.CREDIT, one) for one in credited),
        ):
            text += "\n\n" if text else ""
            blocks.append(Block(Span(len(text), len(text) + len(words)), role))
            text += words
        document = Document.from_text(text)
        work = Work(published=Published(published) if published else None, **{"title": path.title(), **fields})
        self.scope.append(Appearance(document.id, path, "0" * 64, work))
        self.traces[document.id] = trace(text, blocks)
        self.names[document.id] = path
        return document.id

    def told(self, families):
        """Give families as paths with their kinship."""
        return [[(self.names[each.document], each.kinship.value) for each in family.members] for family in families]
