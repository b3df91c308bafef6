"""Addresses as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import AddressError
from briefgen.mail import is_loopback, mailbox
from briefgen.model.delivering import Mailbox


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ada@port.example", Mailbox("ada@port.example")),
        ("  Ada Quill  <ada@port.example> ", Mailbox("ada@port.example", "Ada Quill")),
        ('"Quill, Ada" <ada@port.example>', Mailbox("ada@port.example", "Quill, Ada")),
        ("港の Ada <a.q+weekly@port.example>", Mailbox("a.q+weekly@port.example", "港の Ada")),
        ("Bo <bo@häfen.example>", Mailbox("bo@xn--hfen-loa.example", "Bo")),
        ("a <b> <ada@port.example>", Mailbox("ada@port.example", "a <b>")),
    ],
)
def test_reads_what_people_write(written, read):
    assert mailbox(written) == read


@given(st.text(max_size=80) | st.from_regex(r"[\w\s<>@.,:;\"]{0,40}@[\w.-]{0,20}", fullmatch=True))
def test_whatever_is_written_gives_an_address_that_ends_no_line_or_an_error(written):
    try:
        read = mailbox(written)
    except AddressError as error:
        wrong = error
    else:
        _check_read(read)
        return
    assert wrong.wrong
    assert wrong.right
    assert 1 <= wrong.column <= len(written) + 1


def _check_read(read):
    assert read.address.isascii()
    assert read.address.count("@") == 1
    assert not set(read.address) & set(' \r\n\t<>,;:"\\')
    assert read.name.isprintable() or not set(read.name) & set("\r\n\0")


@pytest.mark.parametrize(
    ("host", "is_here"),
    [("localhost", True), ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("port.example", False),
     ("10.0.0.1", False), ("localhost.port.example", False), ("", False)],
)  # fmt: skip
def test_only_this_machine_is_spoken_to_in_the_open(host, is_here):
    assert is_loopback(host) is is_here
