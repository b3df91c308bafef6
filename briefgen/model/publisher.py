"""What a desk knows of those who publish."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher or agency: its reliability by the Admiralty code (A to F; empty for none), and a note.

    `is_state` says that a state controls what it prints.
    """

    name: str
    reliability: str = ""
    is_state: bool = False
    note: str = ""
