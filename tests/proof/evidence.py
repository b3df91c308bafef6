"""Evidence for tests: texts by title; those that share most words with a quotation come first."""

from dataclasses import dataclass, field

from briefgen.model.source import Document


@dataclass
class Shelf:
    """Texts, each under its title; `facts` adds what else is known of a title."""

    texts: dict[str, str]
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self):
        self.documents = {title: Document.from_text(text) for title, text in self.texts.items()}
        self._titles = {document.id: title for title, document in self.documents.items()}

    @property
    def is_at_hand(self):
        return bool(self.texts)

    def id(self, title):
        return self.documents[title].id

    def text(self, document):
        title = self._titles.get(document)
        return self.texts[title] if title else None

    def candidates(self, words):
        wanted = set(words.casefold().split())
        shares = {
            document.id: len(wanted & set(f"{title} {document.text}".casefold().split()))
            for title, document in self.documents.items()
        }
        return sorted(shares, key=lambda key: (-shares[key], key))

    def titles(self, document):
        return (self._titles[document],) if document in self._titles else ()

    def facts(self, document):
        title = self._titles.get(document)
        return ((title, *self.known.get(title, ())),) if title else ()
