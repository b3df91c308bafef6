"""Asking for pages of a real server, honest and hostile."""

import gzip
import ssl
import subprocess
import time
import zlib
from dataclasses import replace
from shutil import which

import pytest
from server import DATE, serving

from briefgen.errors import FetchError
from briefgen.fetching import Client, Manners

QUICK = Manners(pause=0, whole=2.5, backoff=0.05, wait=1.0, size=100_000)
HASTY = replace(QUICK, whole=0.8)
HERE = ["127.0.0.1", "localhost"]


@pytest.fixture
def server():
    with serving({"/page": b"<p>The ferry waits.</p>"}) as running:
        yield running


@pytest.fixture
def client():
    with Client(HERE, QUICK) as made:
        yield made


def why(client, url):
    with pytest.raises(FetchError) as caught:
        client.get(url)
    return caught.value.why


def test_a_page_is_given_and_the_second_time_only_if_it_has_changed(server, client):
    first = client.get(f"{server.url}/page")
    assert (first.body, first.url) == (b"<p>The ferry waits.</p>", f"{server.url}/page")
    assert client.get(f"{server.url}/page", first.headers).body is None
    path, sent = server.asked[-1]
    assert path == "/page"
    assert sent["If-None-Match"] == first.headers["etag"]
    assert sent["If-Modified-Since"] == DATE
    assert sent["User-Agent"].startswith("briefgen/")
    server.pages["/page"] = b"<p>The ferry sails.</p>"
    assert client.get(f"{server.url}/page", first.headers).body == b"<p>The ferry sails.</p>"


def test_redirects_are_followed_a_few_times_and_the_last_address_is_told(server, client):
    server.pages["/old"] = lambda handler: handler.give(b"", status=301, location="/page")
    assert client.get(f"{server.url}/old").url == f"{server.url}/page"
    server.pages["/loop"] = lambda handler: handler.give(b"", status=302, location="/loop")
    assert "leads on and on" in why(client, f"{server.url}/loop")
    server.pages["/file"] = lambda handler: handler.give(b"", status=302, location="file:///etc/hosts")
    assert "no address of the web" in why(client, f"{server.url}/file")
    server.pages["/nowhere"] = lambda handler: handler.give(b"", status=302)
    assert "leads on and on" in why(client, f"{server.url}/nowhere")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "0"]
)
def test_this_machine_is_refused_however_it_is_written(server, host):
    with Client((), QUICK) as client:
        assert "not of the public internet" in why(client, f"http://{host}:{server.port}/page")
    assert not server.asked


def test_a_redirect_into_this_house_is_refused_though_the_first_host_is_allowed(server):
    server.pages["/in"] = lambda handler: handler.give(b"", status=302, location=f"http://localhost:{server.port}/page")
    with Client(["127.0.0.1"], QUICK) as client:
        assert "not of the public internet" in why(client, f"{server.url}/in")
    assert [path for path, _ in server.asked] == ["/robots.txt", "/in"]


def test_robots_txt_is_heeded(server, client):
    server.pages["/robots.txt"] = (b"User-agent: *\nDisallow: /private\n", "text/plain")
    server.pages["/private/page"] = b"secret"
    assert "robots.txt does not want" in why(client, f"{server.url}/private/page")
    assert client.get(f"{server.url}/page").body
    assert [path for path, _ in server.asked] == ["/robots.txt", "/page"]


def test_robots_txt_that_forbids_us_by_name_or_breaks_forbids_all(server):
    server.pages["/robots.txt"] = (b"User-agent: briefgen\nDisallow: /\n\nUser-agent: *\nAllow: /\n", "text/plain")
    with Client(HERE, QUICK) as client:
        assert "robots.txt does not want" in why(client, f"{server.url}/page")
    server.pages["/robots.txt"] = lambda handler: handler.give(b"", status=503)
    with Client(HERE, QUICK) as client:
        assert "robots.txt cannot be asked for" in why(client, f"{server.url}/page")


def test_a_redirect_to_a_page_that_robots_txt_forbids_is_not_followed(server, client):
    server.pages["/robots.txt"] = (b"User-agent: *\nDisallow: /private\n", "text/plain")
    server.pages["/open"] = lambda handler: handler.give(b"", status=302, location="/private")
    assert "robots.txt does not want" in why(client, f"{server.url}/open")


def test_one_host_is_asked_slowly(server):
    with Client(HERE, Manners(pause=0.2)) as client:
        begun = time.monotonic()
        client.get(f"{server.url}/page")
        client.get(f"{server.url}/page")
        assert time.monotonic() - begun >= 0.4


def test_a_crawl_delay_is_heeded_up_to_a_limit(server):
    server.pages["/robots.txt"] = (b"User-agent: *\nCrawl-delay: 900\n", "text/plain")
    with Client(HERE, Manners(pause=0, longest_pause=0.3)) as client:
        client.get(f"{server.url}/page")
        begun = time.monotonic()
        client.get(f"{server.url}/page")
        assert time.monotonic() - begun >= 0.2


def test_a_busy_server_is_asked_again_when_it_says(server, client):
    answers = [
        lambda h: h.give(b"", status=429, retry_after=0),
        lambda h: h.give(b"", status=503),
        lambda h: h.page(b"x y"),
    ]
    server.pages["/busy"] = lambda handler: answers.pop(0)(handler)  # noqa: PLW0108 - one answer after the other
    assert client.get(f"{server.url}/busy").body == b"x y"
    server.pages["/later"] = lambda handler: handler.give(b"", status=503, retry_after=3600)
    assert "3600 s" in why(client, f"{server.url}/later")
    server.pages["/down"] = lambda handler: handler.give(b"", status=500)
    assert "answer is 500" in why(client, f"{server.url}/down")


def test_what_is_not_there_is_said(server, client):
    assert "answer is 404" in why(client, f"{server.url}/gone")
    assert "is empty" in why(client, _with(server, "/empty", lambda handler: handler.give(b"  \n")))
    assert "no connection can be made" in why(client, "http://127.0.0.1:9/x")
    assert "not known" in why(client, "http://no-such-host.invalid/")


def _with(server, path, answer):
    server.pages[path] = answer
    return server.url + path


def _drip(handler):
    """Send a header, and then a byte now and then for ever."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(400):
        handler.wfile.write(b".")
        time.sleep(0.1)


def _drip_headers(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    for _ in range(400):
        handler.wfile.write(b".")
        time.sleep(0.1)


def _endless(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"<p>more</p>" * 1000)


BOMB = gzip.compress(bytes(50_000_000), 6)


def _bomb(handler):
    handler.give(BOMB, content_encoding="gzip")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (_endless, "more than 100,000 bytes"),
        (_bomb, "more than 100,000 bytes"),
        (lambda h: h.give(b"x", "video/mp4"), "is video/mp4"),
        (lambda h: h.give(b"x", "application/octet-stream"), "nothing to quote"),
        (lambda h: h.give(b"not packed", content_encoding="gzip"), "is damaged"),
        (lambda h: h.give(b"x", content_encoding="br"), "not asked for"),
        (lambda h: h.wfile.write(b"this is no HTTP\r\n\r\n"), "broke off"),
        (lambda h: h.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 100_000 + b"\r\n"), "broke off"),
    ],
)
def test_hostile_servers_cost_little_and_the_reason_is_said(server, client, answer, reason):
    server.pages["/bad"] = answer
    assert reason in why(client, f"{server.url}/bad")


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: time.sleep(20),
        _drip,
        _drip_headers,
        lambda h: h.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"),
    ],
)
def test_a_host_that_hangs_is_given_up_and_not_asked_again(server, answer):
    server.pages["/hang"] = answer
    with Client(HERE, HASTY) as client:
        assert "too long to answer" in why(client, f"{server.url}/hang")
        assert "did not answer before" in why(client, f"{server.url}/page")
    assert [path for path, _ in server.asked] == ["/robots.txt", "/hang"]


def test_what_is_packed_is_unpacked(server, client):
    body = b"<p>The crane lifts.</p>" * 50
    url = _with(server, "/packed", lambda handler: handler.give(gzip.compress(body), content_encoding="gzip"))
    assert client.get(url).body == body
    assert zlib.crc32(client.get(url).body) == zlib.crc32(body)


@pytest.mark.skipif(which("openssl") is None, reason="needs openssl to make a certificate that nobody has signed")
def test_a_certificate_that_nobody_has_signed_is_refused(tmp_path, client):
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving({"/page": b"x"}, context) as server:
        assert "CERTIFICATE_VERIFY_FAILED" in why(client, f"{server.url}/page")
        assert not server.asked
