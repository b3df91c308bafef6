"""Proof that the quotations of a finished file stand in their sources.

Presence is proved: these words stand in this document at this place. Whether they support what is said around them is
not, and nothing here claims it.
"""

from briefgen.proof.proving import prove, told
from briefgen.proof.texts import Evidence

__all__ = ["Evidence", "prove", "told"]
