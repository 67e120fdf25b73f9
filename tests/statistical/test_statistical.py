"""The checks alarm and catch as often as they say, and the table has all tests that use them."""

import ast

import numpy as np
import pytest
import scipy.stats

from tests.statistical import checks
from tests.statistical.checks import happens, means
from tests.statistical.table import (
    LEVEL,
    MOST,
    ROOT,
    Row,
    function_of,
    lacks,
    read,
    row_of,
    using_checks,
)

N, TIMES = 1000, 250
SHARES = np.array([0.5, 0.3, 0.2])
TOOLS = {"binomtest", "chisquare", "kstest", "ks_1samp", "ks_2samp", "ttest_1samp"}
EXACT = {
    # Planted faults, and intervals and p-values that the program tells, beside those of SciPy.
    "core/test_concrete.py::differs",
    "core/test_draws_distribution.py::test_class_frequencies_follow_p_and_the_chi_square_is_calibrated",
    "core/test_estimates.py::test_proportion_intervals_agree_with_scipy",
    "core/test_mistakes.py::test_noise_on_p_samples_the_softmax_of_p_and_the_chi_square_is_calibrated",
    "core/test_relaxed_means.py::test_at_t_0_the_mean_is_a_share_of_the_draws",
    "core/test_samplers.py::test_known_distributions_are_sampled_at_the_probabilities_of_the_note",
    "core/test_samplers.py::test_the_fit_tests_are_those_of_scipy",
    "core/test_samplers.py::test_a_p_value_below_one_in_a_thousand_rejects",
    "core/test_statistics.py::chisquare",
    "plots/at_work/test_watermark.py::test_scores_have_their_exact_law",
    "plots/noise/test_inverse_transform.py::test_the_sentence_is_true",
    "plots/noise/test_inverse_transform.py::test_x_that_is_not_uniform_is_called_so",
    "plots/sample/test_class_frequencies.py::intervals",
    "plots/samplers/test_top_k.py::intervals",
    "plots/samplers/test_top_k.py::test_wrong_noise_is_found_by_the_same_test",
    "plots/test_sample_table_values.py::exact_interval",
    "plots/test_sample_table_values.py::test_inverse_transform",
    "plots/test_sample_table_values.py::test_sampler_comparison",
}
"""What uses tools of tests beside the checks."""
KINDS = {
    "means": lambda rng, off: checks.means(rng.normal(off, size=N).mean(), 0, N**-0.5),
    "few means": lambda rng, off: _of_few(rng.normal(off, size=8)),
    "follows": lambda rng, off: checks.follows(_shifted(rng.random(N), off), "uniform"),
    "counts": lambda rng, off: checks.counts(rng.multinomial(N, _moved(off)), N * SHARES),
    "happens": lambda rng, off: checks.happens(rng.binomial(N, 0.3 + off), N, 0.3),
    "at least": lambda rng, off: checks.at_least(rng.binomial(N, 0.9 - off), N, 0.9),
    "at most": lambda rng, off: checks.at_most(rng.binomial(N, 0.05 + off), N, 0.05),
}
each_kind = pytest.mark.parametrize("kind", KINDS)


def _of_few(values):
    error = values.std(ddof=1) / len(values) ** 0.5
    checks.means(values.mean(), 0, error, freedom=len(values) - 1)


def _shifted(x, off):
    """Uniform numbers whose distribution function is off by so much in the middle."""
    return np.where(x < 0.5 + off, x * 0.5 / (0.5 + off), 1 - (1 - x) * 0.5 / (0.5 - off))


def _moved(off):
    """Shares that are apart from others by √(Σ (q − p)² / p)."""
    way = np.array([1, -1, 0])
    return SHARES + way * off / np.sqrt((way**2 / SHARES).sum())


def alarms(check, off):
    """Return how often a check alarms of draws that are off by so much."""
    rng, found = np.random.default_rng(1), 0
    for _ in range(TIMES):
        try:
            check(rng, off)
        except AssertionError:
            found += 1
    return found


@each_kind
def test_a_check_alarms_as_rarely_as_it_says(kind, monkeypatch):
    """At a level at which that can be counted."""
    with monkeypatch.context() as patched:
        patched.setattr(checks, "LEVEL", 0.05)
        found = alarms(KINDS[kind], 0.0)
    checks.made.clear()
    checks.at_most(found, TIMES, 0.05, "rate of alarms")


@each_kind
def test_a_check_catches_what_it_says(kind):
    if kind == "few means":
        return  # its error is drawn, too, and so what it catches
    KINDS[kind](np.random.default_rng(1), 0.0)
    bias = checks.made[-1].bias
    found = alarms(KINDS[kind], bias)
    checks.made.clear()
    checks.at_least(found, TIMES, 0.88, "power")


def test_what_does_not_scatter_has_to_agree():
    with pytest.raises(AssertionError, match="1 of 2 are off"):
        means([1.0, 1.0], [1.0, 1.1], 0)
    with pytest.raises(AssertionError, match="0 to 0"):
        happens(1, 10, 0.0)
    with pytest.raises(AssertionError, match="1 of 1"):
        means(np.nan, 1, 0.1)
    checks.made.clear()


def test_the_table_has_all_tests_that_use_the_checks_and_no_other():
    assert {*map(function_of, using_checks())} == {*read()}


def test_all_alarms_together_are_rare():
    assert sum(row.rate for row in read().values()) < MOST


def test_no_test_judges_draws_by_other_tools():
    found = set()
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        if path.parent.name == "statistical":
            continue
        for each in ast.parse(path.read_text("utf-8")).body:
            used = {e.attr for e in ast.walk(each) if isinstance(e, ast.Attribute)}
            if isinstance(each, ast.FunctionDef) and used & TOOLS:
                found.add(f"{path.relative_to(ROOT / 'tests')}::{each.name}")
    assert found == EXACT


def test_a_test_that_checks_more_or_less_exactly_than_its_row_is_told():
    check = checks.Check("mean", LEVEL, 0.1)
    row = row_of([[check, check], [check]])
    assert row == Row(2, 2, {"mean": 0.1})
    assert not row.lacks(row_of([[check]]))
    assert row.lacks(row_of([[check] * 3])) == "3 checks, where 2 are listed"
    worse = checks.Check("mean", LEVEL, 0.12)
    assert row.lacks(row_of([[worse]])) == "a mean off by 0.12 is caught, where 0.1 is listed"
    assert "where 0 are listed in STATISTICS.md" in lacks("tests/x.py::test_new[1]", [check])


def test_shares_of_one_kind_are_told_apart():
    """A quantile of the table, beside SciPy's."""
    assert checks._distance(1) == pytest.approx(
        scipy.stats.norm.isf(LEVEL / 2) + scipy.stats.norm.ppf(0.9), rel=1e-6
    )
