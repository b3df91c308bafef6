"""How much a template may do.

Counted, not timed: so a template that renders on one machine renders on every other, and a rendering needs no clock.
Everything that can repeat (loops, macros, blocks, includes, filters over lists) costs steps, everything that makes text
counts its length.
"""

from briefgen.compose.refusal import Refusal

STEPS = 500_000
"""At worst these take a second or two. The built-in template needs some 200 an excerpt."""

LENGTH = 8_000_000
"""Characters, in all strings together that a rendering makes: some 2,000 pages."""


class Limits:
    """What one rendering has used."""

    def __init__(self) -> None:
        self._steps = 0
        self._length = 0

    def steps(self, number: int) -> None:
        """Count steps; raises Refusal when there were too many."""
        self._steps += number
        if self._steps > STEPS:
            raise Refusal(
                "this goes on without end, or for too long: a loop within a loop, or a macro that calls itself"
            )

    def length(self, characters: int) -> None:
        """Count characters; raises Refusal when there were too many."""
        self._length += characters
        if self._length > LENGTH:
            raise Refusal(f"this makes more than {LENGTH:,} characters of text")
