"""A web of three feeds and thirty pages on a local server, and a project whose config names them."""

from datetime import UTC, datetime
from pathlib import Path

from briefgen.config import load
from briefgen.fetching.client import Manners

AT = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
QUICK = Manners(pause=0, whole=5, backoff=0.05, wait=1)

PORTS = ("Aldburgh", "Brightsea", "Calder", "Dunmore", "Eastholm", "Farrow", "Greyport", "Hallin", "Inverlee", "Jarrow")


def article(feed, number, more=""):
    """A page with an article of its own: no two share a sentence."""
    port = PORTS[number]
    paragraphs = [
        f"The council of {port} closed berth {feed * 10 + number} on Monday because crane {number + 3} had failed.",
        f"Pilot {feed}{number} of {port} said the ferry of line {feed + 4} would wait for tide {number + 11}.{more}",
        f"Engineers from {PORTS[(number + feed) % 10]} will inspect hull {feed * 100 + number} before it opens.",
    ]
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    title = f"Berth {feed * 10 + number} of {port} closed"
    head = f"<!doctype html><html><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def feeds(url):
    """An RSS feed, an Atom feed and a JSON feed, of ten pages each."""
    links = [[f"{url}/{feed}/{number}-berth.html" for number in range(10)] for feed in range(3)]
    items = "".join(f"<item><title>T</title><link>{link}</link></item>" for link in links[0])
    rss = f'<?xml version="1.0"?><rss version="2.0"><channel><title>One</title>{items}</channel></rss>'
    entries = "".join(f'<entry><title>T</title><link href="{link}"/></entry>' for link in links[1])
    atom = f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Two</title>{entries}</feed>'
    listed = ", ".join(f'{{"id": "{link}", "url": "{link.removeprefix(url)}"}}' for link in links[2])
    json = f'{{"version": "https://jsonfeed.org/version/1.1", "title": "Three", "items": [{listed}]}}'
    return {
        "/rss.xml": (rss.encode(), "application/rss+xml"),
        "/atom.xml": (atom.encode(), "application/atom+xml"),
        "/feed.json": (json.encode(), "application/feed+json"),
    }


def stock(server):
    """Fill a server."""
    server.pages.update(feeds(server.url))
    server.pages.update({f"/{feed}/{n}-berth.html": article(feed, n) for feed in range(3) for n in range(10)})


def project(folder: Path, server, *sources: str):
    """Give the settings of a project whose sources are these addresses of the server."""
    (folder / "config").mkdir(parents=True, exist_ok=True)
    path = folder / "config" / "ports.yaml"
    named = "\n".join(f"  - {server.url}{each}" for each in sources or ("/rss.xml", "/atom.xml", "/feed.json"))
    path.write_text(
        f"title: Ports\nallow_private: [127.0.0.1]\nsources:\n{named}\n"
        "topics:\n  - title: Berths\n    about: [berth]\n    limit: 20\n",
        "utf-8",
    )
    return load(path)
