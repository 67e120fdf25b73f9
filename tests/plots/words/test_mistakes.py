"""Mistakes in words, beside laws that are integrated here."""

import numpy as np
import pytest
import scipy.integrate
import scipy.stats

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.plots.words.mistakes import cdf_name, exactness, pdf_name, warning

NOISES = {
    Mistake.UNIFORM: scipy.stats.uniform,
    Mistake.NORMAL: scipy.stats.norm,
    Mistake.LOGISTIC: scipy.stats.logistic,
    Mistake.WRONG_SIGN: scipy.stats.gumbel_l,
}


def law(noise, p):
    """Return P(argmax (ln p + ε) = k), (K,); p may have zeros."""
    p = np.asarray(p, float)
    logs, found = np.log(p[p > 0]), np.zeros(len(p))
    x = np.linspace(logs.min() - 9, logs.max() + 9, 8_001)
    density, below = (f(x - logs[:, None]) for f in (noise.pdf, noise.cdf))
    rest = [np.delete(below, k, 0).prod(axis=0) for k in range(len(logs))]
    found[p > 0] = scipy.integrate.simpson(density * np.array(rest), x=x, axis=1)
    return found


@pytest.mark.parametrize("mistake", NOISES)
def test_argmax_samples_p_only_where_the_warning_says_so(mistake):
    """Of 50 vectors, unequal in pairs by 10 % or more, none is sampled to within 0.001."""
    for p in ([1], [0.5, 0.5], [0.25] * 4, [0.5, 0, 0.5], [0, 1, 0]):
        assert law(NOISES[mistake], p) == pytest.approx(p, abs=2e-3)
    rng, two = np.random.default_rng(3), mistake is Mistake.WRONG_SIGN
    if two:  # of two classes it always does
        assert law(NOISES[mistake], [0.3, 0, 0.7]) == pytest.approx([0.3, 0, 0.7], abs=2e-3)
    for _ in range(50):
        weights = np.exp(rng.permutation(rng.integers(3 if two else 2, 7) * [1.0]) * rng.normal())
        weights = weights * np.exp(0.1 * rng.permutation(len(weights)) * rng.uniform(1, 5))
        p = weights / weights.sum()
        assert np.abs(law(NOISES[mistake], p) - p).max() > 1e-3, p
    said = warning(mistake)
    assert ("only if these p are equal" if two else "only if all p > 0 are equal") in said
    assert "where more than two classes have p > 0" in said or not two


def test_that_noise_after_t_samples_another_law_holds_for_any_p():
    """Of equal p, t changes nothing."""
    assert warning(Mistake.NOISE_AFTER_T).endswith("so argmax samples p^(1/t).")


def test_what_is_exact_for_gumbel_noise_is_not_called_exact_of_float32_noise():
    assert exactness(Mistake.FLOAT32) == "exact for Gumbel noise"
    assert {exactness(each) for each in Mistake if each is not Mistake.FLOAT32} == {"exact"}


def test_the_pdf_of_gumbel_noise_is_called_exact_only_where_the_noise_is_gumbels():
    for each in Mistake:
        exact = each.noise_is_nearly_gumbel
        assert pdf_name(each) == ("exact pdf" if exact else "Gumbel pdf")
        assert cdf_name(each).startswith("exact" if exact else "Gumbel")
