"""Mail by real servers on this machine, and each fault that a server may have."""

import socket
import time
from pathlib import Path

import pytest
from postbox import free_port
from smtp_servers import NAME, Handler, certificates, converse, login, serving, talking

from briefgen.deliver import DELIVERERS, Access, Means, Parcel
from briefgen.errors import DeliveryError
from briefgen.model.edition import Outcome, Way

MESSAGE = b"Subject: ferries\r\n\r\n.a line with a dot\r\nend\r\n"
READERS = [f"{name}@port.example" for name in ("ada", "bo", "cy", "dee", "eli")]
SECRET = "anchor-and-chain-7"


@pytest.fixture
def named(monkeypatch):
    """The name of the mail server, which leads to this machine, as a resolver of a house may say."""
    resolve = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *rest, **more: resolve("127.0.0.1" if host == NAME else host, *rest, **more)
    )
    return NAME


def sent(access, readers=READERS, message=MESSAGE):
    """Send a message to each reader over one carrier; gives the replies."""
    carrier = DELIVERERS[Way.MAIL](Means(lambda: access, lambda path, _: path))
    try:
        replies = [carrier.carry(Parcel(each, "desk@port.example", message)) for each in readers]
    finally:
        carrier.close()
    assert not any(SECRET in reply.words for reply in replies)
    return replies


def here(port, **more):
    return Access("127.0.0.1", port, "none", timeout=2, **more)


def outcomes(replies):
    return [each.outcome.name for each in replies]


def test_each_reader_gets_a_message_of_their_own_word_for_word():
    handler = Handler()
    with serving(handler) as port:
        replies = sent(here(port))
    assert outcomes(replies) == ["SERVED"] * 5
    assert [reply.words for reply in replies] == ["250 kept"] * 5
    assert handler.taken == [((reader,), MESSAGE) for reader in READERS]


def test_a_server_that_refuses_one_of_five_serves_four():
    handler = Handler(rcpt={READERS[2]: "550 5.1.1 nobody of this name"})
    with serving(handler) as port:
        replies = sent(here(port))
    assert outcomes(replies) == ["SERVED", "SERVED", "REFUSED", "SERVED", "SERVED"]
    assert replies[2].words == "550 5.1.1 nobody of this name"


def test_a_server_that_greylists_serves_later():
    handler = Handler(rcpt={READERS[0]: "451 4.7.1 come back later"}, data=["452 full", "250 kept"])
    with serving(handler) as port:
        assert outcomes(sent(here(port), READERS[:3])) == ["WAITING", "WAITING", "SERVED"]
        handler.rcpt.clear()
        assert outcomes(sent(here(port), READERS[:2])) == ["SERVED", "SERVED"]


def test_a_message_too_large_is_final_and_is_not_sent_where_the_server_says_its_limit():
    with serving(Handler(data=["552 5.3.4 too large"])) as port:
        (reply,) = sent(here(port), READERS[:1])
    assert (reply.outcome, reply.words) == (Outcome.REFUSED, "552 5.3.4 too large")
    handler = Handler()
    with serving(handler, data_size_limit=1_000_000) as port:
        (reply,) = sent(here(port), READERS[:1], b"a line\r\n" * 200_000)
    assert (reply.outcome, handler.taken) == (Outcome.REFUSED, [])
    assert reply.words == "the mail has 1.6 MB, and the server takes 1.0 MB; nothing was sent"


def test_a_server_that_is_not_there_costs_a_try():
    replies = sent(here(free_port()))
    assert outcomes(replies) == ["WAITING"] * 5
    assert "refused" in replies[0].words


def test_a_server_that_hangs_is_waited_for_once():
    with talking(lambda wire, _: wire.read(1)) as (port, seen):
        replies = sent(Access("127.0.0.1", port, "none", timeout=0.3))
        assert len(seen) == 1
    assert outcomes(replies) == ["WAITING"] * 5
    assert "no answer in time" in replies[0].words


def test_a_server_that_hangs_after_a_message_is_waited_for_longer_and_once():
    started = time.monotonic()
    with talking(lambda wire, _: (converse(wire, data=b"354 go on\r\n"), time.sleep(2))) as (port, seen):
        replies = sent(Access("127.0.0.1", port, "none", timeout=0.06))
        assert len(seen) == 1
    assert time.monotonic() - started >= 0.6
    assert outcomes(replies) == ["WAITING"] * 5
    assert "in time" in replies[0].words


def test_a_server_whose_answer_drips_without_end_hangs():
    def drip(wire, _):
        for _ in range(60):
            wire.write(b"2")
            time.sleep(0.05)

    with talking(drip) as (port, _):
        replies = sent(Access("127.0.0.1", port, "none", timeout=0.3))
    assert outcomes(replies) == ["WAITING"] * 5
    assert "no answer in time" in replies[0].words


def test_a_server_that_drops_in_the_middle_of_a_message_gets_the_next_one_all_the_same():
    def talk(wire, number):
        converse(wire, data=b"354 go on\r\n")
        if number > 1:
            while wire.readline() != b".\r\n":
                pass
            wire.write(b"250 kept\r\n")

    with talking(talk) as (port, _):
        replies = sent(here(port), READERS[:2])
    assert outcomes(replies) == ["WAITING", "SERVED"]
    assert "hung up in the middle" in replies[0].words


@pytest.mark.parametrize(
    ("greeting", "said"),
    [(b"421 4.3.2 going down\r\n", "421"), (b"554 no mail here\r\n", "554"), (b"\xff\x00\x07 what\r\n", ""), (b"", "")],
)
def test_a_server_that_does_not_greet_is_tried_again(greeting, said):
    with talking(lambda wire, _: wire.write(greeting)) as (port, _):
        (reply,) = sent(here(port), READERS[:1])
    assert reply.outcome is Outcome.WAITING
    assert said in reply.words
    assert reply.words.isprintable()


def test_what_a_server_says_is_kept_on_one_short_line():
    with serving(Handler(rcpt={READERS[0]: "550 " + "no \x1b[31m" * 80})) as port:
        (reply,) = sent(here(port), READERS[:1])
    assert reply.words.isprintable()
    assert len(reply.words) <= 300


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_tls_with_a_certificate_that_is_trusted(named, tmp_path, security):
    context, authority = certificates(tmp_path)
    options = {"implicit": context} if security == "tls" else {"tls_context": context, "require_starttls": True}
    handler = Handler()
    check = login(SECRET)
    with serving(handler, authenticator=check, auth_require_tls=security != "tls", **options) as port:
        access = Access(named, port, security, "desk", SECRET, authority, timeout=5)
        assert outcomes(sent(access, READERS[:1])) == ["SERVED"]
    assert len(handler.taken) == 1


@pytest.mark.parametrize("fault", ["of nobody that is known", "for another name"])
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_wrong_certificate_is_told_and_nothing_is_sent(named, tmp_path, fault, security):
    context, own = certificates(tmp_path, name=NAME if fault == "of nobody that is known" else "other.port.example")
    trusted = None if fault == "of nobody that is known" else own
    options = {"implicit": context} if security == "tls" else {"tls_context": context}
    handler = Handler()
    with serving(handler, authenticator=login(SECRET), **options) as port:
        replies = sent(Access(named, port, security, "desk", SECRET, trusted, timeout=5))
    assert outcomes(replies) == ["WAITING"] * 5
    assert "a certificate that is not to be trusted" in replies[0].words
    assert handler.taken == []


def test_a_server_elsewhere_that_offers_no_tls_gets_neither_mail_nor_password(named):
    handler = Handler()
    with serving(handler, authenticator=login(SECRET), auth_require_tls=False) as port:
        replies = sent(Access(named, port, "starttls", "desk", SECRET, timeout=5))
    assert outcomes(replies) == ["WAITING"] * 5
    assert "does not offer what is a must" in replies[0].words
    assert handler.taken == []


def test_a_file_of_certificates_that_holds_none_is_told(tmp_path):
    file = tmp_path / "ca.pem"
    file.write_text("no certificate")
    (reply,) = sent(Access(NAME, 1, "tls", ca_file=file), READERS[:1])
    assert (reply.outcome, "the certificates cannot be read" in reply.words) == (Outcome.WAITING, True)


@pytest.mark.parametrize("said", ["535 no PASSWORD", "535 5.7.8 nobody is let in", "454 later"])
def test_a_login_that_is_refused_is_tried_again_and_never_told_with_its_password(said):
    handler = Handler()
    with serving(handler, authenticator=login("other", said), auth_require_tls=False) as port:
        replies = sent(here(port, user="desk", password=SECRET))
    assert outcomes(replies) == ["WAITING"] * 5
    assert "refuses the login of desk" in replies[0].words


def test_a_password_in_other_letters_is_told_without_it():
    with serving(Handler(), authenticator=login("x"), auth_require_tls=False) as port:
        (reply,) = sent(here(port, user="desk", password="Fähre-Secret"), READERS[:1])
    assert "characters that a login cannot carry" in reply.words
    assert "Secret" not in reply.words


def test_no_way_in_is_a_reply_too():
    def access():
        raise DeliveryError("mail", "no server is named")

    carrier = DELIVERERS[Way.MAIL](Means(access, lambda path, _: path))
    assert carrier.carry(Parcel("ada@port.example")).words == "mail: no server is named"


def test_into_a_folder_that_is_there_and_never_over_what_stands_there(tmp_path):
    from briefgen.pipeline.outputs import place_new  # noqa: PLC0415 - what the pipeline passes in

    carrier = DELIVERERS[Way.FOLDER](Means(lambda: here(1), place_new))
    absent = carrier.carry(Parcel(str(tmp_path / "absent"), files=(("a.md", b"one"),)))
    assert (absent.outcome, (tmp_path / "absent").exists()) == (Outcome.WAITING, False)
    (tmp_path / "a.md").write_bytes(b"a person's")
    for _ in range(2):
        reply = carrier.carry(Parcel(str(tmp_path), files=(("a.md", b"one"), ("b.md", b"two"))))
        assert (reply.outcome, reply.words) == (Outcome.SERVED, "put there as a-2.md, b.md")
    carrier.close()
    assert {path.name: path.read_bytes() for path in Path(tmp_path).iterdir()} == {
        "a.md": b"a person's",
        "a-2.md": b"one",
        "b.md": b"two",
    }
