"""Bytes to text: UTF-8 and UTF-16 as they say they are; other encodings only where the result is plausible.

A guess is always said in a warning, and nothing is repaired: what was mangled before it came here stays as it is.
"""

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple

from briefgen.errors import UnreadableError
from briefgen.sources.loading import LIMIT, too_large

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an Office file",
    b"\xd0\xcf\x11\xe0": "an old Office or Outlook file (save it as .docx, .eml or PDF)",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"SQLite format 3": "a database",
}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROLS = 0.01
"""More control characters than this part of a text, and it is no text."""
_SAMPLE = 200_000
"""So many characters decide what is plausible."""
_LEAST = 8
"""With fewer characters beyond ASCII, nothing can be told of their script."""
_MANGLED = re.compile("[\u00c2-\u00df][^\x00-\x7f]|[\u00e0-\u00ef][^\x00-\x7f]{2}|[\u00f0-\u00f4][^\x00-\x7f]{3}")


class Decoded(NamedTuple):
    """A text, and what a reader must know of how it was read."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str, limit: int = LIMIT) -> Decoded:
    """Give the text of `data`. `name` is what errors call it.

    Raises UnreadableError where `data` is empty, larger than `limit` (bytes), no text, or not what it says it is.
    """
    if len(data) > limit:
        raise UnreadableError(name, too_large(len(data), limit))
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableError(name, f"is {what}, whatever its name says")
    decoded = _decoded(data, name)
    if not decoded.text.strip("\ufeff").strip():
        raise UnreadableError(name, "is empty")
    controls = len(_CONTROL.findall(decoded.text))
    if controls > max(1, _CONTROLS * len(decoded.text)):
        raise UnreadableError(name, f"is no text: it holds {controls:,} control characters")
    return Decoded(decoded.text, (*decoded.warnings, *_doubts(decoded.text, name)))


def _decoded(data: bytes, name: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding))
            except UnicodeDecodeError as error:
                raise UnreadableError(name, _broken(encoding, error)) from error
    if b"\x00" in data:
        return _wide(data, name)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _damaged(data) or _legacy(data, name)


def _broken(encoding: str, error: UnicodeDecodeError) -> str:
    return f"says that it is {encoding.upper()} and is not, from byte {error.start:,} on"


def _wide(data: bytes, name: str) -> Decoded:
    """Read UTF-16 without a byte order mark, told by where the zeros are."""
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) > 8 * min(even, odd):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = ""
        if text and _is_plain(text[:_SAMPLE]):
            return Decoded(text, (f"{name}: has no byte order mark; read as {encoding.upper()}",))
    raise UnreadableError(name, "is no text: it holds zero bytes")


def _is_plain(text: str) -> bool:
    """Say whether nearly all of `text` is letters, marks, digits, punctuation and white space."""
    strange = sum(not (char.isprintable() or char.isspace()) for char in text)
    return strange <= _CONTROLS * len(text)


def _damaged(data: bytes) -> Decoded | None:
    """Read UTF-8 of which a little was lost (a download cut short); None where it is something else."""
    text = data.decode("utf-8", "replace")
    foreign = sum(not char.isascii() for char in text)
    return Decoded(text) if foreign >= _LEAST and text.count("\ufffd") <= 0.2 * foreign else None


def _legacy(data: bytes, name: str) -> Decoded:
    """Read an encoding of before Unicode: the first whose text is plausible."""
    for encoding, label, plausible in _LEGACY:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if plausible(text[:_SAMPLE]):
            return Decoded(text, (_guess(name, label),))
    raise UnreadableError(name, "is not UTF-8, and its encoding cannot be told; save it as UTF-8")


def _guess(name: str, label: str) -> str:
    return f"{name}: is not UTF-8; read as {label}. If letters are wrong in it, save it as UTF-8 and read it again"


def _foreign(text: str) -> list[str]:
    """Give the characters beyond ASCII; none where there are too few to tell."""
    chars = [char for char in text if not char.isascii()]
    return chars if len(chars) >= _LEAST else []


def _share(chars: list[str], *ranges: tuple[str, str]) -> float:
    """Give the part of `chars` that lies in any of the ranges, both ends included; 0 of none."""
    return sum(any(first <= char <= last for first, last in ranges) for char in chars) / max(1, len(chars))


_KANA, _HALFWIDTH = ("\u3041", "\u30ff"), ("\uff61", "\uff9f")
_HAN, _HANGUL, _CYRILLIC = ("\u4e00", "\u9fff"), ("\uac00", "\ud7a3"), ("\u0400", "\u045f")
_PUNCTUATION, _FULLWIDTH = ("\u3000", "\u303f"), ("\uff01", "\uff5e")


def _is_japanese(text: str) -> bool:
    chars = _foreign(text)
    if _share(chars, _HALFWIDTH) > 0.05:
        return False
    return _share(chars, _KANA) > 0.2 and _share(chars, _KANA, _HAN, _PUNCTUATION, _FULLWIDTH) > 0.9


def _is_korean(text: str) -> bool:
    chars = _foreign(text)
    return _share(chars, _HANGUL) > 0.85 and _share(chars, _HANGUL, _HAN, _PUNCTUATION) > 0.9


def _is_chinese(text: str, encoding: str, first: int, last: int) -> bool:
    """Han and its punctuation, nearly all of it of the level of everyday: lead bytes from `first` to `last`."""
    chars = _foreign(text)
    leads = [char.encode(encoding)[0] for char in chars if _HAN[0] <= char <= _HAN[1]]
    common = sum(first <= lead <= last for lead in leads) > 0.85 * len(leads)
    return common and _share(chars, _HAN, _PUNCTUATION, _FULLWIDTH) > 0.9


def _is_russian(text: str) -> bool:
    """Cyrillic, mostly small letters, and mostly those that Russian uses most: a wrong code page gives others."""
    chars = _foreign(text)
    return _share(chars, _CYRILLIC) > 0.85 and sum(char in "оеаинтсрвлкмдпу" for char in chars) > 0.6 * len(chars)


def _is_western(text: str) -> bool:
    """Mostly ASCII, and few signs that are no letters within words: a wrong code page strews them there."""
    foreign = sum(not char.isascii() for char in text)
    return foreign < 0.25 * len(text) and len(_STREWN.findall(text)) <= 0.1 * foreign


_STREWN = re.compile("[A-Za-z][^\x00-\x7f\\w’\u2010-\u2014\u00ad\u00b7][a-z]")

_LEGACY: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    ("cp932", "Shift_JIS (Japanese)", _is_japanese),
    ("euc_jp", "EUC-JP (Japanese)", _is_japanese),
    ("cp949", "EUC-KR (Korean)", _is_korean),
    ("gb18030", "GB18030 (Chinese)", lambda text: _is_chinese(text, "gb18030", 0xB0, 0xD7)),
    ("big5", "Big5 (Chinese)", lambda text: _is_chinese(text, "big5", 0xA4, 0xC6)),
    ("cp1251", "Windows-1251 (Cyrillic)", _is_russian),
    ("koi8_r", "KOI8-R (Cyrillic)", _is_russian),
    ("cp1252", "Windows-1252 (Western European)", _is_western),
)


def _doubts(text: str, name: str) -> tuple[str, ...]:
    """Warn of what was mangled before the file came here, and of what a document cannot hold."""
    doubts = []
    if mangled := _mangled(text):
        was = f"{mangled!r} was once {_was_utf8(mangled)!r}"
        doubts.append(f"{name}: was mangled before it came here ({was}); left as it is")
    if lost := text.count("\ufffd"):
        were = "character was" if lost == 1 else "characters were"
        doubts.append(f"{name}: {lost:,} {were} lost before it came here, and read as \ufffd")
    if controls := len(_CONTROL.findall(text)):
        doubts.append(f"{name}: {controls:,} control character{'' if controls == 1 else 's'} read as \ufffd")
    return tuple(doubts)


def _mangled(text: str) -> str:
    """Give the first character that was mangled; empty if none was. One of two bytes alone may be meant as it is."""
    first, others = "", set[str]()
    for match in _MANGLED.finditer(text):
        found = match.group()
        if found in others:
            continue
        if not _was_utf8(found):
            others.add(found)
        elif first or len(found) > 2:
            return first or found
        else:
            first = found
    return ""


def _was_utf8(words: str) -> str:
    """Give what `words` were if they are UTF-8 that was read as Windows-1252; empty if they are not."""
    try:
        return b"".join(_byte(char) for char in words).decode("utf-8")
    except UnicodeError:
        return ""


def _byte(char: str) -> bytes:
    """Give the byte that Windows-1252 reads as `char`; its five gaps are read as the control characters of Latin-1."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")
