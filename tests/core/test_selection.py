"""Whether the draw that is looked at is the one that is drawn among all the others."""

import gc
import math
import sys
import tracemalloc
from collections import Counter
from dataclasses import fields, replace

import numpy as np
import pytest
import scipy.special

from gumbel_gui.core import stages
from gumbel_gui.core.draws import CHUNK, chunk_size
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import MAX_DRAWS, NOTE_PROBABILITIES, ParameterError, Parameters
from gumbel_gui.core.selection import PAGE, Selection, select

NOTE = Parameters(NOTE_PROBABILITIES, 0.5, 200_000, 41)
GUMBEL = (Mistake.NONE, Mistake.NOISE_ON_P, Mistake.T_OUTSIDE, Mistake.NOISE_AFTER_T)
OF_X = {
    Mistake.LOGISTIC: scipy.special.logit,
    Mistake.WRONG_SIGN: lambda x: np.log(-np.log(x)),
    Mistake.T_IN_LOGARITHMS: lambda x: -np.log(0.5 - np.log(x + 0.5)),  # t = 0.5
}
NUMBERS = (1, 2, 48, 49, 96, 1000, CHUNK, CHUNK + 1, 131_073, 199_999, 200_000)

each_mistake = pytest.mark.parametrize("mistake", Mistake)


def looked_at(number, parameters=NOTE, **changes):
    selection = select(replace(parameters, selected=number, **changes))
    assert selection is not None
    return selection


def check(selection, parameters, chunk_of):
    """Compare a selection and its page with the chunks that these draws are in."""

    def draw(number):
        index, place = divmod(number - 1, chunk_size(parameters.classes))
        return chunk_of(index), place

    chunk, place = draw(selection.number)
    for name in ("noise", "scores", "relaxed"):
        expected = getattr(chunk, name)[:, place]
        got = getattr(selection, name)
        assert got.dtype == np.float32
        assert got.tobytes() == expected.tobytes(), name
    assert selection.x.tobytes() == chunk.uniform[:, place].tobytes()
    assert selection.winner == chunk.classes[place]
    assert type(selection.winner) is int
    for column in range(len(selection.classes)):
        chunk, place = draw(selection.first + column)
        assert selection.vectors[:, column].tobytes() == chunk.relaxed[:, place].tobytes()
        assert selection.classes[column] == chunk.classes[place]


def kept(engine, parameters):
    """Chunks by number, each drawn once."""
    chunks = {}

    def chunk_of(index):
        if index not in chunks:
            chunks[index] = engine.chunk(parameters, index)
        return chunks[index]

    return chunk_of


@each_mistake
def test_a_selected_draw_and_its_page_are_those_of_the_chunk_bit_for_bit(engine, mistake):
    """One page, 65,521 … 65,568, reaches over the end of a chunk."""
    parameters = replace(NOTE, mistake=mistake)
    chunk_of = kept(engine, parameters)
    for number in NUMBERS:
        selection = looked_at(number, parameters)
        assert (selection.number, selection.mistake) == (number, mistake)
        check(selection, parameters, chunk_of)


@each_mistake
@pytest.mark.parametrize("number", [10**9, 10**9 + 7, 10**10 - 16])
def test_a_draw_far_out_is_that_of_its_chunk_bit_for_bit(engine, mistake, number):
    parameters = replace(NOTE, draws=10**10, mistake=mistake)
    check(looked_at(number, parameters), parameters, kept(engine, parameters))


def test_the_last_draw_that_is_allowed_can_be_looked_at(engine):
    parameters = replace(NOTE, draws=MAX_DRAWS)
    selection = looked_at(MAX_DRAWS, parameters)
    check(selection, parameters, kept(engine, parameters))
    assert selection.first + len(selection.classes) - 1 == MAX_DRAWS
    with pytest.raises(ParameterError, match=r"^draw is \d+, but"):
        replace(parameters, selected=MAX_DRAWS + 1)


@pytest.mark.parametrize("classes", [2, 3, 7, 8, 17, 33, 64])
def test_more_classes_make_other_chunks_but_the_same_selection(engine, classes):
    parameters = Parameters(range(1, classes + 1), 1, 200_000, 3)
    chunk_of = kept(engine, parameters)
    for number in (1, 48, chunk_size(classes), chunk_size(classes) + 1, 200_000):
        check(looked_at(number, parameters), parameters, chunk_of)


@pytest.mark.parametrize("temperature", [0, 1e-300, 0.1, 10, 1e300])
@each_mistake
def test_at_every_temperature_the_same_draw_is_looked_at(engine, mistake, temperature):
    parameters = replace(NOTE, temperature=temperature, mistake=mistake)
    selection = looked_at(777, parameters)
    check(selection, parameters, kept(engine, parameters))
    warm = looked_at(777, parameters, temperature=1)
    np.testing.assert_array_equal(selection.x, warm.x)
    if mistake.scores_depend_on_t:
        return
    for name in ("noise", "scores"):
        np.testing.assert_array_equal(getattr(selection, name), getattr(warm, name))
    assert selection.winner == warm.winner


def test_a_draw_is_the_same_whatever_the_number_of_draws():
    """Page 65,521 … 65,568 ends where the draws end, and so do vectors and classes of it."""
    whole = looked_at(CHUNK)
    for draws in (CHUNK, CHUNK + 1, CHUNK + 30, MAX_DRAWS):
        selection = looked_at(CHUNK, draws=draws)
        for name in ("x", "noise", "scores", "relaxed", "logits"):
            np.testing.assert_array_equal(getattr(selection, name), getattr(whole, name))
        size = min(PAGE, draws - whole.first + 1)
        assert selection.vectors.shape == (5, size)
        np.testing.assert_array_equal(selection.vectors, whole.vectors[:, :size])
        np.testing.assert_array_equal(selection.classes, whole.classes[:size])


@pytest.mark.parametrize("classes", [2, 7, 8, 64])
def test_a_draw_alone_on_its_page_is_the_same_as_among_others(classes):
    p = np.random.default_rng(classes).random(classes)
    for number in range(1, 1 + 20 * PAGE, PAGE):
        alone = looked_at(number, Parameters(p, 1, number, 3))
        among = looked_at(number, Parameters(p, 1, 10**6, 3))
        assert alone.vectors.shape == (classes, 1)
        for name in ("x", "noise", "scores", "relaxed"):
            np.testing.assert_array_equal(getattr(alone, name), getattr(among, name))


@pytest.mark.parametrize("classes", [5, 8])
def test_a_draw_alone_in_its_chunk_is_the_same_as_when_looked_at(engine, classes):
    for seed in range(20):
        parameters = Parameters(range(1, classes + 1), 1, CHUNK + 1, seed)
        check(looked_at(CHUNK + 1, parameters), parameters, kept(engine, parameters))


@pytest.mark.parametrize(
    ("number", "draws", "first", "size"),
    [
        (1, 1, 1, 1),
        (1, 48, 1, 48),
        (1, 10**6, 1, 48),
        (47, 47, 1, 47),
        (48, 48, 1, 48),
        (48, 49, 1, 48),
        (49, 49, 49, 1),
        (49, 10**6, 49, 48),
        (96, 100, 49, 48),
        (97, 100, 97, 4),
        (100, 100, 97, 4),
        (10**9, 10**10, 999_999_985, 48),
        (10**10, 10**10, 9_999_999_985, 16),
        (MAX_DRAWS, MAX_DRAWS, MAX_DRAWS - 15, 16),
    ],
)
def test_pages_hold_48_draws_or_what_is_left(number, draws, first, size):
    selection = looked_at(number, draws=draws)
    assert PAGE == 48
    assert (selection.number, selection.first) == (number, first)
    assert selection.vectors.shape == (5, size)
    assert selection.classes.shape == (size,)
    place = number - first
    np.testing.assert_array_equal(selection.relaxed, selection.vectors[:, place])
    assert selection.winner == selection.classes[place]


def test_all_draws_of_a_page_have_the_same_page():
    pages = [looked_at(number) for number in range(49, 97)]
    for page in pages:
        assert page.first == 49
        np.testing.assert_array_equal(page.vectors, pages[0].vectors)
        np.testing.assert_array_equal(page.classes, pages[0].classes)
    relaxed = np.stack([page.relaxed for page in pages], axis=1)
    np.testing.assert_array_equal(relaxed, pages[0].vectors)
    assert len(np.unique(relaxed, axis=1).T) == 48


@each_mistake
def test_no_draw_is_looked_at_unless_one_is_selected(mistake):
    assert select(replace(NOTE, mistake=mistake)) is None
    assert select(replace(NOTE, mistake=mistake, selected=0)) is None


@each_mistake
@pytest.mark.parametrize("number", [1, 555, CHUNK + 1, 199_999])
def test_the_numbers_of_a_draw_follow_from_one_another(number, mistake):
    selection = looked_at(number, mistake=mistake)
    x, noise = selection.x.astype(np.float64), selection.noise.astype(np.float64)
    if mistake in GUMBEL or mistake is Mistake.FLOAT32:
        # x is rounded: half a unit in its last place moves the noise by this much.
        error = 1e-6 + np.spacing(selection.x) / (x * -np.log(x))
        assert (np.abs(noise + np.log(-np.log(x))) <= error).all()
    elif mistake is Mistake.UNIFORM:
        np.testing.assert_array_equal(selection.noise, selection.x)
    elif mistake is Mistake.NO_NOISE:
        assert not selection.noise.any()
    elif mistake in OF_X:
        np.testing.assert_allclose(noise, OF_X[mistake](x), rtol=1e-4, atol=1e-4)
    elif mistake.in_half_precision:
        assert (noise.astype(np.float16) == noise).all()
        steps = 0.01 + 2**-11 / (x * -np.log(x))  # x is rounded down, and so are logarithms
        assert (np.abs(noise + np.log(-np.log(x))) < steps).all()
    else:  # the radius is made of x, and the cosine makes it smaller
        assert (np.abs(noise) <= np.sqrt(-2 * np.log(x)) * (1 + 1e-6)).all()
    expected = NOTE.p if mistake is Mistake.NOISE_ON_P else np.log(NOTE.p)
    if mistake is Mistake.NOISE_AFTER_T:
        expected = (expected - expected.max()) / NOTE.temperature
    np.testing.assert_array_equal(selection.logits, expected)
    assert selection.logits.dtype == np.float64
    rounding = 2**-9 if mistake.in_half_precision else 3e-7
    sums = selection.logits + noise
    np.testing.assert_allclose(selection.scores, sums, rtol=rounding, atol=rounding)
    t = NOTE.effective_temperature
    if mistake.scores_depend_on_t or mistake is Mistake.T_OUTSIDE:
        t = 1
    relaxed = scipy.special.softmax(selection.scores.astype(np.float64) / t)
    np.testing.assert_allclose(selection.relaxed, relaxed, rtol=1e-5, atol=1e-7)
    assert selection.winner == np.argmax(selection.scores) == np.argmax(selection.relaxed)


def test_a_class_that_cannot_occur_is_behind_by_infinity():
    selection = looked_at(9, Parameters((0.5, 0, 0.5), 1, 100))
    assert selection.logits[1] == selection.scores[1] == -math.inf
    assert selection.relaxed[1] == 0
    assert np.isfinite(selection.noise).all()
    on_p = looked_at(9, Parameters((0.5, 0, 0.5), 1, 100, 0, Mistake.NOISE_ON_P))
    assert on_p.logits[1] == 0
    assert on_p.relaxed[1] > 0


def test_selections_do_not_share_memory():
    """They are kept while others are made."""
    first, second = looked_at(5), looked_at(5)
    arrays = [f.name for f in fields(Selection) if isinstance(getattr(first, f.name), np.ndarray)]
    assert len(arrays) == 7
    for name in arrays:
        assert not np.shares_memory(getattr(first, name), getattr(second, name))
    before = {name: getattr(first, name).copy() for name in arrays}
    looked_at(6, seed=5, mistake=Mistake.NORMAL)
    for name in arrays:
        np.testing.assert_array_equal(getattr(first, name), before[name])


@pytest.mark.parametrize("name", ["noise", "scores", "relaxed", "vectors"])
def test_a_selection_differs_if_any_of_its_numbers_does(name):
    """One kind of numbers is enough: else a marked draw would not follow t, which moves only s."""
    selection = looked_at(5)
    changed = getattr(selection, name).copy()
    changed.flat[-1] += 1
    other = replace(selection, **{name: changed})
    assert selection.differs(other, relaxed=True)
    assert selection.differs(other, relaxed=False) == (name in ("noise", "scores"))


def test_a_selection_differs_from_that_of_another_draw_mistake_or_of_none():
    selection = looked_at(5)
    for relaxed in (True, False):
        assert not selection.differs(looked_at(5), relaxed=relaxed)
        assert selection.differs(None, relaxed=relaxed)
        assert selection.differs(replace(selection, number=6), relaxed=relaxed)
        assert selection.differs(replace(selection, mistake=Mistake.NORMAL), relaxed=relaxed)
    warmer = looked_at(5, temperature=0.7)
    assert selection.differs(warmer, relaxed=True)
    assert not selection.differs(warmer, relaxed=False)


def test_a_selection_cannot_be_changed():
    with pytest.raises(AttributeError):
        looked_at(5).winner = 1


# how much work it is


@each_mistake
@pytest.mark.parametrize("number", [1, 10**6, 10**9, MAX_DRAWS])
def test_no_more_is_drawn_than_the_page(monkeypatch, mistake, number):
    sizes = []
    draw = stages.fill_noise
    monkeypatch.setattr(stages, "fill_noise", lambda *a: (sizes.append(len(a[-1])), draw(*a)))
    looked_at(number, draws=MAX_DRAWS, mistake=mistake)
    assert len(sizes) == 5
    assert max(sizes) <= PAGE


@each_mistake
def test_work_and_memory_do_not_grow_with_the_number(mistake):
    """Work is counted in calls of functions and lines: a loop over 10⁹ draws would be as many."""
    work = []
    for number in (48, 10**9 - 16, MAX_DRAWS - 16):  # the last ones of whole pages
        selection = replace(NOTE, draws=MAX_DRAWS, mistake=mistake, selected=number)
        select(selection)
        gc.disable()  # else what it calls for garbage of other tests would be counted
        tracemalloc.start()
        try:
            select(selection)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < 100_000
        steps = Counter()

        def count(frame, event, arg, steps=steps):
            steps[event] += 1
            return count

        before = sys.gettrace()
        sys.settrace(count)
        try:
            select(selection)
        finally:
            sys.settrace(before)
            gc.enable()
        work.append(steps)
    assert work[0]["line"] > 50
    assert work[1] == work[2] == work[0]
