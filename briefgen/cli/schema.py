"""`briefgen schema`."""

import json
from argparse import Namespace

from briefgen import config


def run(_: Namespace) -> int:
    """Print the JSON Schema of a config."""
    print(json.dumps(config.schema(), ensure_ascii=False, indent=2))
    return 0
