"""`briefgen schema`."""

import json
from argparse import Namespace
from pathlib import Path

from briefgen import config, looks


def run(_: Namespace) -> int:
    """Print the JSON Schema of a config of the project here, which may have templates of its own."""
    known = config.Known(templates=looks.names(Path.cwd()))
    print(json.dumps(config.schema(known), ensure_ascii=False, indent=2))
    return 0
