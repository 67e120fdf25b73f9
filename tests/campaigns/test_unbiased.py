"""The quick form of the campaign of unbiased estimators, and that it would tell a biased one."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from campaigns import unbiased


def test_unbiased_estimators_are_so(capsys):
    """10⁵ draws each, false alarm 1e-6 in all; catches a bias of 0.01 at t = 0.5."""
    assert unbiased.main(100_000) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 * (3 + len(unbiased.POINTS)) + 1
    assert lines[-1].startswith("100,000 draws each: at most ")


def test_a_mean_that_is_off_is_told(capsys, monkeypatch):
    """A slope that is forgotten at s̃, for instance, has another mean: here twice what it is."""
    known = unbiased.rebar_sums
    monkeypatch.setattr(unbiased, "POINTS", [(0.5, 1.0)])
    monkeypatch.setattr(
        unbiased, "rebar_sums", lambda *drawn: [sums.times(2) for sums in known(*drawn)]
    )
    assert unbiased.main(100_000) == 1
    assert "allowed are 5.5" in capsys.readouterr().out
