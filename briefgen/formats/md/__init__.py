"""Markdown: the finished text with the mark of its record, and what any Markdown file says."""

import re
from urllib.parse import quote

from briefgen import markup, record
from briefgen.errors import UnreadableError
from briefgen.formats.claims import read_tree
from briefgen.model.brief import Composition, Look
from briefgen.model.claim import Finished

_STAMP = re.compile(r"^\[briefgen sha256:([0-9a-f]{64})\]: ", re.MULTILINE)


def write(composition: Composition, look: Look) -> bytes:  # noqa: ARG001 - every format's writer takes a look
    """Give the .md file of a composition: UTF-8, lines ended by LF.

    Its last line is a link reference definition, which no reader shows: the SHA-256 of the brief's public record, the
    brief's name and its date. The digest is part of the label, so that no words in the brief can refer to it. A brief
    that is scrubbed has no such line.
    """
    if composition.is_scrubbed:
        return composition.markdown.encode()
    brief = composition.brief
    name = quote(brief.name, safe="") or "-"
    stamp = f'[briefgen sha256:{record.digest(record.public(composition))}]: {name} "as of {brief.as_of}"'
    return f"{composition.markdown}\n{stamp}\n".encode()


def read(data: bytes) -> Finished:
    """Give what a .md file says, whoever wrote it; its digest is that of the last stamp.

    Every quotation is a claim: a paragraph in a block quotation, and words in quotation marks in running text. In a
    .md an excerpt has no id: its note's number is its identity. Raises UnreadableError for what is not UTF-8.
    """
    text = _decoded(data)
    digest = (_STAMP.findall(text) or [""])[-1]
    claims, prose = read_tree(markup.parse(text), is_ours=bool(digest))
    return Finished(claims, prose, digest=digest)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError("the Markdown file", f"byte {error.start + 1} is not UTF-8") from error
