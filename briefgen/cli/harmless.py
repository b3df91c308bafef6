"""What is printed commands no terminal: a source, a name or a config may hold any character."""

import re
from contextlib import AbstractContextManager, ExitStack, redirect_stderr, redirect_stdout
from typing import TextIO

_OWN = r"\x1b\[(?:0|1|2|3[236]|1;33)m"
"""The colours that briefgen itself prints in; nothing of them is lost or misread if somebody else does."""
_COMMANDING = re.compile(
    rf"({_OWN})|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


class Harmless:
    """A stream that writes control characters, and marks that turn the order of letters, as JSON writes them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text."""
        return self._stream.write(_COMMANDING.sub(_escaped, text))

    def __getattr__(self, name: str) -> object:
        """Be the stream in all else."""
        return getattr(self._stream, name)


def _escaped(found: re.Match[str]) -> str:
    return found[1] or f"\\u{ord(found[0]):04x}"


def harmless(out: TextIO, error: TextIO) -> AbstractContextManager[object]:
    """Make standard output and standard error harmless for a while."""
    stack = ExitStack()
    stack.enter_context(redirect_stdout(Harmless(out)))  # type: ignore[type-var]  # it has all that a stream has
    stack.enter_context(redirect_stderr(Harmless(error)))  # type: ignore[type-var]  # as above
    return stack
