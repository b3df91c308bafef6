"""Letters: what templates make becomes text and HTML that say the same."""

from briefgen import mail, markup
from briefgen.model.delivering import Email, Mailbox

BODY = """\
# Harbours & <ferries>

- one [link](https://port.example/a?b=1&c=2)
- two
    - deeper

> A *ferry* sails.[^1]

| a | b |
| --- | --- |
| 1 | `<2>` |

A [trick](javascript:alert) and **more**.

[^1]: The note.
"""


def letter(subject="One\n\nsubject", body=BODY):
    (_, said), (_, told) = markup.finish(subject), markup.finish(body)
    return mail.letter(said, told, Email(Mailbox("desk@port.example")), "en")


def test_text_is_for_reading():
    assert letter().text == (
        "Harbours & <ferries>\n\n- one link (https://port.example/a?b=1&c=2)\n- two\n  \n  - deeper\n\n"
        "> A ferry sails.[1]\n\na | b\n1 | <2>\n\nA trick and more.\n\n[1] The note.\n"
    ).replace("  \n", "\n")


def test_html_is_safe_and_has_its_styles_at_the_elements():
    html = letter().html
    assert "<h1 style=" in html
    assert "Harbours &amp; &lt;ferries&gt;" in html
    assert 'href="https://port.example/a?b=1&amp;c=2"' in html
    assert "javascript" not in html
    assert "<script" not in html
    assert "@media" in html
    assert html.count("<style>") == 1


def test_a_subject_is_one_line():
    assert letter().subject == "One subject"
    assert len(letter(subject="long " * 200).subject) == 250
