"""A brief and a template's source as marked Markdown. Pure: sources of templates come from what is passed in.

A template is hostile input, as everything is: it runs in a sandbox, with limits, and never holds the words of a source
(see `standins`). docs/templates.md tells its author what there is; `rehearse` tries a template on made-up briefs.
"""

from briefgen.compose.composing import compose
from briefgen.compose.rehearsing import Rehearsal, rehearse
from briefgen.compose.remark import Remark

__all__ = ["Rehearsal", "Remark", "compose", "rehearse"]
