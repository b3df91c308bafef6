"""A terminal as a person has it: its width, its keys, its colours; and what is done where there is none."""

import os
import select
import shutil
import sys
from collections.abc import Iterator
from unicodedata import category, east_asian_width

WIDEST = 100
"""Longer lines are hard to read."""


def columns() -> int:
    """Give the width that lines are broken at."""
    return min(shutil.get_terminal_size((80, 24)).columns, WIDEST)


def width(text: str) -> int:
    """Give the number of columns that a text takes: two for a wide letter (UAX #11), none for what is put on one."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def plain(text: str) -> str:
    """Give a text in which no character commands the terminal: a source may hold any."""
    return "".join("\ufffd" if category(letter) in {"Cc", "Cf"} and letter != "\u200d" else letter for letter in text)


def wrapped(text: str, indent: str = "") -> Iterator[str]:
    """Break a text into lines that fit the terminal, between words where it has any."""
    room = max(columns() - width(indent), 10)
    line, used = "", 0
    for word in _pieces(plain(text), room):
        if used and used + width(word.rstrip()) > room:
            yield indent + line.rstrip()
            line, used = "", 0
        line, used = line + word, used + width(word)
    yield indent + line.rstrip()


def _pieces(text: str, room: int) -> Iterator[str]:
    """Give what a line may be broken after: a word with its space, a wide letter, and pieces of what is too long."""
    piece, used = "", 0
    for letter in text:
        taken = _width(letter)
        if piece and (taken == 2 or used + taken > room or (piece[-1] == " " and letter != " ")):
            yield piece
            piece, used = "", 0
        piece, used = piece + letter, used + taken
    if piece:
        yield piece


def is_coloured() -> bool:
    """Say whether standard output is a terminal that wants colour; with NO_COLOR (no-color.org) it wants none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def paint(text: str, style: str) -> str:
    """Give a text in an ANSI style (`1` bold, `36` cyan) where there is colour."""
    return f"\x1b[{style}m{text}\x1b[0m" if is_coloured() else text


def key(prompt: str) -> str:
    """Ask for one key; where keys cannot be read one by one, for a line. Raises EOFError at the end, or at Ctrl-D.

    Enter is an empty text; a key that sends several characters (an arrow) is one that means nothing.
    """
    sys.stdout.write(prompt)
    sys.stdout.flush()
    try:
        import termios  # noqa: PLC0415 - Windows has none
        import tty  # noqa: PLC0415 - as above

        place = sys.stdin.fileno()
        before = termios.tcgetattr(place)
    except (ImportError, OSError, ValueError):
        return _line()
    except termios.error:  # standard input is no terminal
        return _line()
    try:
        tty.setcbreak(place, termios.TCSADRAIN)
        pressed = _pressed(place)
    finally:
        termios.tcsetattr(place, termios.TCSADRAIN, before)
    if pressed in {"", "\x04"}:
        print()
        raise EOFError
    print(plain(pressed.strip()))
    return pressed.strip()


def _pressed(place: int) -> str:
    """Read what one key sends: a character of UTF-8, or a sequence that begins with ESC; empty at the end."""
    first = os.read(place, 1)
    if first == b"\x1b":
        while select.select([place], [], [], 0.02)[0] and os.read(place, 1):
            pass
        return "\ufffd"
    more = next((n for n, low in ((3, 0xF0), (2, 0xE0), (1, 0xC0)) if first and first[0] >= low), 0)
    return (first + (os.read(place, more) if more else b"")).decode("utf-8", "replace")


def line(prompt: str) -> str:
    """Ask for a line. Raises EOFError at the end."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    return _line()


def _line() -> str:
    read = sys.stdin.readline()
    if not read:
        raise EOFError
    return read.strip()
