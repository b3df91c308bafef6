"""Laws of the one definition of verbatim."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.text import canonicalise, digest, display, is_xml_legal

any_text = st.text(st.characters(exclude_categories=()))


@given(any_text)
def test_canonicalise_is_idempotent_and_gives_what_xml_can_hold(raw):
    once = canonicalise(raw)
    assert canonicalise(once) == once
    assert is_xml_legal(once)
    assert "\r" not in once


@given(any_text)
def test_display_is_idempotent_and_one_line(raw):
    once = display(canonicalise(raw))
    assert display(once) == once
    assert not once[:1].isspace()
    assert not once[-1:].isspace()
    assert "\n" not in once


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_ordinary_text_keeps_its_offsets(raw):
    assert canonicalise(raw) == raw


def test_a_file_reads_as_python_reads_it(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes("\ufeffOne.\r\nTwo.\rThree.".encode())
    assert canonicalise(file.read_bytes().decode()) == file.read_text("utf-8-sig")


def test_the_digest_is_sha256_of_utf8():
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
