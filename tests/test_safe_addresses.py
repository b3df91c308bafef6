"""Where a link in a finished file may lead."""

import pytest

from briefgen.addresses import safe_address


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://quay.example/a?b=1&c=2#d", "https://quay.example/a?b=1&c=2#d"),
        ("HTTP://quay.example", "HTTP://quay.example"),
        (' https://quay.example/a b\\c<d>|^{e}`"', "https://quay.example/a%20b%5Cc%3Cd%3E%7C%5E%7Be%7D%60%22"),
        ("https://quay.example/a\x00\n\ud800", "https://quay.example/a\ufffd%0A\ufffd"),
        ("https://quay.example/港", "https://quay.example/港"),
        ("mailto:desk@quay.example", "mailto:desk@quay.example"),
        ("mailto:", ""),
        ("http:///nowhere", ""),
        ("https://[half", ""),
        ("https://quay.example:port/", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("quay.example/a", ""),
        ("//quay.example", ""),
        ("#elsewhere", ""),
        ("", ""),
        ("https://quay.example/" + "a" * 2000, ""),
    ],
)
def test_only_addresses_of_the_web_and_of_mail_are_links(href, address):
    assert safe_address(href) == address
