"""Encodings: said, told where that is safe, or refused."""

import pytest

from briefgen.errors import UnreadableError
from briefgen.sources import decoding, read
from briefgen.sources.decoding import decode

JAPANESE = "灯台条約が木曜日に発効した。署名から九年がたち、五か国が批准している。加盟国は灯を絶やさない。"
KOREAN = "등대 조약이 목요일에 발효되었다. 서명한 지 구 년이 지났고 다섯 나라가 비준했다."
CHINESE = "灯塔条约于星期四生效，距离签署已有九年，五个国家批准了这项条约，他们表示欢迎。"
TRADITIONAL = "燈塔條約於星期四生效，距離簽署已有九年，五個國家批准了這項條約，他們表示歡迎。"
RUSSIAN = "Договор о маяках вступил в силу в четверг, через девять лет после подписания его министрами."
UKRAINIAN = "Угода про маяки набула чинності в четвер, через дев'ять років після підписання її міністрами."
FRENCH = "Le traité des phares est entré en vigueur jeudi, neuf ans après sa signature ; « enfin ! »"
GERMAN = "Die Leuchttürme der Küste müssen größer werden, sagte der Minister für Äußeres."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", JAPANESE),
        ("utf-8-sig", JAPANESE),
        ("utf-16", JAPANESE),
        ("utf-32", JAPANESE),
        ("utf-16-le", FRENCH),
        ("utf-16-be", FRENCH),
        ("cp932", JAPANESE),
        ("euc_jp", JAPANESE),
        ("cp949", KOREAN),
        ("gb18030", CHINESE),
        ("big5", TRADITIONAL),
        ("cp1251", RUSSIAN),
        ("cp1251", UKRAINIAN),
        ("koi8_r", RUSSIAN),
        ("cp1252", FRENCH),
        ("latin-1", GERMAN),
    ],
)
def test_what_can_be_told_is_read_and_a_guess_is_said(encoding, text):
    decoded = decode(text.encode(encoding), "note.txt")
    assert decoded.text == text
    assert bool(decoded.warnings) == (encoding not in {"utf-8", "utf-8-sig", "utf-16", "utf-32"})
    assert all(warning.startswith("note.txt: ") for warning in decoded.warnings)


@pytest.mark.parametrize(("encoding", "text"), [("cp866", RUSSIAN), ("iso8859_5", RUSSIAN), ("cp437", GERMAN)])
def test_what_cannot_be_told_is_refused_not_guessed(encoding, text):
    with pytest.raises(UnreadableError, match="save it as UTF-8"):
        decode(text.encode(encoding), "note.txt")


def test_utf_16_without_a_mark_and_without_zeros_is_refused():
    with pytest.raises(UnreadableError):
        decode(JAPANESE.encode("utf-16-le"), "note.txt")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"---\ntitle: Lamps\n---\n \n", "empty but for its front matter"),
        (b"\x00\x01\x02\x03", "zero bytes"),
        (b"lamps \x01\x02\x03\x04", "control characters"),
        (b"%PDF-1.7 lamps", "is a PDF"),
        (b"{\\rtf1 lamps", "an RTF file"),
        (b"\xff\xfel\x00a\x00m", "UTF-16-LE and is not, from byte 4"),
    ],
)
def test_what_is_no_text_says_why(data, why):
    with pytest.raises(UnreadableError, match=why):
        read(data, "note.txt")


def test_a_text_cut_short_is_read_and_its_loss_said():
    decoded = decode(GERMAN.encode()[:-1] + "ä".encode()[:1], "note.txt")
    assert decoded.text.endswith("\ufffd")
    assert "1 character was lost" in decoded.warnings[0]


@pytest.mark.parametrize("words", ["The “lamps”", "Größe und Übermaß", "it’s"])
def test_what_was_mangled_before_is_said_and_left(words):
    mangled = words.encode().decode("cp1252", "ignore")
    decoded = decode(mangled.encode(), "note.txt")
    assert decoded.text == mangled
    assert "was mangled before it came here" in decoded.warnings[0]


@pytest.mark.parametrize("text", [JAPANESE, KOREAN, CHINESE, RUSSIAN, FRENCH, GERMAN, "ÀÉÎ ÂÃ «Ã»"])
def test_what_is_right_is_not_called_mangled(text):
    assert decode(text.encode(), "note.txt").warnings == ()


def test_no_more_is_looked_at_than_is_said(monkeypatch):
    looks = []
    was_utf8 = decoding._was_utf8
    monkeypatch.setattr(decoding, "_was_utf8", lambda words: looks.append(words) or was_utf8(words))
    assert len(decode(("Ã©" * 1_000).encode(), "note.txt").warnings) == 1
    assert decode(("ÃÀ" * 1_000).encode(), "note.txt").warnings == ()
    assert len(looks) < 10
