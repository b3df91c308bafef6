"""What time it is, or is said to be."""

from datetime import UTC, datetime

import pytest

from briefgen.cli.clock import NOW, now
from briefgen.errors import MomentError


def test_the_moment_that_is_said_is_taken(monkeypatch):
    monkeypatch.setenv(NOW, "2026-11-30T07:00+09:00")
    assert now() == datetime(2026, 11, 29, 22, tzinfo=UTC)
    monkeypatch.setenv(NOW, "")
    assert abs((now() - datetime.now(UTC)).total_seconds()) < 60


@pytest.mark.parametrize("words", ["soon", "2026-13-01", "0001-01-01T00:00+14:00", "1900-01-01", "9999-12-31T23:59Z"])
def test_what_is_no_moment_or_too_far_away_is_told(words, monkeypatch):
    monkeypatch.setenv(NOW, words)
    with pytest.raises(MomentError, match="write it as 2026-11-30T07:00"):
        now()
