"""The zip archive around a Word file: written with nothing of the day or the machine, read with bounds."""

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from briefgen.errors import UnreadableError

FILE = "Word file"
_LARGEST, _MOST_TAGS = 64 * 2**20, 4_000_000
"""Bytes that the parts of a file may unpack to, together, and tags that one may hold. A brief of a thousand pages has
some 20 MB of XML and a million tags."""
_ZERO = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the earliest that ZIP knows, and the same in every build."""
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Give an archive of these parts, content types first (as Word expects) and the rest by name."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(parts, key=lambda name: (name not in _FIRST, name)):
            entry = zipfile.ZipInfo(name, _ZERO)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, parts[name], compresslevel=6)
    return stream.getvalue()


class Archive:
    """The parts of a Word file that somebody may have made to do harm.

    Raises UnreadableError when it is no zip archive. Parts are read one at a time, each once, and up to a bound.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise UnreadableError(FILE, "it has a password, or is of Word 97-2003; save it as .docx without a password")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _DAMAGE as error:
            raise UnreadableError(FILE, f"not a .docx file, or damaged ({error})") from error
        self.names = tuple(self._zip.namelist())
        self._held = _by_key(self.names)
        self._parts: dict[str, bytes] = {}
        self._room = _LARGEST

    def read(self, name: str) -> bytes | None:
        """Give the bytes of a part; None when there is no such part. Raises UnreadableError.

        Names are compared without regard to case (ECMA-376 part 2, 9.1.1). A name that several parts have is refused:
        programs differ about which of them they show.
        """
        held = self._held.get(_key(name), ())
        if len(held) > 1:
            raise UnreadableError(f"{FILE}, {name}", "the file holds this part more than once")
        if held and held[0] not in self._parts:
            self._parts[held[0]] = self._unpacked(held[0])
        return self._parts[held[0]] if held else None

    def held(self, name: str) -> str:
        """Give the name that a part has in the archive: the name itself, where there is no such part."""
        return next(iter(self._held.get(_key(name), ())), name)

    def parts(self) -> dict[str, bytes]:
        """Give the bytes of every part by name, as `zipped` takes them. Raises UnreadableError."""
        names = (name for name in self.names if not name.endswith("/"))
        return {name: data for name in names if (data := self.read(name)) is not None}

    def _unpacked(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as stream:
                data = stream.read(self._room + 1)
        except _DAMAGE as error:
            raise UnreadableError(f"{FILE}, {name}", f"damaged ({error})") from error
        self._room -= len(data)
        if self._room < 0:
            raise UnreadableError(f"{FILE}, {name}", f"the file is larger than {_LARGEST // 2**20} MB when unpacked")
        return data

    def xml(self, name: str) -> etree._Element | None:
        """Give the root of a part; None when there is no such part.

        Raises UnreadableError when it is not well-formed, is nested more than 256 deep, or has a document type
        declaration (which the Open Packaging Conventions forbid, and bombs need).
        """
        data = self.read(name)
        if data is None:
            return None
        if data.count(b"<") > _MOST_TAGS:
            raise UnreadableError(f"{FILE}, {name}", f"holds more than {_MOST_TAGS:,} tags")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableError(f"{FILE}, {name}", f"not well-formed XML ({error})") from error
        if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # lxml-stubs does not know it
            raise UnreadableError(f"{FILE}, {name}", "a Word file may not hold a document type declaration")
        return root


def _key(name: str) -> str:
    """Give the key by which names of parts are compared; some programs write the folders of one with backslashes."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _by_key(names: tuple[str, ...]) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for name in names:
        held.setdefault(_key(name), []).append(name)
    return held
