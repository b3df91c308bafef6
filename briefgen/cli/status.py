"""`briefgen` alone: where one stands, and what comes next."""

from argparse import Namespace
from pathlib import Path

from briefgen import __version__
from briefgen.model.project import OUT
from briefgen.pipeline.configs import configs_in

_FIRST = """\
There is no config here yet. Put your articles into a folder `seeds/` and write `config/brief.yaml`:

    title: My first brief
    sources: ../seeds
    topics:
      - title: Taiwan
        question: What do the articles say of peace and stability in the Taiwan Strait?
        about: [Taiwan]

then run: briefgen check config/brief.yaml"""


def run(_: Namespace) -> int:
    """Say which configs and briefs there are, and what to do next."""
    print(f"briefgen {__version__}: briefs whose every quotation is verbatim, cited and provable\n")
    configs = configs_in(Path("config"))
    if not configs:
        print(_FIRST)
        return 0
    for path in configs:
        newest = max((OUT / path.stem).glob(f"*/{path.stem}-*.docx"), default=None)
        print(f"  {path}: {f'last brief {newest}' if newest else 'no brief yet'}")
    print(f"\nNext: briefgen check {configs[0]}   (what its topics find)")
    print(f"      briefgen build {configs[0]}   (the brief, in out/)")
    print("      briefgen verify FILE.docx   (every quotation of a finished file, edited or not)")
    print("      briefgen --help")
    return 0
