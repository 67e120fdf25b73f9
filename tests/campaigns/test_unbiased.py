"""The quick form of the campaign of unbiased estimators, and that it would tell a biased one."""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from campaigns import unbiased

from tests.statistical import checks


def test_unbiased_estimators_are_so(capsys):
    """10⁵ draws each: the entry of five that is off most, or the length of their error."""
    unbiased.main(100_000)
    lines = capsys.readouterr().out.splitlines()
    for line in lines[:-1]:
        apart = float(line.rpartition(": ")[2].split()[0])
        checks.means(np.full(5, apart), 0, 1, what="standard errors of a mean")
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
