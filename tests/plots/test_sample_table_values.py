"""Tables beside NumPy and SciPy: from ε and x alone, in double precision.

Of the plots of the Sample, Gumbel noise and Samplers views.
"""

import numpy as np
import pytest
import scipy.stats
from numpy.testing import assert_allclose, assert_array_equal

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.plots import plot_types

WEIGHTS = np.array([1, 2, 0, 3, 6.0])
NOTE = Parameters(
    tuple(WEIGHTS), 0.6, 2000, 11, pair=(3, 1), top=2, noise_scale=1.7, location=1.5, scale=0.4
)
P = WEIGHTS / 12
POSSIBLE = P > 0
K, N = len(P), NOTE.draws


class Draws:
    """ε and x of all draws as they are in the program; all else is computed here."""

    def __init__(self, chunk):
        self.chunk = chunk
        self.noise, self.x = chunk.noise.astype(np.float64), chunk.uniform.astype(np.float64)
        with np.errstate(divide="ignore"):
            self.log_p = np.log(P)[:, None]
        self.scores = self.log_p + self.noise
        self.classes = self.scores.argmax(axis=0)
        powers = np.exp((self.scores - self.scores.max(axis=0)) / NOTE.temperature)
        self.s = powers / powers.sum(axis=0)


@pytest.fixture(scope="module")
def draws(chunk):
    return Draws(chunk(NOTE))


@pytest.fixture
def table(summary_of, qapp):
    """Return a function that gives columns and quantities of a plot's table, by name."""

    def made(name, options=(), selection=None):
        plot = plot_types()[name](options=frozenset(options))
        found = plot.table(summary_of(plot, NOTE), NOTE, selection)
        columns = {each.name: np.array(each.values) for each in found.columns}
        return columns, {each.name: each for each in found.quantities}

    return made


def rows_with(columns, *names):
    """Return the columns of these names, in the rows where the first has a number."""
    there = ~np.isnan(columns[names[0]])
    return [columns[name][there] for name in names]


def exact_interval(count, n):
    """Return the interval of Clopper and Pearson below 40, and that of Wilson from there on."""
    method = "wilson" if 40 <= count <= n - 40 else "exact"
    return scipy.stats.binomtest(int(count), n).proportion_ci(0.95, method)


def assert_quantity(quantity, value, ends=None, exact=None):
    assert_allclose(quantity.value, value, 1e-5, 1e-9)
    if ends is not None:
        assert_allclose([quantity.low, quantity.high], ends, 1e-4)
    if exact is not None:
        assert_allclose(quantity.exact, exact, 1e-9)


def student(values):
    """Return Student's interval of a mean."""
    half = scipy.stats.sem(values) * scipy.stats.t.ppf(0.975, len(values) - 1)
    return values.mean() + half * np.array([-1, 1])


def assert_a_little_wider(quantity, ends):
    """Fail unless an interval is an hundredth wider: for skewness and for values on a lattice."""
    low, high = ends
    more = 0.02 * (high - low)
    assert low - more < quantity.low < low
    assert high < quantity.high < high + more


def test_class_frequencies(table, draws):
    columns, quantities = table("class_frequencies")
    counts = np.bincount(draws.classes, minlength=K)
    ends = np.array([exact_interval(count, N) for count in counts])
    assert_array_equal(columns["class"], np.arange(K))
    assert_allclose(columns["p"], P)
    assert_array_equal(columns["count"], counts)
    assert_allclose(columns["frequency"], counts / N)
    assert_allclose(np.c_[columns["low"], columns["high"]], ends, 1e-6, 1e-9)
    assert quantities["draws"].value == N
    inside = (ends[:, 0] <= P) & (ends[:, 1] >= P)
    assert quantities["intervals_with_p"].value == inside.sum()
    expected = sum(k * p for k, p in enumerate(P))
    assert_quantity(quantities["mean_index"], draws.classes.mean(), exact=expected)
    assert_a_little_wider(quantities["mean_index"], student(draws.classes))


def test_noise_histogram(table, draws):
    columns, quantities = table("noise_histogram", ["cdf"], select(NOTE.changed(selected=4)))
    low, high, count, density, pdf, cdf = rows_with(
        columns, "bin_low", "bin_high", "count", "density", "pdf", "cdf"
    )
    assert_allclose(high[:-1], low[1:])
    counts, _ = np.histogram(draws.noise, np.append(low, high[-1]))
    assert np.abs(counts - count).max() <= 1  # at an edge, single precision may round it across
    assert_allclose(density, count / (K * N) / (high - low))
    law = scipy.stats.gumbel_r
    assert_allclose(pdf, law.pdf((low + high) / 2))
    assert_allclose(cdf, law.cdf(high))
    classes, epsilon = rows_with(columns, "class", "epsilon")
    assert_array_equal(classes, np.arange(K))
    assert_allclose(epsilon, draws.noise[:, 3], 1e-6)
    values = draws.noise.ravel()
    assert_quantity(quantities["mean"], values.mean(), exact=law.mean())
    assert_quantity(quantities["variance"], values.var(ddof=1), exact=law.var())
    ends = np.array([quantities["mean"].low, quantities["mean"].high])
    assert_allclose(ends, student(values), 1e-4)
    beyond = (values < low[0]) | (values >= high[-1])
    assert quantities["beyond_the_axis"].value == beyond.sum()


def test_relaxed_vectors(table, draws):
    columns, quantities = table("relaxed_vectors")
    assert_array_equal(columns["draw"], np.arange(1, 49))
    assert_array_equal(columns["argmax"], draws.classes[:48])
    for k in range(K):
        assert_allclose(columns[f"s_{k}"], draws.s[k, :48], 1e-4, 1e-6)
    assert_quantity(quantities["mean_largest_entry"], draws.s.max(axis=0).mean())
    assert quantities["possible_classes"].value == POSSIBLE.sum()
    page, _ = table("relaxed_vectors", selection=select(NOTE.changed(selected=60)))
    assert_array_equal(page["draw"], np.arange(49, 97))
    assert_allclose(page["s_4"], draws.s[4, 48:96], 1e-4, 1e-6)


def test_relaxed_density(table, draws):
    columns, quantities = table("relaxed_density")
    classes, p, mean = (columns[name][:K] for name in ("class", "p", "mean"))
    assert_array_equal(classes, np.arange(K))
    assert_allclose(p, P)
    assert_allclose(mean, draws.s.mean(axis=1), 1e-5)
    bins = [columns[name][K:] for name in ("class", "bin_low", "bin_high", "count", "density")]
    classes, low, high, count, density = (each.reshape(K, -1) for each in bins)
    for k in range(K):
        assert (classes[k] == k).all()
        counts, _ = np.histogram(draws.s[k], np.append(low[k], 1.0))
        assert np.abs(count[k] - counts).max() <= 2  # at an edge, single precision may round
        assert_allclose(density[k], count[k] / N / (high[k] - low[k]))
    told = int(quantities["told_class"].value)
    s = draws.s[told]
    assert_quantity(quantities["mean_of_told_class"], s.mean(), exact=P[told])
    assert_a_little_wider(quantities["mean_of_told_class"], student(s))


def test_gumbel_family(table):
    columns, quantities = table("gumbel_family")
    for extreme, law in (("max", scipy.stats.gumbel_r), ("min", scipy.stats.gumbel_l)):
        rows = columns["extreme"] == extreme
        x = columns["x"][rows]
        assert_allclose(columns["pdf"][rows], law.pdf(x, 1.5, 0.4), 1e-9, 1e-300)
        assert_allclose(columns["cdf"][rows], law.cdf(x, 1.5, 0.4), 1e-9, 1e-300)
        assert_allclose(columns["standard_pdf"][rows], law.pdf(x), 1e-9, 1e-300)
        assert_allclose(quantities[f"mean_of_{extreme}"].value, law.mean(1.5, 0.4))
        assert_allclose(quantities["standard_deviation"].value, law.std(1.5, 0.4))
    assert quantities["mode"].value == 1.5


def test_inverse_transform(table, draws):
    columns, quantities = table("inverse_transform", (), select(NOTE.changed(selected=9)))
    for of, values, law in (
        ("x", draws.x, scipy.stats.uniform),
        ("ε", draws.noise, scipy.stats.gumbel_r),
    ):
        rows = columns["of"] == of
        low, high, count = (columns[name][rows] for name in ("bin_low", "bin_high", "count"))
        counts, _ = np.histogram(values, np.append(low, high[-1]))
        assert np.abs(count - counts).max() <= 1
        assert_allclose(columns["density"][rows], count / (K * N) / (high - low))
        assert_allclose(columns["pdf"][rows], law.pdf((low + high) / 2))
        assert_allclose(columns["cdf"][rows], law.cdf(high))
    x, epsilon = (columns[name][columns["of"] == ""] for name in ("x", "epsilon"))
    assert_allclose(x, draws.x[:, 8], 1e-6)
    assert_allclose(epsilon, -np.log(-np.log(x)), 1e-3, 1e-5)
    below = int((draws.noise < 0).sum())
    ends = exact_interval(below, K * N)
    assert_quantity(quantities["share_below_0"], below / (K * N), ends, scipy.stats.gumbel_r.cdf(0))
    counted, _ = np.histogram(draws.x, 40, (0, 1))
    assert_allclose(quantities["p_value"].value, scipy.stats.chisquare(counted).pvalue, 0.05)


def test_sampler_comparison(table, draws):
    columns, quantities = table("sampler_comparison")
    chunk = draws.chunk
    scores = [
        draws.scores,
        P[:, None] + draws.noise,
        draws.log_p + chunk.uniform,
        draws.log_p + chunk.normal,
        draws.log_p + 1.7 * draws.noise,
    ]
    codes = [np.full(N, P.argmax()), chunk.choices, *(each.argmax(axis=0) for each in scores)]
    counts = np.array([np.bincount(each, minlength=K) for each in codes])
    distance, p_value = columns["distance"][:7], columns["p_value"][:7]
    assert_allclose(distance, np.abs(counts / N - P).sum(axis=1) / 2)
    for row, found in zip(counts, p_value, strict=True):
        possible = row[~POSSIBLE].sum() == 0
        right = scipy.stats.chisquare(row[POSSIBLE], N * P[POSSIBLE]).pvalue if possible else 0
        assert_allclose(found, right, 0.05, 1e-6)
    named = columns["p_is"][:7]
    assert_array_equal(named == "rejected", p_value < quantities["threshold"].value)
    assert_array_equal(columns["count"][7:].reshape(7, K), counts)
    assert_allclose(columns["share"][7:].reshape(7, K), counts / N)
    own = columns["own_law"][7:].reshape(7, K)
    softmax, powers = np.exp(P), P ** (1 / 1.7)
    for row, law in ((0, P.max() == P), (1, P), (3, softmax), (6, powers)):
        assert_allclose(own[row], law / np.sum(law), atol=1e-12)
    assert np.isnan(own[[4, 5]]).all()


def test_convergence(table, draws):
    columns, quantities = table("convergence")
    m, distance = rows_with(columns, "distance", "first_draws")[::-1]
    for many, found in zip(m.astype(int), distance, strict=True):
        share = np.bincount(draws.classes[:many], minlength=K) / many
        assert_allclose(found, np.abs(share - P).sum() / 2, atol=1e-12)
    assert m[-1] == N
    expected, at = rows_with(columns, "expected", "first_draws")
    for many, found in list(zip(at, expected, strict=True))[::6]:
        law = scipy.stats.binom(int(many), P[POSSIBLE])
        k = np.arange(int(many) + 1)[:, None]
        right = (np.abs(k / many - P[POSSIBLE]) * law.pmf(k)).sum() / 2
        assert_allclose(found, right, 1e-6)
    assert_quantity(quantities["distance"], distance[-1])
    simulated = np.random.default_rng(1).multinomial(N, P, 4000) / N
    apart = np.abs(simulated - P).sum(axis=1) / 2
    assert_allclose(quantities["distance"].exact, apart.mean(), 0.03)
    assert_allclose(quantities["two_sigma"].value, 2 * apart.std(), 0.1)
    assert_allclose(quantities["times_expected"].value, distance[-1] / quantities["distance"].exact)


def test_top_k(table, draws):
    columns, quantities = table("top_k")
    included = np.argsort(-draws.scores, axis=0)[:2]
    counts = np.bincount(included.ravel(), minlength=K)
    # First i, or first any j and then i of the others.
    exact = [P[i] + sum(P[j] * P[i] / (1 - P[j]) for j in range(K) if j != i) for i in range(K)]
    assert_array_equal(columns["count"], counts)
    assert_allclose(columns["frequency"], counts / N)
    assert_allclose(columns["exact"], exact, 1e-9)
    assert_allclose(columns["product"], 2 * P)
    ends = np.array([exact_interval(count, N) for count in counts])
    assert_allclose(np.c_[columns["low"], columns["high"]], ends, 1e-6, 1e-9)
    assert quantities["sum"].value == 2
    assert_quantity(quantities["largest_gap"], np.abs(counts / N - exact).max())
    assert_quantity(quantities["largest_error_of_product"], np.abs(2 * P - exact).max())


def test_winning_region(table, draws):
    columns, quantities = table("winning_region")
    with np.errstate(divide="ignore"):
        products = draws.x ** ((1 - P) / P)[:, None]
    assert_allclose(columns["mean_of_product"][:K], products.mean(axis=1), 1e-4)
    number, x_i, x_j, wins = rows_with(columns, "draw", "x_i", "x_j", "i_wins")
    ahead = draws.scores[3] > draws.scores[1]
    assert_array_equal(number, np.arange(1, 401))
    assert_allclose(np.stack([x_i, x_j]), draws.x[[3, 1], :400], 1e-5)
    assert_array_equal(wins, ahead[:400])
    tie_i, tie_j = rows_with(columns, "tie_x_i", "tie_x_j")
    assert_allclose(tie_j, tie_i ** (2 / 3), atol=1e-12)
    ends = exact_interval(ahead.sum(), N)
    assert_quantity(quantities["share_of_i"], ahead.mean(), ends, 3 / 5)
    # ∏ is of the beta law with p/(1 − p) and 1.
    deviation = scipy.stats.beta(P[3] / (1 - P[3]), 1).std()
    half = scipy.stats.norm.ppf(0.975) * deviation / N**0.5
    mean = products[3].mean()
    assert_quantity(quantities["mean_of_product_of_i"], mean, (mean - half, mean + half), P[3])
