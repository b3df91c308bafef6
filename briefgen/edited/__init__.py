"""What a person did to a finished brief, told by two outlines of it: as it was built, and as it was edited.

`changes` tells their own prose by sections, `arranged` what they took out, moved and put in another order.
"""

from briefgen.edited.arranging import Arranged, arranged
from briefgen.edited.changing import Changes, Slot, Written, changes, shown

__all__ = ["Arranged", "Changes", "Slot", "Written", "arranged", "changes", "shown"]
