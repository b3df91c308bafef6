"""The way into a mail server: where each part of it comes from, and that its password is nowhere told."""

import sys
from types import SimpleNamespace

import pytest

from briefgen.deliver import Access, access
from briefgen.errors import DeliveryError
from briefgen.model.delivering import Server

SECRET = "anchor-and-chain-7"
SERVER = Server("mail.port.example", user="desk")


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.port.example", Access("mail.port.example", 587, "starttls")),
        ("smtp://mail.port.example:25", Access("mail.port.example", 25, "starttls")),
        ("smtps://mail.port.example", Access("mail.port.example", 465, "tls")),
        ("smtp://127.0.0.1:1025", Access("127.0.0.1", 1025, "none")),
        ("smtp://localhost:25", Access("localhost", 25, "none")),
        (
            "smtps://desk%40port:s%3Ac@mail.port.example",
            Access("mail.port.example", 465, "tls", "desk@port", "s:c"),
        ),
    ],
)
def test_a_url_says_it_all(url, expected):
    assert access(SERVER, {"BRIEFGEN_SMTP_URL": url}) == expected


@pytest.mark.parametrize("url", ["mail.port.example", f"http://desk:{SECRET}@port.example", f"smtp://desk:{SECRET}@",
                                 f"smtp://desk:{SECRET}@port.example:notaport", "smtp://[", SECRET])  # fmt: skip
def test_a_wrong_url_is_told_without_what_is_in_it(url):
    with pytest.raises(DeliveryError) as caught:
        access(None, {"BRIEFGEN_SMTP_URL": url})
    assert "no address of a mail server" in str(caught.value)
    assert SECRET not in str(caught.value)


def test_the_password_comes_from_the_environment_then_the_file_then_the_keyring(tmp_path, monkeypatch):
    file = tmp_path / "password"
    file.write_text(f"{SECRET}\nnot this\n")
    in_file = Server("mail.port.example", user="desk", password_file=file)
    assert access(in_file, {"BRIEFGEN_SMTP_PASSWORD": "other"}).password == "other"
    assert access(in_file, {}).password == SECRET
    kept = {("briefgen", "desk@mail.port.example"): "in the keyring"}
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=lambda *key: kept.get(key)))
    assert access(SERVER, {}).password == "in the keyring"


def test_a_password_that_is_nowhere_is_told_with_where_it_may_be(tmp_path, monkeypatch):
    with pytest.raises(DeliveryError, match="BRIEFGEN_SMTP_PASSWORD"):
        access(SERVER, {})
    with pytest.raises(DeliveryError, match="the password cannot be read"):
        access(Server("mail.port.example", user="desk", password_file=tmp_path / "none"), {})

    def broken(*_):
        raise RuntimeError(SECRET)

    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=broken))
    with pytest.raises(DeliveryError) as caught:
        access(SERVER, {})
    assert SECRET not in str(caught.value)


def test_no_server_at_all_is_told():
    with pytest.raises(DeliveryError, match="no server is named"):
        access(None, {})


def test_no_text_of_an_access_shows_its_password():
    assert SECRET not in repr(access(SERVER, {"BRIEFGEN_SMTP_PASSWORD": SECRET}))
