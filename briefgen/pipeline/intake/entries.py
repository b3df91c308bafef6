"""What a corpus keeps of a source: all that is said of it put together, and its blocks and work made of that.

Its `rules` name what they were made with, so that a look tells whether they must be made again; no source is read for
it. A person's table or library that speaks of it is a part of the rules.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import clean, sources
from briefgen.corpus import INDEX_VERSION, Entry, Known, Stamp
from briefgen.model.source import Appearance, Document, Source, Work
from briefgen.pipeline.intake.taking import Taken, Understood, understand, unheeded
from briefgen.text import digest

if TYPE_CHECKING:
    from briefgen.sources import Reading

NOTHING = digest("")
"""The document of what has no words."""

READER = str(sources.VERSION)


class Entries:
    """Makes entries, with the tables and libraries that lie in some folders of sources."""

    def __init__(self, folders: Iterable[Path], columns: Mapping[str, str]) -> None:
        """Take the folders, and the columns that are named for exports: what holds sources is read with them."""
        folders = tuple(folders)
        self.tables, self.libraries = sources.Tables(folders), sources.Libraries(folders)
        self._holder = f"{READER} {digest(repr(sorted(columns.items())))}"

    def is_current(self, known: Known) -> bool:
        """Say whether today's readers read what is known, and what holds sources with these columns."""
        return known.reader in {READER, self._holder}

    def holding(self, entry: Entry) -> Entry:
        """Give the entry of a file that holds sources and may be one itself."""
        return replace(entry, reader=self._holder)

    def rules(self, path: Path) -> str:
        """Name what the blocks and the work of the source at `path` are made with, but for habits."""
        row = self.tables.row_of(path)
        return f"{clean.VERSION} {INDEX_VERSION} {digest(repr(row)) if row.bases else ''}{self.libraries.version(path)}"

    def of(self, taken: Taken, reading: "Reading", path: Path, stamp: Stamp) -> Entry:
        """Make the entry of a source that was read; its reader knew nothing of tables."""
        document = Document.from_text(reading.text)
        source = Source(document, (), Appearance(document.id, taken.key, taken.sha256, Work(), reading.pages))
        entry = Entry(stamp, READER, reading.hints, reading.work, reading.warnings, self.rules(path), source)
        if taken.understood and not self.tables.row_of(path).body:
            return self._understood(entry, path, taken.understood)
        return self.again(entry, path)

    def again(self, entry: Entry, path: Path, habits: frozenset[str] = frozenset()) -> Entry:
        """Mark and describe the source of an entry again."""
        said = sources.merge(self.tables.row_of(path), entry.said)
        return self._understood(entry, path, understand(entry.source.document.text, entry.hints, said, habits))

    def _understood(self, entry: Entry, path: Path, found: Understood) -> Entry:
        source, said = entry.source, entry.said
        library = self.libraries.work_of(path, sources.merge(said, found.work))
        work = sources.merge(self.tables.row_of(path), library, said, found.work)
        kept = (each for each in entry.warnings if not each.startswith(unheeded(entry.path)))
        return replace(
            entry,
            warnings=(*kept, *found.warnings(entry.path)),
            source=replace(source, blocks=found.blocks, appearance=replace(source.appearance, work=work)),
        )

    def wordless(self, taken: Taken, stamp: Stamp) -> Entry:
        """Make the entry of a container, or of what cannot be read, with the reason."""
        warnings = (taken.why,) if taken.why else taken.reading.warnings if taken.reading else ()
        columns = "\n".join(taken.reading.columns) if taken.reading else ""
        source = Source(Document.from_text(""), (), Appearance(NOTHING, taken.key, taken.sha256, Work()))
        return Entry(stamp, self._holder, (), Work(), warnings, columns, source)
