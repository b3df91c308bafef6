"""Any HTML page, read for what it says."""

from briefgen.formats.claims import read_tree
from briefgen.formats.html.flow import tree_of
from briefgen.formats.html.names import DIGEST, RECORD
from briefgen.formats.html.opened import Element, open_page
from briefgen.formats.html.rules import is_complete
from briefgen.formats.html.sheets import heed
from briefgen.model.claim import Finished

_ELSEWHERE = "it has style sheets that stand elsewhere and are not looked at: they may hide words, or add some"


def read(data: bytes) -> Finished:
    """Give what a page says, whoever made it.

    A claim is each paragraph of a block quotation, what stands between quotation marks in other text or in a `q`, and
    what an element of ours is around. What the page says itself that it does not show is not read; style sheets that
    stand elsewhere are not looked at, and a remark says so. Raises UnreadableError for what is no HTML, and for what
    takes too much work.
    """
    root = open_page(data)
    remarks = () if is_complete(root) else (_ELSEWHERE,)
    heed(root)
    record = next((element.text or "" for element in root.iter("script") if element.get("id") == RECORD), "")
    digest = _digest(root)
    claims, prose = read_tree(tree_of(root), is_ours=bool(digest or record))
    return Finished(claims, prose, record=record.strip(), digest=digest, remarks=remarks)


def _digest(root: Element) -> str:
    told = (meta.get("content", "") for meta in root.iter("meta") if meta.get("name", "").lower() == RECORD)
    return next((one.removeprefix(DIGEST) for one in told if one.startswith(DIGEST)), "")
