"""Whether each mistake is the one it is said to be, and leaves nothing behind when it is undone."""

import hashlib
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise, permutations
from types import SimpleNamespace

import numpy as np
import pytest
import scipy.special
import scipy.stats

from gumbel_gui.core import stages
from gumbel_gui.core.draws import CHUNK, Chunk
from gumbel_gui.core.engine import DEFAULT_BUDGET, Engine
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, draws=2000, seed=23)
NONE = Mistake.NONE
HALF = Mistake.HALF, Mistake.TIES_TWICE
# Up to seven classes: one draw of eight or more is added up in another order if it is alone.
VECTORS = {
    "note": NOTE_PROBABILITIES,
    "two": (0.9, 0.1),
    "zero": (0.1, 0.0, 0.2, 0.7),
    "equal": (1, 1, 1, 1, 1, 1),
    "rare": (1e-30, 0.5, 0.5),
}
FLAT = (0.1, 0.2, 0.25, 0.3, 0.15)
TEMPERATURES = (0, 0.1, 1, 10)
ERRATA_ON_P = (0.165, 0.173, 0.199, 0.289, 0.173)

each_mistake = pytest.mark.parametrize("mistake", Mistake)
each_vector = pytest.mark.parametrize("p", VECTORS.values(), ids=VECTORS)
each_temperature = pytest.mark.parametrize("t", TEMPERATURES)


def chunk(parameters, start=0):
    return Chunk(parameters, start, parameters.draws - start, Stages(), Workspace())


def recomputed(chunk):
    """Scores, classes and relaxed vectors of a chunk's noise, as one would write them down."""
    mistake, p, t = chunk.parameters.mistake, chunk.parameters.p[:, None], 1.0
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        logits = np.log(p)
        if mistake is Mistake.NOISE_ON_P:
            logits = p
        elif mistake is Mistake.NOISE_AFTER_T:
            logits = np.log(p / p.max()) / np.float64(chunk.parameters.temperature)
            logits[p == p.max()] = 0
    if mistake in HALF:
        g = (logits.astype(np.float16) + chunk.noise.astype(np.float16)).astype(np.float64)
    else:
        g = logits + chunk.noise.astype(np.float64)
    classes = np.argmax(g, axis=0)
    if mistake in (Mistake.NOISE_AFTER_T, Mistake.T_IN_LOGARITHMS):
        return g, classes, scipy.special.softmax(g, axis=0)
    if mistake is Mistake.T_OUTSIDE:
        shares = np.exp(g) / (chunk.parameters.temperature or 1)
        return g, classes, shares / shares.sum(axis=0)
    t = chunk.parameters.temperature
    hard = np.arange(len(p))[:, None] == classes
    return g, classes, scipy.special.softmax(g / t, axis=0) if t else hard


# one chunk


@each_mistake
@each_temperature
@each_vector
def test_every_stage_is_what_numpy_makes_of_the_noise_in_double_precision(p, t, mistake):
    drawn = chunk(Parameters(p, t, 20_000, 5, mistake))
    scores, classes, relaxed = recomputed(drawn)
    np.testing.assert_allclose(drawn.scores, scores, rtol=3e-7, atol=3e-7)
    if mistake in HALF:
        np.testing.assert_array_equal(drawn.classes, classes)
    np.testing.assert_allclose(
        drawn.shifted_scores, scores - scores.max(axis=0), rtol=3e-7, atol=3e-6
    )
    behind = np.sort(scores, axis=0)
    clear = behind[-1] - behind[-2] > 1e-5
    near = mistake in (*HALF, Mistake.T_IN_LOGARITHMS)  # all of its ε are within 0.01 at t = 10
    assert clear.mean() > (0.99 if near else 0.999) or mistake is Mistake.NO_NOISE
    np.testing.assert_array_equal(drawn.classes[clear], classes[clear])
    sure = clear if t == 0 else slice(None)  # where one-hot, a near tie may fall either way
    tolerance = 1e-6 if t >= 1 else 1e-5
    np.testing.assert_allclose(drawn.relaxed[:, sure], relaxed[:, sure], rtol=0, atol=tolerance)


@each_mistake
def test_the_shift_of_a_chunk_is_ln_p_but_for_noise_on_p(mistake):
    drawn = chunk(replace(NOTE, mistake=mistake))
    logits = NOTE.p if mistake is Mistake.NOISE_ON_P else np.log(NOTE.p)
    logits = logits - logits.max() if mistake is Mistake.NOISE_AFTER_T else logits
    differences = drawn.scores - drawn.noise
    rounding = 2**-8 if mistake in HALF else 3e-6
    np.testing.assert_allclose(differences, np.tile(logits[:, None], 2000), atol=rounding)


@each_vector
def test_t_outside_gives_the_same_vectors_at_every_temperature(p):
    outside = Parameters(p, 1, 5000, 3, Mistake.T_OUTSIDE)
    vectors = [chunk(replace(outside, temperature=t)).relaxed for t in (0, 1e-300, 0.1, 1, 10)]
    for other in vectors[1:]:
        np.testing.assert_array_equal(other, vectors[0])
    right = chunk(replace(outside, mistake=NONE))
    np.testing.assert_array_equal(vectors[0], right.relaxed)
    np.testing.assert_array_equal(chunk(outside).classes, right.classes)
    np.testing.assert_allclose(
        vectors[0], scipy.special.softmax(right.scores.astype(np.float64), axis=0), atol=1e-6
    )


@each_temperature
@pytest.mark.parametrize(
    ("p", "first"),
    [
        (NOTE_PROBABILITIES, 3),
        ((0.9, 0.1), 0),
        ((0.1, 0.9), 1),
        ((0, 0, 1e-300), 2),
        ((0.2, 0.4, 0.4), 1),
        ((1,) * 64, 0),
    ],
)
def test_without_noise_the_class_is_always_that_of_the_largest_p(p, first, t):
    drawn = chunk(Parameters(p, t, 3000, 8, Mistake.NO_NOISE))
    assert not drawn.noise.any()
    assert (drawn.classes == first).all()
    assert (drawn.relaxed == drawn.relaxed[:, :1]).all()
    assert drawn.relaxed[:, 0].max() == drawn.relaxed[first, 0]
    assert t or (drawn.relaxed[:, 0] == (np.arange(len(p)) == first)).all()


# laws of the classes


def by_quadrature(p, distribution, low, high):
    """P(argmax(ln p + z) = k) = ∫ f(z) Π_{j≠k} F(z + ln p_k/p_j) dz, by a fine midpoint rule."""
    edges = np.linspace(low, high, 200_001)
    z = (edges[1:] + edges[:-1]) / 2
    f = distribution.pdf(z) * (edges[1] - edges[0])
    return np.array(
        [
            f @ np.prod([distribution.cdf(z + np.log(a / b)) for j, b in enumerate(p) if j != k], 0)
            for k, a in enumerate(p)
        ]
    )


T_ADDED = SimpleNamespace(
    pdf=lambda e: np.exp(1 - np.exp(-e) - e),
    cdf=lambda e: np.clip(np.exp(1 - np.exp(-e)) - 1, 0, 1),
)


def by_inclusion_and_exclusion(p):
    """P(k) with the wrong sign: Σ over sets S of the others of (−1)^|S| / (1 + Σ_S p_k/p_j).

    argmax(ln p − ε) is that of p_j E_j with E exponential: of the others each is below with the
    probability 1 − exp(−E_k p_k/p_j).
    """
    law = np.zeros(len(p))
    for k, own in enumerate(p):
        others = [own / b for j, b in enumerate(p) if j != k]
        for size in range(len(p)):
            for each in combinations(others, size):
                law[k] += (-1) ** size / (1 + sum(each))
    return law


def law(mistake, p):
    if mistake is Mistake.NOISE_ON_P:
        return scipy.special.softmax(p)
    if mistake is Mistake.UNIFORM:
        return by_quadrature(p, scipy.stats.uniform, 0, 1)
    if mistake is Mistake.NORMAL:
        return by_quadrature(p, scipy.stats.norm, -9, 9)
    if mistake is Mistake.LOGISTIC:
        return by_quadrature(p, scipy.stats.logistic, -40, 40)
    if mistake is Mistake.WRONG_SIGN:
        return by_inclusion_and_exclusion(p)
    if mistake is Mistake.T_IN_LOGARITHMS:  # at t = 1 x is exp(1 − exp(−ε)) − 1
        return by_quadrature(p, T_ADDED, 0, -np.log(1 - np.log(2)))
    if mistake is Mistake.NO_NOISE:
        return np.arange(len(p)) == np.argmax(p)
    return p  # of half precision to within 5e-4


@each_mistake
@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, FLAT], ids=["note", "flat"])
def test_the_classes_of_every_mistake_have_the_law_that_follows_from_it(class_counts, p, mistake):
    """Of 10⁶ draws; a class that is impossible must not be drawn at all."""
    parameters = Parameters(p, draws=10**6, seed=23, mistake=mistake)
    expected = law(mistake, parameters.p)
    assert expected.sum() == pytest.approx(1, abs=1e-9)
    counts = class_counts(parameters)
    possible = expected > 1e-12
    assert counts.sum() == counts[possible].sum() == 10**6
    if possible.sum() > 1:
        shares = expected[possible] / expected[possible].sum()
        checks.counts(counts[possible], 10**6 * shares)


def test_the_laws_of_the_mistakes_are_far_apart_at_these_numbers_of_draws():
    """Else the test above could not tell one mistake from another."""
    alike = Mistake.T_OUTSIDE, Mistake.FLOAT32, Mistake.NOISE_AFTER_T, *HALF
    laws = [law(m, np.array(FLAT)) for m in Mistake if m not in alike]
    for one, other in permutations(laws, 2):
        assert np.abs(one - other).max() > 0.005


def test_uniform_noise_never_makes_up_for_a_factor_of_e():
    """In the note p₃ is e times the next largest: with uniform noise class 3 is always sampled."""
    drawn = chunk(replace(NOTE, draws=10**6, mistake=Mistake.UNIFORM))
    assert (drawn.classes == 3).all()


@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, (0.1, 0.0, 0.2, 0.7)], ids=["note", "zero"])
def test_noise_on_p_samples_the_softmax_of_p_and_the_chi_square_is_calibrated(class_counts, p):
    """200 seeds × 10,000 draws; a class with p = 0 is drawn, too: e⁰ is not 0.

    The law of the 200 p-values tells frequencies that scatter too little or too much.
    """
    counts = np.array(
        [class_counts(Parameters(p, 1, 10_000, seed, Mistake.NOISE_ON_P)) for seed in range(200)]
    )
    shares = scipy.special.softmax(np.divide(p, np.sum(p)))
    p_values = scipy.stats.chisquare(counts, 10_000 * shares, axis=1).pvalue
    checks.follows(p_values, "uniform")
    together = counts.sum(axis=0)
    checks.counts(together, together.sum() * shares)


def test_noise_on_p_gives_the_frequencies_of_the_errata(class_counts):
    """10⁶ draws, and half a unit of rounding."""
    counts = class_counts(replace(NOTE, draws=10**6, seed=1, mistake=Mistake.NOISE_ON_P))
    errata = np.array(ERRATA_ON_P)
    error = np.sqrt(errata * (1 - errata) / 10**6)
    checks.means(counts / 10**6, errata, error, slack=0.0005, what="share")
    np.testing.assert_array_equal(np.round(scipy.special.softmax(NOTE.p), 3), errata)


@pytest.mark.parametrize("gap", [-1.5, -1.0, -0.7, -0.1, 0, 0.3, 0.6, 0.999, 1.0, 3.0])
def test_two_classes_with_uniform_noise_follow_from_the_area_of_a_triangle(class_counts, gap):
    """Of 10⁶ draws.

    Class 0 wins if u₁ − u₀ < ln(p₀/p₁) = d: of the unit square a triangle of (1 − |d|)²/2 is left
    to the class with the smaller p, and nothing from |d| = 1 on.
    """
    smaller = max(1 - abs(gap), 0) ** 2 / 2
    exact = 1 - smaller if gap > 0 else smaller
    parameters = Parameters((np.exp(gap), 1), 1, 10**6, 29, Mistake.UNIFORM)
    first = int(class_counts(parameters)[0])
    checks.happens(first, 10**6, exact)


@pytest.mark.parametrize("gap", [-4.0, -1.0, -0.2, 0, 0.5, 2.0, 5.0])
def test_two_classes_with_normal_noise_follow_phi(class_counts, gap):
    """Of 10⁶ draws.

    Class 0 wins if z₁ − z₀ < ln(p₀/p₁), and that difference has the variance 2.
    """
    exact = scipy.stats.norm.cdf(gap / np.sqrt(2))
    parameters = Parameters((np.exp(gap), 1), 1, 10**6, 31, Mistake.NORMAL)
    first = int(class_counts(parameters)[0])
    checks.happens(first, 10**6, exact)


# threads and what is kept


def sums(chunk):
    """Sums in single precision, where the order matters."""
    stages = np.concatenate([chunk.relaxed, chunk.scores, chunk.noise, chunk.shifted_scores])
    return stages.sum(axis=1, dtype=np.float32)


def codes(chunk):
    return np.bincount(chunk.classes, minlength=chunk.parameters.classes)


@each_mistake
def test_results_are_bit_identical_on_any_number_of_threads_and_with_nothing_kept(mistake):
    parameters = replace(NOTE, temperature=0.5, draws=3 * CHUNK + 123, mistake=mistake)
    with Engine(1) as one:
        parts = [one.chunk(parameters, i) for i in range(4)]
        expected = sum((sums(part) for part in parts[1:]), start=sums(parts[0])).tobytes()
        counts = sum(codes(part) for part in parts)
    for threads in (1, 2, 4):
        for budget in (0, DEFAULT_BUDGET):
            with Engine(threads, budget) as engine:
                for _ in range(2):  # the second time from what is kept
                    got = engine.summarise(parameters, {"sums": sums, "codes": codes})
                    assert got["sums"].tobytes() == expected
                    np.testing.assert_array_equal(got["codes"], counts)


ASKED = {  # by different plots, in any order; what was asked first must not matter
    "classes": lambda chunk: chunk.classes.tobytes(),
    "relaxed": lambda chunk: chunk.relaxed.tobytes(),
    "noise": lambda chunk: chunk.noise.tobytes(),
    "scores": lambda chunk: chunk.scores.tobytes(),
    "gaps": lambda chunk: chunk.shifted_scores.tobytes(),
    "uniform": lambda chunk: chunk.uniform.tobytes(),
    "normal": lambda chunk: chunk.normal.tobytes(),
}


def digests(engine, parameters, names):
    got = engine.summarise(parameters, {name: ASKED[name] for name in names})
    return {name: hashlib.blake2b(stage).digest() for name, stage in got.items()}


@cache
def fresh(parameters, names):
    """What engines give that have done nothing before and keep nothing, one for each stage."""
    result = {}
    for name in names:
        with Engine(1, budget=0) as engine:
            result |= digests(engine, parameters, (name,))
    return result


def check(engine, parameters, names=tuple(ASKED)):
    got, expected = (digests(engine, parameters, names), fresh(parameters, tuple(ASKED)))
    wrong = [name for name in names if got[name] != expected[name]]
    assert not wrong, f"{wrong} of {parameters}"


@pytest.mark.parametrize("budget", [0, DEFAULT_BUDGET])
@pytest.mark.parametrize(("one", "other"), list(pairwise([*Mistake, *reversed(Mistake)])))
def test_a_mistake_that_is_undone_leaves_nothing_behind(one, other, budget):
    start = replace(NOTE, draws=500)
    p, t = (0.5, 0.3, 0.1, 0.05, 0.05), 0.3
    with Engine(2, budget) as engine:
        for change in (
            {"mistake": one},
            {"mistake": other},
            {"mistake": one},
            {"mistake": other, "temperature": t},
            {"mistake": one, "temperature": t},
            {"mistake": one, "probabilities": p},
            {"mistake": other, "probabilities": p},
            {"mistake": one, "probabilities": p, "temperature": t},
            {"mistake": other},
            {"mistake": one, "probabilities": p[:3], "draws": 200},
            {"mistake": other},
            {"mistake": one, "seed": 1},
            {"mistake": other},
        ):
            check(engine, replace(start, **change))


@pytest.mark.parametrize("budget", [0, CHUNK, DEFAULT_BUDGET])
@pytest.mark.parametrize("first", range(3))
def test_no_walk_through_the_parameters_changes_what_is_drawn(first, budget):
    """150 steps; at each, some of the stages are asked for in some order."""
    rng = np.random.default_rng(first)
    choices = {
        "mistake": list(Mistake),
        "probabilities": [*VECTORS.values(), NOTE_PROBABILITIES[::-1]],
        "temperature": [0, 0.1, 1, 10],
        "draws": [1, 77, 1000],
        "seed": [23, 24],
    }
    parameters = replace(NOTE, draws=1000)
    with Engine(2, budget) as engine:
        for _ in range(150):
            field = str(rng.choice(list(choices), p=[0.4, 0.2, 0.2, 0.1, 0.1]))
            value = choices[field][rng.integers(len(choices[field]))]
            parameters = replace(parameters, **{field: value})
            names = rng.permutation(list(ASKED))[: rng.integers(1, len(ASKED) + 1)]
            check(engine, parameters, tuple(map(str, names)))


def test_undoing_a_mistake_over_several_chunks_on_several_threads():
    with Engine(4) as engine:
        for mistake in (*Mistake, *reversed(Mistake)):
            check(engine, replace(NOTE, draws=2 * CHUNK + 1000, mistake=mistake))


@pytest.mark.parametrize("mistake", [Mistake.NOISE_ON_P, Mistake.T_OUTSIDE, Mistake.NOISE_AFTER_T])
def test_a_mistake_that_leaves_the_noise_alone_draws_none(mistake, monkeypatch):
    rows = []
    draw = stages.fill_noise
    monkeypatch.setattr(stages, "fill_noise", lambda *a: (rows.append(a[0]), draw(*a)))
    with Engine(1) as engine:
        for each in (NONE, mistake, NONE, mistake):
            engine.summarise(replace(NOTE, mistake=each), {"codes": codes})
    assert len(rows) == 5
