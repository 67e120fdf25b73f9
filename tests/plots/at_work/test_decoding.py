import re
from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.plots.at_work.decoding import Decoding
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, draws=4000, seed=2)
NUCLEUS = replace(NOTE, decoding_temperature=0.7, keep_mass=0.9)
CASES = {
    "nothing done": NOTE,
    "T and top-p": NUCLEUS,
    "T above 1": replace(NOTE, decoding_temperature=3),
    "T = 0": replace(NOTE, decoding_temperature=0),
    "top-k": replace(NOTE, keep_top=2),
    "min-p": replace(NOTE, keep_ratio=0.1),
    "zero entries": replace(NUCLEUS, probabilities=(0, 0.4, 0, 0.3, 0.3)),
    "tiny entries": replace(NUCLEUS, probabilities=(1e-300, 1, 5e-324, 1e-9)),
    "64 classes": replace(NUCLEUS, probabilities=tuple(range(1, 65)), draws=900),
    "one draw": replace(NUCLEUS, draws=1),
}
each_case = pytest.mark.parametrize("parameters", CASES.values(), ids=CASES)


def law(parameters):
    """Return q as the order T, top-k, top-p, min-p leaves it, (K,), in plain NumPy."""
    p, t = parameters.p, parameters.decoding_temperature
    q = np.eye(len(p))[p.argmax()] if t == 0 else p ** (1 / t)
    q /= q.sum()
    if parameters.keep_top:
        q[q < np.sort(q)[-parameters.keep_top]] = 0
    q /= q.sum()
    if parameters.keep_mass < 1:
        order = np.argsort(q, kind="stable")[::-1]
        enough = int((np.cumsum(q[order]) < parameters.keep_mass).sum()) + 1
        q[order[enough:]] = 0
    q[q < parameters.keep_ratio * q.max()] = 0
    return q / q.sum()


def winners(parameters, chunk):
    """Return argmax(ln q + ε) and argmax(ln p + ε) of the draws, (n,) each."""
    noise = chunk(parameters).noise.astype(np.float64)
    with np.errstate(divide="ignore"):
        return [
            (np.log(w)[:, None] + noise).argmax(axis=0) for w in (law(parameters), parameters.p)
        ]


@each_case
def test_classes_and_flips_are_those_of_the_same_noise(parameters, chunk):
    after, before = winners(parameters, chunk)
    summary = Decoding.summarise(chunk(parameters))
    np.testing.assert_array_equal(summary.counts, np.bincount(after, minlength=parameters.classes))
    assert summary.flips == (after != before).sum()


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("case", ["T and top-p", "T above 1", "top-k"])
def test_q_is_sampled(case, seed, chunk):
    parameters = replace(CASES[case], draws=CHUNK, seed=seed)
    counts = Decoding.summarise(chunk(parameters)).counts
    checks.happens(counts, CHUNK, law(parameters))


def test_another_order_cuts_other_classes(chunk):
    own = Parameters.from_logits((3, 2, 1), decoding_temperature=0.5, keep_mass=0.8, draws=500)
    assert Decoding.summarise(chunk(own)).counts.tolist() == [500, 0, 0]
    own = own.changed(filter_order=("top-p", "T", "top-k", "min-p"))
    assert (Decoding.summarise(chunk(own)).counts > 0).tolist() == [True, True, False]


@each_case
def test_bars_marks_and_crosses_are_where_they_belong(parameters, show, chunk):
    plot, (after, _) = show("decoding", parameters), winners(parameters, chunk)
    q, k = law(parameters), np.arange(parameters.classes)
    heights = np.bincount(after, minlength=len(k)) / parameters.draws
    np.testing.assert_allclose(plot._bars.bars.opts["height"], heights)
    np.testing.assert_allclose(plot._bars.marks.getData()[1][::2], q, rtol=1e-12, atol=1e-300)
    for item in plot._p:
        np.testing.assert_allclose(item.getData()[1][::2], parameters.p)
    x, _ = plot._cut.getData()
    with np.errstate(under="ignore"):
        cut = (parameters.p > 0) & (q == 0)
    assert set(x) <= {*k}
    if parameters is not CASES["tiny entries"]:  # where q underflows
        np.testing.assert_array_equal(x, np.flatnonzero(cut))


@each_case
def test_the_sentences_are_true(parameters, chunk):
    summary = Decoding.summarise(chunk(parameters))
    after, before = winners(parameters, chunk)
    words = Decoding().caption(summary, parameters).replace("\u00a0", "")
    pattern = (
        r"(\d+) draws?: decoding keeps (\d+) of (\d+) classes, with (> 0\.999|\S+) of the mass of "
        r"p, and q lies in the 95 % interval of (\d+) of \3; with the same noise, the share of "
        r"draws of another class than under p is (\S+?)(,? .*)?\. q depends on T, but not on t, .*"
    )
    n, kept, classes, mass, inside, flips, margin = re.fullmatch(pattern, words).groups()
    assert (int(n), int(classes)) == (parameters.draws, parameters.classes)
    q = law(parameters)
    if parameters is not CASES["tiny entries"]:
        assert int(kept) == (q > 0).sum()
        assert float(mass) == pytest.approx(parameters.p[q > 0].sum(), rel=0.006)
    assert int(inside) >= 0.8 * parameters.classes
    assert float(flips) == pytest.approx((after != before).mean(), abs=0.001)
    assert ("±" in margin or "95 %: " in margin) == (parameters is not NOTE)


def test_nothing_done_is_said_without_a_margin(chunk):
    words = Decoding().caption(Decoding.summarise(chunk(NOTE)), NOTE)
    assert "keeps 5 of 5 classes, with 1 of the mass of p" in words
    assert "than under p is 0, which is P(other class)." in words


@pytest.mark.parametrize("changes", [{"mistake": Mistake.NO_NOISE}, {"probabilities": (0, 1, 0)}])
def test_what_is_certain_has_no_margin(changes, chunk):
    own = replace(NOTE, decoding_temperature=3, **changes)
    words = Decoding().caption(Decoding.summarise(chunk(own)), own)
    assert "than under p is 0, which is P(other class)." in words


def test_wrong_noise_is_not_said_to_fit(chunk):
    own = replace(CASES["T above 1"], draws=CHUNK, mistake=Mistake.NORMAL)
    words = Decoding().caption(Decoding.summarise(chunk(own)), own)
    assert re.search(r"interval of [012] of 5", words)


def test_noise_on_q_draws_what_was_cut_away(chunk):
    own = replace(NUCLEUS, mistake=Mistake.NOISE_ON_P)
    assert Decoding.summarise(chunk(own)).counts.min() > 0


def test_the_heading_names_the_steps_that_do_something_in_their_order():
    def steps(**changes):
        return Decoding().heading(None, replace(NOTE, **changes))

    assert steps() == "Decoding: T → top-k → top-p → min-p"
    assert steps(keep_mass=0.9, decoding_temperature=0.7) == "Decoding: T 0.7 → top-p 0.9"
    order = ("min-p", "top-k", "T", "top-p")
    assert steps(filter_order=order) == "Decoding: min-p → top-k → T → top-p"
    every = {"keep_top": 3, "keep_ratio": 0.05, "decoding_temperature": 0, "keep_mass": 0}
    assert steps(filter_order=order, **every) == "Decoding: min-p 0.05 → top-k 3 → T 0 → top-p 0"


def test_the_class_of_the_selected_draw_is_marked(show, chunk):
    own = replace(NUCLEUS, selected=7)
    plot, (after, _) = show("decoding", own), winners(own, chunk)
    for number in (7, 8, 1):
        plot.show_selection(select(replace(own, selected=number)))
        assert plot._chosen.getData()[0].tolist() == [after[number - 1]]


def test_the_table_tells_what_cut_a_class_away(chunk):
    own = replace(NOTE, keep_top=4, keep_mass=0.85, keep_ratio=0.3)
    (cut,) = (
        c
        for c in Decoding().table(Decoding.summarise(chunk(own)), own).columns
        if c.name == "cut_by"
    )
    assert cut.values == ("top-k", "top-p", "", "", "min-p")


@pytest.mark.parametrize("mistake", Mistake)
def test_the_mistake_is_made_with_q_as_with_p(mistake, chunk):
    """Where nothing is done to p no draw flips; rounded scores are those of q, rounded."""
    plain = replace(NOTE, mistake=mistake, temperature=0.5)
    assert Decoding.summarise(chunk(plain)).flips == 0
    own = replace(plain, keep_top=3)
    same = replace(plain, probabilities=tuple(law(own)))
    counts = np.bincount(chunk(same).classes, minlength=5)
    np.testing.assert_array_equal(Decoding.summarise(chunk(own)).counts, counts)


def test_the_share_of_flips_is_beside_its_probability(chunk):
    own = replace(NOTE, decoding_temperature=3)
    words = Decoding().caption(Decoding.summarise(chunk(own)), own)
    p, q = own.p, law(own)
    same = sum(1 / np.maximum(p / a, q / b).sum() for a, b in zip(p, q, strict=True))
    assert float(re.search(r"which \w+ P\(other class\) = (\d\.\d+)", words)[1]) == pytest.approx(
        1 - same, rel=1e-2
    )
    normal = replace(own, mistake=Mistake.NORMAL)
    assert " P(" not in Decoding().caption(Decoding.summarise(chunk(normal)), normal)
