"""A letter to make messages of."""

from datetime import UTC, datetime

from briefgen.mail import Letter
from briefgen.model.delivering import Mailbox

WHEN = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
TOKEN = "0123456789abcdef" * 2
DOCX = ("port-2026-03-02.docx", "docx", b"PK\x03\x04" + bytes(range(256)) * 20)
LETTER = Letter(
    sender=Mailbox("desk@port.example", "The Desk"),
    to=(Mailbox("ada@port.example", "Quill, Ada"), Mailbox("bo@port.example", "Müller, Bo")),
    cc=(Mailbox("cy@port.example", "港の Cy"),),
    reply_to=(Mailbox("editor@port.example"),),
    subject="Die Häfen, 2 March 2026",
    text="Key points\n\n> Die Fähre fährt.\n" + "x" * 2000 + "\n.\n",
    html="<p>Die Fähre fährt.</p>\n",
    list_id="weekly-brief.port.example",
    unsubscribe=("mailto:leave@port.example?subject=leave", "https://port.example/" + "leave/" * 30),
    attach=("docx",),
)
