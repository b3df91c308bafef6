"""`briefgen fetch`."""

import json
from argparse import Namespace
from datetime import UTC, datetime

from briefgen.cli.options import say
from briefgen.cli.progress import progress
from briefgen.counting import count
from briefgen.pipeline.configs import load
from briefgen.pipeline.fetch import Fetched, fetch


def run(options: Namespace) -> int:
    """Fetch the remote sources of every config; 3 if there are some and none of them gave anything."""
    code = 0
    for path in options.configs:
        settings = load(path)
        with progress() as shown:
            fetched = fetch(settings, datetime.now(UTC), progress=shown)
        if options.json:
            print(json.dumps(_plain(str(path), fetched), ensure_ascii=False))
        else:
            _print(str(path), fetched, len(settings.remote))
        if fetched.skipped and not fetched.files:
            code = 3
    return code


def _print(path: str, fetched: Fetched, addresses: int) -> None:
    if not addresses:
        say(f"{path} names no address among its sources; nothing is to be fetched")
        return
    counts = f"{fetched.read:,} read, {fetched.revised:,} of them revised; {fetched.unchanged:,} unchanged"
    say(f"{path}: {count(addresses, 'address')}: {counts}; {count(len(fetched.files), 'page')} at hand")
    for address, why in fetched.skipped:
        say(f"skipped {address}: {why}")


def _plain(path: str, fetched: Fetched) -> dict[str, object]:
    return {
        "config": path,
        "read": fetched.read,
        "revised": fetched.revised,
        "unchanged": fetched.unchanged,
        "files": [str(file) for file in fetched.files],
        "skipped": [{"address": address, "why": why} for address, why in fetched.skipped],
    }
