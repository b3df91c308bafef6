"""Messages: what the standard library reads of them, and that they are the same every time."""

import email
import email.policy
import re
from dataclasses import replace
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letters import DOCX, LETTER, TOKEN, WHEN

from briefgen import mail
from briefgen.errors import RecordError
from briefgen.model.delivering import Mailbox

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40).map(
    lambda s: " ".join(s.split())
)


SMALL = replace(LETTER, text="Key points\n", html="<p>Key points</p>\n")


def read(data):
    return email.message_from_bytes(data, policy=email.policy.default)


def named(data, header):
    """Read name and address as RFC 2047 has it, section 6.2: some parsers put a space between two encoded words."""
    name, address = parseaddr(email.message_from_bytes(data)[header])
    return " ".join(str(make_header(decode_header(name))).split()), address


def made(letter=LETTER, token=TOKEN, files=(DOCX,)):
    return mail.message(letter, token, WHEN, files)


def test_says_who_and_what_as_the_rfcs_want_it():
    message = read(made())
    assert {name: str(message[name]) for name in message if name not in {"Content-Type", "MIME-Version"}} == {
        "From": "The Desk <desk@port.example>",
        "To": '"Quill, Ada" <ada@port.example>, "Müller, Bo" <bo@port.example>',
        "Cc": "港の Cy <cy@port.example>",
        "Reply-To": "editor@port.example",
        "Subject": "Die Häfen, 2 March 2026",
        "Date": "Mon, 02 Mar 2026 07:00:00 +0000",
        "Message-ID": f"<{TOKEN}@port.example>",
        "List-Id": "<weekly-brief.port.example>",
        "List-Unsubscribe": ", ".join(f"<{each}>" for each in LETTER.unsubscribe),
        "Auto-Submitted": "auto-generated",
    }
    assert [each.display_name for each in message["To"].addresses] == ["Quill, Ada", "Müller, Bo"]


def test_a_file_is_of_its_own_type():
    message = read(made(files=[(f"port.{form}", form, b"1") for form in ("docx", "md", "html", "pdf", "ris")]))
    assert [part.get_content_type() for part in message.iter_attachments()] == [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/markdown",
        "text/html",
        "application/pdf",
        "application/octet-stream",
    ]


def test_holds_text_and_html_and_the_file_byte_for_byte():
    message = read(made())
    assert message.get_content_type() == "multipart/mixed"
    (body, attached) = message.iter_parts()
    assert [part.get_content_type() for part in body.iter_parts()] == ["text/plain", "text/html"]
    assert message.get_body(["plain"]).get_content().replace("\r\n", "\n") == LETTER.text
    assert message.get_body(["html"]).get_content().replace("\r\n", "\n") == LETTER.html
    assert (attached.get_filename(), attached.get_content()) == (DOCX[0], DOCX[2])


def test_a_name_of_a_file_in_other_letters_is_right():
    (_, attached) = read(made(files=[("港-2026.md", "md", "# 港\n".encode())])).iter_parts()
    assert attached.get_filename() == "港-2026.md"
    assert (attached.get_content(), attached.get_payload(decode=True)) == ("# 港\n", "# 港\n".encode())


def test_is_the_same_at_every_try_and_another_for_another():
    assert made() == made()
    assert made() != made(token="f" * 32)


def test_goes_over_the_wire_in_ascii_and_in_short_lines():
    data = made()
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998  # RFC 5322, section 2.1.1
    assert not re.search(rb"List-Unsubscribe:[^:]*=\?", data), "addresses are no encoded words"


def test_those_who_get_it_unseen_are_in_no_header():
    assert str(read(made(replace(LETTER, to=(), cc=())))["To"]) == "undisclosed-recipients:;"


def test_a_draft_is_for_everybody_and_says_that_it_is_one():
    data = mail.draft(LETTER, TOKEN, WHEN, [DOCX], [Mailbox("dee@port.example", "Dee")])
    assert (read(data)["X-Unsent"], str(read(data)["Bcc"])) == ("1", "Dee <dee@port.example>")
    assert b"X-Unsent" not in made()


@settings(max_examples=30)
@given(NAMES, NAMES, st.text(max_size=120))
def test_no_name_and_no_subject_makes_a_header(name, other, subject):
    letter = replace(
        SMALL,
        sender=Mailbox("desk@port.example", name),
        to=(Mailbox("ada@port.example", other),),
        subject=" ".join("".join(each if each.isprintable() else " " for each in subject).split()),
    )
    data = made(letter, files=())
    message = read(data)
    assert named(data, "To") == (other, "ada@port.example")
    assert named(data, "From") == (name, "desk@port.example")
    assert [each.addr_spec for each in message["To"].addresses] == ["ada@port.example"]
    assert set(message.keys()) == set(read(made()).keys())
    assert message["Subject"].split() == letter.subject.split()


def test_a_letter_is_kept_without_loss_and_nothing_else_is_read_as_one():
    assert mail.load(mail.dump(LETTER)) == LETTER
    for data in (b"", b"{}", b"[]", b"\xff", mail.dump(LETTER).replace(b'"subject"', b'"sender2"'), b"[" * 10**5):
        with pytest.raises(RecordError):
            mail.load(data)
