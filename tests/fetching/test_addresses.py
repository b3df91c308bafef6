"""Which addresses may be asked for, and which machines they may lead to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import FetchError
from briefgen.fetching.addresses import address, allows, is_public


@pytest.mark.parametrize(
    ("url", "base", "written"),
    [
        ("http://Port.Example", "", "http://port.example/"),
        ("https://port.example:443/a b?c=d e#top", "", "https://port.example/a%20b?c=d%20e"),
        ("/x/../y", "https://port.example:8443/a/", "https://port.example:8443/y"),
        ("//quay.example/y", "https://port.example/", "https://quay.example/y"),
        ("https://港.example/船", "", "https://xn--j6w.example/%E8%88%B9"),
        ("http://[::1]:80/", "", "http://[::1]/"),
        ("https://port.example/a%20b?x=%41", "", "https://port.example/a%20b?x=%41"),
    ],
)
def test_addresses_are_written_one_way(url, base, written):
    assert str(address(url, base)) == written


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hosts",
        "ftp://port.example/",
        "javascript:alert(1)",
        "https://",
        "http://ada:secret@port.example/",
        "http://port.example:99999/",
        "http://[::1/",
        "x" * 5000,
        "http://" + "a" * 70 + ".example/",
        "",
    ],
)
def test_what_cannot_be_asked_for_is_said(url):
    with pytest.raises(FetchError):
        address(url)


def test_a_password_is_not_repeated():
    with pytest.raises(FetchError) as caught:
        address("http://ada:secret@port.example/")
    assert "secret" not in str(caught.value)


@given(st.text(max_size=60), st.sampled_from(["", "https://port.example/a/b"]))
def test_any_text_is_an_address_or_an_error(url, base):
    try:
        found = address(url, base)
    except FetchError:
        return
    assert str(address(str(found))) == str(found)
    assert str(found).isascii()


INSIDE = """
    127.0.0.1 127.8.8.8 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255
    240.0.0.1 192.0.2.1 198.18.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
    2002:7f00:1:: 2002:0a00:0001:: 64:ff9b::127.0.0.1 64:ff9b::a00:1 2001:db8::1 fec0::1
"""


@pytest.mark.parametrize("ip", INSIDE.split())
def test_machines_of_this_house_are_not_public(ip):
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])
def test_machines_of_the_internet_are(ip):
    assert is_public(ip)


def test_hosts_are_allowed_by_their_name_alone():
    assert allows("Wiki.Intranet", ["wiki.intranet"])
    assert allows("::1", ["[::1]"])
    assert not allows("evil.wiki.intranet", ["wiki.intranet"])
    assert not allows("127.0.0.1", ["localhost"])
