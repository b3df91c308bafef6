"""Debian's opensmtpd, delivering to a Maildir: what arrives is what was approved, and proves."""

import email
import email.policy
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from harbour import READERS, config, mailing, project
from postbox import free_port

from briefgen.ledger import open_ledger
from briefgen.model.edition import Outcome
from briefgen.pipeline.bench import Against, open_bench
from briefgen.pipeline.configs import load
from briefgen.pipeline.delivery.send import Which, send
from briefgen.pipeline.verify import verify_data

_SMTPD = shutil.which("smtpd", path="/usr/sbin:/usr/local/sbin")
pytestmark = [
    pytest.mark.skipif(_SMTPD is None, reason="needs opensmtpd, which is not installed"),
    pytest.mark.skipif(os.geteuid() != 0, reason="opensmtpd wants root, to deliver as another user"),
]
_CONFIG = """\
table readers {{ "@" = "nobody" }}
listen on 127.0.0.1 port {port}
action "keep" maildir "{maildir}" user nobody virtual <readers>
match from any for domain "port.example" action "keep"
"""


@pytest.fixture
def maildir():
    """A folder that the user `nobody` may write into."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        yield Path(folder) / "Maildir"


@pytest.fixture
def port(maildir, tmp_path):
    number = free_port()
    (tmp_path / "smtpd.conf").write_text(_CONFIG.format(port=number, maildir=maildir))
    (tmp_path / "smtpd.conf").chmod(0o600)
    server = subprocess.Popen(
        [_SMTPD, "-d", "-f", tmp_path / "smtpd.conf"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    time.sleep(0.5)
    if server.poll() is not None:
        pytest.skip(f"opensmtpd does not start here: {server.stderr.read().decode().strip()}")
    yield number
    server.terminate()
    server.communicate(timeout=10)


def arrived(maildir, many):
    """Wait until so many messages are there, and give them."""
    for _ in range(100):
        files = list((maildir / "new").glob("*")) if maildir.is_dir() else []
        if len(files) == many:
            break
        time.sleep(0.05)
    return [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in files]


def test_what_arrives_is_what_was_approved_and_proves(port, maildir, tmp_path):
    settings = load(config(project(tmp_path / "desk"), "port", mailing(port, attach="docx")))
    done = send(settings, datetime(2026, 3, 2, 7, tzinfo=UTC), Which(), lambda _: None)
    assert [each.outcome for each in done] == [Outcome.SERVED] * len(READERS)
    with open_ledger(settings.root) as ledger:
        (edition,) = ledger.editions.of("port")
        (approved,) = [ledger.editions.data(each.sha256) for each in edition.files if each.format == "docx"]
    messages = arrived(maildir, len(READERS))
    assert {str(each["Message-ID"]).strip("<>").partition("@")[0] for each in messages} == {each.token for each in done}
    for message in messages:
        assert "The ferry company said" in message.get_body(["plain"]).get_content()
        (attached,) = message.iter_attachments()
        assert attached.get_content() == approved
    with open_bench([settings.path], Against()) as bench:
        verdict = verify_data(approved, settings.path, bench).verdict
    assert (verdict.quotations, verdict.faults) == (2, ())
