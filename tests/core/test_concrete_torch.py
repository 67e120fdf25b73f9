"""The Concrete density beside PyTorch's, where PyTorch is installed.

Both are with respect to Lebesgue measure on the first K − 1 entries: ``ExpRelaxedCategorical``
has the density of ln s, and the transform s = e^(ln s) takes the sum of ln s off its logarithm.
"""

import numpy as np
import pytest
import scipy.special

from gumbel_gui.core.concrete import joint_log_density, log_density, log_relaxed, log_shares

torch = pytest.importorskip("torch")


@pytest.mark.parametrize("t", [1e-3, 0.1, 0.5, 1.0, 2.0, 10.0, 1e3])
@pytest.mark.parametrize("classes", [2, 3, 5, 64])
def test_it_agrees_with_pytorch_in_double_precision(classes, t):
    rng = np.random.default_rng([classes, int(1000 * t)])
    p = rng.dirichlet(np.full(classes, 0.7))
    s = scipy.special.softmax(3 * rng.normal(size=(classes, 500)), axis=0)
    law = torch.distributions.RelaxedOneHotCategorical(
        torch.tensor(t, dtype=torch.float64), torch.from_numpy(p)
    )
    theirs = law.log_prob(torch.from_numpy(s.T.copy())).numpy()
    assert theirs.dtype == np.float64
    np.testing.assert_allclose(log_density(s, p, t), theirs, rtol=1e-12, atol=1e-9)


@pytest.mark.parametrize("t", [0.05, 0.5, 1.0, 2.0, 30.0])
@pytest.mark.parametrize("p", [(1, 1, 1), (0.1, 0.2, 0.7), (1e-3, 1, 0.5), (1, 2, 3, 4, 5)])
def test_it_agrees_with_pytorch_as_contours_are_drawn_from_shares_of_noise(p, t):
    """From u to s, as for t ≥ 1 and for levels, and from s to u, as for t < 1."""
    p = np.array(p) / sum(p)
    law = torch.distributions.RelaxedOneHotCategorical(
        torch.tensor(t, dtype=torch.float64), torch.from_numpy(p)
    )
    log_u = np.log(np.random.default_rng(9).dirichlet(np.ones(len(p)), 500).T)
    log_s = log_relaxed(log_u, p, t)
    log_u, log_s = (x[:, np.exp(log_s).min(axis=0) > 1e-290] for x in (log_u, log_s))
    assert log_s.shape[1] > 400
    theirs = law.log_prob(torch.from_numpy(np.exp(log_s.T))).numpy()
    ours = joint_log_density(log_u, log_s, t)
    np.testing.assert_allclose(ours, theirs, rtol=1e-11, atol=1e-9)
    back = joint_log_density(log_shares(log_s, p, t), log_s, t)
    np.testing.assert_allclose(back, theirs, rtol=1e-11, atol=1e-9)


def test_it_agrees_where_pytorch_draws():
    p = np.array([0.1, 0.2, 0.7])
    law = torch.distributions.RelaxedOneHotCategorical(
        torch.tensor(0.6, dtype=torch.float64), torch.from_numpy(p)
    )
    torch.manual_seed(5)
    drawn = law.sample((2000,))
    theirs = law.log_prob(drawn).numpy()
    np.testing.assert_allclose(log_density(drawn.numpy().T, p, 0.6), theirs, rtol=1e-12, atol=1e-9)
