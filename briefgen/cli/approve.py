"""`briefgen approve`."""

import json
from argparse import Namespace

from briefgen.cli.clock import now
from briefgen.cli.options import say
from briefgen.counting import count
from briefgen.pipeline.configs import load
from briefgen.pipeline.delivery.approve import Approval, approve


def run(options: Namespace) -> int:
    """Approve the edition that waits, or say what stands against it."""
    settings = load(options.config)
    approval = approve(settings, now(), options.files, dict(options.accept))
    if options.json:
        print(json.dumps(_plain(approval), ensure_ascii=False))
    _say(approval, options)
    return 0 if approval.edition else 1


def _say(approval: Approval, options: Namespace) -> None:
    for file in approval.files:
        say(f"{file.path.name}: {count(len(file.review.excerpts), 'excerpt')}{', edited' * file.is_edited}")
    for name in approval.left_out:
        say(f"{name} is left out: it says what was built, not what you approve")
    if approval.edition is None:
        for each in approval.open:
            say(f"  {each.code}  {each.words}")
        say(f"not approved: {count(len(approval.open), 'finding')}. Correct the file; or let one stand and say why:")
        named = "".join(f' --file "{path}"' for path in options.files)
        say(f'  briefgen approve {options.config}{named} --accept {approval.open[0].code} "why it may stand"')
        return
    accepted = len(approval.edition.accepted)
    lets = f", {count(accepted, 'finding')} accepted" if accepted else ""
    say(f"{approval.edition.key} is approved{lets}; send it: briefgen send {options.config}")


def _plain(approval: Approval) -> dict[str, object]:
    edition = approval.edition
    return {
        "edition": edition.key if edition else None,
        "files": [
            {
                "path": str(file.path),
                "format": file.format,
                "edited": file.is_edited,
                "excerpts": [each.excerpt for each in file.review.excerpts],
            }
            for file in approval.files
        ],
        "left_out": list(approval.left_out),
        "accepted": [{"mark": each.mark, "why": each.why} for each in edition.accepted] if edition else [],
        "open": [{"code": each.code, "words": each.words} for each in approval.open],
    }
