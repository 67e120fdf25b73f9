import re
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.watermark import TermLaw
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.at_work.text_sums import EDGES, KEYED, OTHER, TextSums, terms_of
from gumbel_gui.plots.at_work.watermark import Watermark, exact, histogram
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, draws=20_000, seed=2, tokens=50)
CASES = {
    "note": NOTE,
    "one token": replace(NOTE, tokens=1, draws=3000),
    "long": replace(NOTE, tokens=1000),
    "one text": replace(NOTE, draws=50),
    "no text": replace(NOTE, draws=49),
    "64 classes": replace(NOTE, probabilities=tuple(range(1, 65)), draws=3000),
    "one-hot": replace(NOTE, probabilities=(0, 1, 0)),
    "tiny entries": replace(NOTE, probabilities=(1e-300, 1, 1e-5, 5e-324)),
    **{each.value: replace(NOTE, mistake=each) for each in Mistake},
}
each_case = pytest.mark.parametrize("parameters", CASES.values(), ids=CASES)


def winners_terms(parameters, chunk):
    """Return −ln(1 − x) of the x of the drawn classes, in double precision, (n,)."""
    draws = chunk(parameters)
    x = draws.exact_uniform[draws.classes, np.arange(draws.count)]
    return -np.log1p(-x)


def scores(parameters, chunk):
    """Return the scores of the whole texts with the key, (texts,)."""
    n, terms = parameters.tokens, winners_terms(parameters, chunk)
    return terms[: len(terms) // n * n].reshape(-1, n).sum(axis=1)


@each_case
def test_the_terms_are_those_of_the_x_that_made_the_noise(parameters, chunk):
    own = replace(parameters, draws=min(parameters.draws, 3000))
    terms = terms_of(chunk(own))
    np.testing.assert_allclose(terms[KEYED], winners_terms(own, chunk), rtol=3e-5, atol=1e-7)
    checks.follows(terms[OTHER], "expon")
    assert (terms >= 0).all()


def test_an_x_near_1_keeps_its_digits():
    """In single precision x itself would be 1 from ε = 17 on."""
    large = np.array([[20, 30, 36]], np.float32)
    draws = SimpleNamespace(parameters=NOTE, count=3, start=0, work=Workspace(), noise=large)
    draws.classes = np.zeros(3, np.uint8)
    np.testing.assert_allclose(terms_of(draws)[KEYED], large[0], rtol=1e-6)


@each_case
def test_texts_are_counted_by_their_scores(parameters, chunk):
    summary = Watermark.summarise(chunk(parameters))
    found = scores(parameters, chunk)
    assert summary.texts == parameters.draws // parameters.tokens == len(found)
    near = np.abs(np.subtract.outer(found, EDGES)).min(axis=1, initial=np.inf) < 1e-3
    counts = np.histogram(found, EDGES)[0]
    assert np.abs(summary.counts[KEYED] - counts).sum() <= 2 * near.sum()
    assert summary.caught[KEYED] == (found > scipy.stats.gamma.isf(1e-3, parameters.tokens)).sum()
    assert summary.total[KEYED] == pytest.approx(winners_terms(parameters, chunk).sum(), rel=1e-5)


@pytest.mark.parametrize("tokens", [1, 7, 50, 999])
@pytest.mark.parametrize("cuts", [(1,), (49, 50, 51), (3, 10, 700), range(13, 1000, 13)])
def test_the_cuts_of_chunks_do_not_matter_however_parts_are_added(tokens, cuts):
    terms = np.random.default_rng(tokens).exponential(size=(2, 1000))
    whole = TextSums.of(terms, 0, tokens)
    ends = [0, *cuts, 1000]
    parts = [TextSums.of(terms[:, a:b], a, tokens) for a, b in pairwise(ends)]
    forth, back = parts[0], parts[-1]
    for part in parts[1:]:
        forth = forth + part
    for part in parts[-2::-1]:
        back = part + back
    for each in (forth, back):
        for name in ("draws", "counts", "caught", "open"):
            np.testing.assert_array_equal(getattr(each, name), getattr(whole, name), err_msg=name)
        np.testing.assert_allclose(each.total, whole.total, rtol=1e-14)
    assert len(whole.open) == (1000 % tokens > 0)


def test_threads_and_chunks_give_the_same_texts():
    own = replace(NOTE, draws=3 * CHUNK + 17, tokens=37)
    found = []
    for threads in (1, 2):
        with Engine(threads) as engine:
            found.append(engine.summarise(own, {"w": Watermark.summarise})["w"])
    assert found[0].texts == own.draws // 37
    np.testing.assert_array_equal(found[0].counts, found[1].counts)
    np.testing.assert_array_equal(found[0].open, found[1].open)


@pytest.mark.parametrize(("tokens", "seed"), [(1, 1), (5, 2), (50, 3)])
@pytest.mark.parametrize("p", [NOTE_PROBABILITIES, (1, 1, 1, 7), tuple(range(1, 17))], ids=len)
def test_scores_have_their_exact_law(tokens, seed, p, chunk):
    """Not that of tokens which come as they are likely."""
    own = Parameters(p, draws=CHUNK, seed=seed, tokens=tokens)
    found = np.sort(scores(own, chunk))
    cdf = 1 - TermLaw.of(own.p).tail(found, tokens)
    checks.follows(found, lambda _: cdf)
    wrong = scipy.stats.gamma.cdf(found, tokens)
    assert scipy.stats.kstest(found, lambda _: wrong).pvalue < checks.LEVEL


@each_case
def test_exact_laws_are_shown_where_they_are_known(parameters):
    laws, mistake = exact(parameters), parameters.mistake
    known = mistake.noise_is_gumbel or mistake is Mistake.NO_NOISE
    assert (laws.keyed is not None) == (laws.term is not None) == (laws.caught is not None) == known
    if mistake is Mistake.NO_NOISE or max(parameters.p) == 1:
        np.testing.assert_allclose(laws.keyed, laws.other, atol=1e-10)
        assert laws.caught == pytest.approx(1e-3, abs=1e-10)


def test_noise_on_p_has_the_law_of_softmax_p():
    own = replace(NOTE, mistake=Mistake.NOISE_ON_P)
    q = np.exp(own.p) / np.exp(own.p).sum()
    assert exact(own).term[0] == pytest.approx(TermLaw.of(q).moments()[0])


@each_case
def test_the_picture_shows_what_was_counted(parameters, show, chunk):
    plot, found = show("watermark", parameters), scores(parameters, chunk)
    bins = histogram(Watermark.summarise(chunk(parameters)), parameters)
    edges, heights = plot._steps[KEYED].getData()
    np.testing.assert_array_equal(edges, bins.edges)
    low, high = exact(parameters).ends
    assert low <= edges[0] <= edges[-1] <= high
    within = ((found > edges[0]) & (found < edges[-1])).sum()
    assert (heights * np.diff(edges)).sum() == pytest.approx(within / max(len(found), 1), abs=2e-3)
    assert within >= 0.999 * len(found) - 1
    limit = scipy.stats.gamma.isf(1e-3, parameters.tokens)
    np.testing.assert_allclose(plot._limit.getData()[0], limit)


@each_case
def test_the_sentences_are_true(parameters, chunk):
    summary, found = Watermark.summarise(chunk(parameters)), scores(parameters, chunk)
    words = Watermark().caption(summary, parameters).replace("\u00a0", "")
    n, laws = parameters.tokens, exact(parameters)
    if not len(found):
        assert words.startswith(f"{parameters.draws} draws, fewer than the n = {n} of a text: ")
    else:
        texts = "1 text" if len(found) == 1 else f"{len(found)} texts"
        assert words.startswith(f"{texts}, n = {n}: with the key a token scores ")
        share = re.search(r"The share of texts above (\S+) is (\S+) ", words)
        assert float(share[1]) == pytest.approx(laws.threshold, rel=1e-3)
        assert float(share[2]) == pytest.approx((found > laws.threshold).mean(), abs=1e-3)
        assert "with another key it is 0.001." in words
    known = laws.term is not None
    assert words.endswith(" The exact law of this noise is not known.") != known
    mean = float(re.search(r"a token scores ([\d.]+)", words)[1])
    assert mean == pytest.approx(winners_terms(parameters, chunk).mean(), rel=0.05)
    assert ("H(1/p) = " in words) == (known and parameters.mistake.samples_p)
    if parameters.mistake is Mistake.NO_NOISE:
        assert "which contains Σ P·H(1/P) = 1;" in words


@pytest.mark.parametrize("tokens", [1, 2, 50])
def test_exact_columns_are_the_density_in_the_middle_of_each_bin(tokens, chunk):
    """Also in the first bin, which is narrower than the points of the curve are apart."""
    own = replace(NOTE, tokens=tokens)
    table = Watermark().table(Watermark.summarise(chunk(own)), own)
    columns = {each.name: np.asarray(each.values) for each in table.columns}
    middles = (columns["from_S"] + columns["to_S"]) / 2
    gamma = scipy.stats.gamma.pdf(middles, tokens)
    np.testing.assert_allclose(columns["exact_other"], gamma, rtol=1e-9, atol=1e-11)
    steps = np.array([-1e-4, 1e-4]) * np.minimum(middles, 1)[:, None]
    keyed = TermLaw.of(own.p).tail((middles[:, None] + steps).ravel(), tokens).reshape(-1, 2)
    slope = (keyed[:, 0] - keyed[:, 1]) / (steps[:, 1] - steps[:, 0])
    np.testing.assert_allclose(columns["exact_keyed"], slope, rtol=1e-5, atol=1e-6)


def test_the_note_is_said_with_1_916(chunk):
    own = replace(NOTE, draws=CHUNK, seed=1)
    words = Watermark().caption(Watermark.summarise(chunk(own)), own)
    assert "which contains Σ p·H(1/p) = 1.916;" in words


def test_the_exact_laws_are_computed_by_the_worker_once_and_looked_up(chunk):
    from gumbel_gui.plots.at_work.watermark import _exact

    own = replace(NOTE, tokens=77)
    _exact.cache_clear()
    summary = Watermark.summarise(chunk(own))
    assert _exact.cache_info().misses == 0
    Watermark.prepare(summary, own)
    Watermark().caption(summary, own)
    Watermark().table(summary, own)
    assert _exact.cache_info().misses == 1
