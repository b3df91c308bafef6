"""A person goes through the candidates of a brief, key by key; each decision is written down at once."""

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.cli import terminal
from briefgen.cli.options import say
from briefgen.cli.works import called
from briefgen.errors import BriefgenError
from briefgen.model.settings import Picked
from briefgen.pipeline.picking import Choice, Offer, save

if TYPE_CHECKING:
    from collections.abc import Callable

AROUND = 2500
"""So many characters of the article are shown on either side of a candidate."""

HELP = """\
  k  keep: it must be printed           d  drop: it must not be printed
  m  move it to another topic           u  undo what was picked of it
  w  widen by the sentence after it     W  by the sentence before it
  n  narrow by its last sentence        N  by its first sentence
  a  see it in its article              ?  this help
  Enter  next     b  back     t  next topic     q  quit"""
_PROMPT = "keep drop move undo widen narrow article, ? for help > "


class Session:
    """One person's way through the candidates; `run` gives how many decisions were written."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._offers = list(choice.offers)
        self._at = 0
        self._changes = 0
        self._keys: dict[str, Callable[[Offer], None]] = {
            "": self._next,
            "k": self._keep,
            "d": self._drop,
            "m": self._move,
            "u": self._undo,
            "w": lambda offer: self._stretch(offer, 0, 1),
            "W": lambda offer: self._stretch(offer, 1, 0),
            "n": lambda offer: self._stretch(offer, 0, -1),
            "N": lambda offer: self._stretch(offer, -1, 0),
            "a": self._article,
            "b": self._back,
            "t": self._topic,
            "?": lambda _: print(HELP),
        }

    def run(self) -> int:
        """Go through the candidates until the last, `q`, or the end of the input."""
        shown: Offer | None = None
        try:
            while self._at < len(self._offers):
                offer = self._offers[self._at]
                if offer is not shown:
                    self._show(offer)
                    shown = offer
                pressed = terminal.key(_PROMPT)
                if pressed == "q":
                    break
                self._do(pressed, offer)
        except EOFError:
            pass
        return self._changes

    def _do(self, pressed: str, offer: Offer) -> None:
        if pressed not in self._keys:
            print("  there is no such key; ? shows them")
            return
        try:
            self._keys[pressed](offer)
        except BriefgenError as error:
            say(str(error))

    def _show(self, offer: Offer) -> None:
        number = self._choice.topics.index(offer.topic) + 1
        print()
        head = (
            f"{offer.topic} ({number} of {len(self._choice.topics)}), candidate {self._at + 1} of {len(self._offers)}"
        )
        for line in terminal.wrapped(head):
            print(terminal.paint(line, "1"))
        why = f": {offer.why}" if offer.why else ""
        place = f"[{offer.standing}{why}] {offer.score:.2f}  {offer.page.path}, paragraph {offer.paragraph}"
        flags = ", ".join(f"{each.kind} ({each.words})" if each.words else each.kind for each in offer.flags)
        for line in terminal.wrapped(place + (f"; flags: {flags}" if flags else "")):
            print(terminal.paint(line, "36"))
        if work := called(offer.page.work):
            print("\n".join(terminal.wrapped(work, "  ")))
        print("\n".join(terminal.wrapped(offer.words, "    ")))

    def _next(self, _: Offer) -> None:
        self._at += 1

    def _back(self, _: Offer) -> None:
        self._at = max(self._at - 1, 0)

    def _topic(self, offer: Offer) -> None:
        later = range(self._at, len(self._offers))
        self._at = next((i for i in later if self._offers[i].topic != offer.topic), len(self._offers))

    def _keep(self, offer: Offer) -> None:
        self._decide(offer, "pin", terminal.line("  why (Enter for no reason): "))
        self._at += 1

    def _drop(self, offer: Offer) -> None:
        self._decide(offer, "drop", terminal.line("  why (Enter for no reason): "))
        self._at += 1

    def _decide(self, offer: Offer, verb: str, reason: str) -> None:
        """Write a decision; without a new reason, one that stands there is kept."""
        before = offer.picked.pick.reason if offer.picked and offer.picked.verb == verb else ""
        self._save(offer, offer.pick(verb, offer.topic, reason or before))

    def _save(self, offer: Offer, into: Picked | None) -> None:
        save(self._choice.file, offer.picked, into)
        self._changes += 1
        standing = {"pin": "pinned", "drop": "dropped"}[into.verb] if into else "left to the next build"
        why = into.pick.reason if into else ""
        self._offers[self._at] = replace(offer, standing=standing, why=why, picked=into)

    def _move(self, offer: Offer) -> None:
        """Drop it here and pin it in another topic."""
        others = [title for title in self._choice.topics if title != offer.topic]
        for number, title in enumerate(others, start=1):
            print("\n".join(terminal.wrapped(f"{number}  {title}", "  ")))
        typed = terminal.line("  to which topic (its number): ")
        if not (typed.isdecimal() and 1 <= int(typed) <= len(others)):
            print("  not moved")
            return
        reason = terminal.line("  why (Enter for no reason): ")
        there = others[int(typed) - 1]
        moved = offer.pick("pin", there, reason)
        known = next((i for i, each in enumerate(self._offers) if each.picked and each.is_at(offer, there)), None)
        save(self._choice.file, None if known is None else self._offers[known].picked, moved)
        pinned = replace(offer, topic=there, standing="pinned", why=reason, picked=moved)
        if known is None:
            self._offers.append(pinned)
        else:
            self._offers[known] = pinned
        self._decide(offer, "drop", f"moved to {there}")
        self._at += 1

    def _undo(self, offer: Offer) -> None:
        if offer.picked:
            self._save(offer, None)
        else:
            print("  nothing was picked of it here (what the config itself pins, only the config lets go)")

    def _stretch(self, offer: Offer, before: int, after: int) -> None:
        """Widen or narrow it; what is picked already is written anew."""
        wider = offer.stretched(before, after)
        if not wider:
            print("  an excerpt is one to three sentences that stand together")
        elif offer.picked:
            self._save(wider, wider.pick(offer.picked.verb, offer.topic, offer.picked.pick.reason))
        else:
            self._offers[self._at] = wider

    def _article(self, offer: Offer) -> None:
        """Show the text around it; the candidate stands between >> and <<."""
        text, span = offer.page.text, offer.span
        start, end = max(span.start - AROUND, 0), min(span.end + AROUND, len(text))
        before, after = text[start : span.start], text[span.end : end]
        marked = f"{'…' * bool(start)}{before}>>{text[span.start : span.end]}<<{after}{'…' * (end < len(text))}"
        for paragraph in marked.split("\n"):
            print("\n".join(terminal.wrapped(paragraph, "  ")).rstrip())
