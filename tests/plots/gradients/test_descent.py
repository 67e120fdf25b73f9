import math
import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PyQt6.QtGui import QFontMetricsF

from gumbel_gui.core import descent as core
from gumbel_gui.core.descent import StepRule
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.losses import FIRST_FOUR, Estimator
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.canvas.axis import MARGIN
from gumbel_gui.plots.gradients import descent_run
from gumbel_gui.plots.gradients.descent import HEIGHTS, Descent
from gumbel_gui.plots.gradients.descent_run import DescentInputs
from gumbel_gui.plots.gradients.descent_words import in_words

NOTE = Parameters(NOTE_PROBABILITIES, 0.5, 4000, 3)
LADDER = tuple(range(1, 65))


def part(parameters, start=0, end=None):
    end = parameters.draws if end is None else end
    return Descent.summarise(Chunk(parameters, start, end - start, Stages(), Workspace()))


def inputs_of(summary, parameters):
    """Return the inputs of the run of each estimator that is shown."""
    return [DescentInputs.of(summary, parameters, each) for each in parameters.shown_estimators]


def numbers(parameters):
    """Return what is shown of the run of some parameters."""
    return descent_run.numbers_of(part(parameters), parameters)


def redraw(plot, parameters):
    plot.draw(part(parameters), parameters)


@pytest.fixture
def runs(monkeypatch):
    """Return the list of the descents that are computed, one entry each."""
    computed = []
    descend = descent_run.descend

    def spy(*args):
        computed.append(args)
        return descend(*args)

    monkeypatch.setattr(descent_run, "descend", spy)
    descent_run.run.cache_clear()
    yield computed
    descent_run.run.cache_clear()


def expected_losses(parameters, p):
    """Return E f of probabilities (..., K) by enumeration."""
    w = np.array(parameters.loss_weights)
    if parameters.loss == "cost":
        return p @ w
    return p @ ((np.eye(len(w)) - w) ** 2).sum(axis=1)


@pytest.mark.parametrize("loss", ["cost", "distance"])
@pytest.mark.parametrize("steps", [0, 1, 60, 300])
def test_losses_and_p_are_shown_up_to_the_present_step(loss, steps, show):
    parameters = replace(NOTE, loss=loss, steps=steps, estimator="reinforce")
    plot, path = show("descent", parameters), numbers(parameters).path
    for i, curve in enumerate(plot._losses[each] for each in FIRST_FOUR):
        x, y = curve.getData()
        np.testing.assert_array_equal(x, np.arange(steps + 1))
        wanted = expected_losses(parameters, path.p[i])
        np.testing.assert_allclose(y, wanted[: steps + 1], rtol=1e-12)
        np.testing.assert_allclose(y[0], expected_losses(parameters, np.array(NOTE.probabilities)))
    assert [k for _, k in plot._paths] == list(range(5))
    for curve, k in plot._paths:
        np.testing.assert_array_equal(curve.getData()[1], path.p[2, : steps + 1, k])
    x, y = plot._ends.getData()
    assert set(x) == {steps}
    np.testing.assert_array_equal(y, path.losses[:, steps])
    np.testing.assert_array_equal(plot._places.getData()[1], path.p[2, steps])
    assert set(plot._best.getData()[1]) == {min(expected_losses(parameters, np.eye(5)))}


def test_one_step_of_reinforce_is_what_pencil_and_paper_give():
    """With the scores g = ln p + ε of the first 10 draws, and the classes that they win."""
    parameters = replace(NOTE, loss="cost", learning_rate=2.0)
    path = numbers(parameters).path
    p, w = np.array(NOTE.probabilities), np.arange(5.0)
    noise = Chunk(NOTE, 0, 10, Stages(), Workspace()).noise.astype(np.float64)
    classes = (np.log(p)[:, None] + noise).argmax(axis=0)
    for i, baseline in ((2, 0.0), (3, p @ w)):
        estimate = np.mean([(w[k] - baseline) * (np.eye(5)[k] - p) for k in classes], axis=0)
        moved = p * np.exp(-2.0 * estimate)
        np.testing.assert_allclose(path.p[i, 1], moved / moved.sum(), rtol=1e-9)


def test_annealed_the_steps_take_t_from_the_schedule():
    parameters = replace(NOTE, annealed=True, schedule=(4.0, 0.02, 0.3))
    chunk = Chunk(NOTE, 0, 3000, Stages(), Workspace())
    t = [max(0.3, 4.0 * math.exp(-0.02 * i)) for i in range(300)]
    rule = StepRule(NOTE.loss, NOTE.loss_weights)
    wanted = core.descend(chunk.noise, NOTE.probabilities, rule, t, 0.5, 10)
    found = numbers(parameters).path.p
    np.testing.assert_allclose(found, wanted.p, rtol=1e-9)
    other = numbers(replace(parameters, temperature=2.0))
    np.testing.assert_array_equal(other.path.p, found)

    def heading(of):
        return Descent().heading(part(of), of)

    assert heading(parameters) == "Descent, t annealed from 4 to 0.3"
    assert heading(replace(parameters, steps=0)) == "Descent, t annealed from 4 to 4"
    assert heading(replace(parameters, steps=2)) == "Descent, t annealed from 4 to 3.921"
    assert heading(NOTE) == "Descent at t = 0.5"


@pytest.mark.parametrize("cuts", [(1,), (30, 1500), (2999,), (3000,), (3001,), range(7, 4000, 331)])
def test_parts_descend_like_the_whole(cuts):
    ends = [0, *cuts, NOTE.draws]
    parts = [part(NOTE, a, b) for a, b in pairwise(ends)]
    total = parts[-1]
    for each in parts[-2::-1]:
        total = each + total
    whole = part(NOTE)
    assert total.noise.values.shape == (5, 3000)
    np.testing.assert_array_equal(total.noise.values, whole.noise.values)
    assert total.digest == whole.digest
    assert inputs_of(total, NOTE) == inputs_of(whole, NOTE)
    assert total.draws == 4000


def test_a_run_takes_the_first_3000_draws():
    more, enough = (numbers(replace(NOTE, draws=draws)) for draws in (60_000, 3000))
    assert more._inputs == enough._inputs
    np.testing.assert_array_equal(more.path.p, enough.path.p)
    assert part(replace(NOTE, draws=60_000), 3000, 5000).noise.values.shape == (5, 0)


def test_of_more_draws_there_are_more_steps():
    few, more = part(NOTE, 0, 20), part(NOTE, 20)
    assert descent_run.numbers_of(few, NOTE).step == 2
    assert descent_run.numbers_of(few + more, NOTE).step == 300
    assert descent_run.numbers_of(few, NOTE) is descent_run.numbers_of(few, replace(NOTE))


def test_later_chunks_need_no_noise():
    class Later:
        parameters, start, count = NOTE, 3000, 1000  # no noise

    assert Descent.summarise(Later).draws == 1000


def test_inputs_differ_in_noise_and_in_any_parameter_of_a_run():
    shown = replace(NOTE, estimators=tuple(Estimator))
    ones = inputs_of(part(NOTE), shown)
    assert [*map(hash, ones)] == [*map(hash, inputs_of(part(NOTE), replace(shown)))]
    for name, value in {
        "probabilities": (1, 2, 3, 4, 5),
        "temperature": 1.0,
        "loss": "cost",
        "weights": (1, 2, 3, 4, 5),
        "learning_rate": 1.0,
        "annealed": True,
        "mistake": "t-outside",
    }.items():
        others = inputs_of(part(NOTE), replace(shown, **{name: value}))
        assert not any(one == other for one, other in zip(ones, others, strict=True)), name
    others = inputs_of(part(replace(NOTE, seed=4)), shown)
    assert not any(one == other for one, other in zip(ones, others, strict=True))
    falling = replace(NOTE, annealed=True)
    other = replace(falling, schedule=(4.0, 0.02, 0.3))
    assert inputs_of(part(NOTE), falling) != inputs_of(part(NOTE), other)


@pytest.mark.parametrize(
    ("name", "value", "whose"),
    [
        ("samples", 7, {Estimator.GUMBEL_RAO}),
        ("eta", 0.3, {Estimator.REBAR}),
        ("backward_temperature", 3.0, {Estimator.DECOUPLED}),
        ("seed", 9, {Estimator.GUMBEL_RAO, Estimator.REBAR}),
    ],
)
def test_what_only_some_depend_on_moves_no_other_run(name, value, whose):
    shown, noise = replace(NOTE, estimators=tuple(Estimator)), part(NOTE)
    other = replace(shown, **{name: value})
    both = zip(Estimator, inputs_of(noise, shown), inputs_of(noise, other), strict=True)
    assert {each for each, one, another in both if one != another} == whose
    before, after = (descent_run.numbers_of(noise, each).path.p for each in (shown, other))
    moved = {e for e, a, b in zip(Estimator, before, after, strict=True) if (a != b).any()}
    assert moved == whose


def test_only_what_is_shown_is_computed(runs, show):
    plot = show("descent", replace(NOTE, estimators=("rebar",), estimator="reinmax"))
    assert [run[6] for run in runs] == [(Estimator.REINMAX,), (Estimator.REBAR,)]
    redraw(plot, replace(NOTE, estimators=("rebar", "decoupled"), estimator="reinmax"))
    assert [run[6] for run in runs[2:]] == [(Estimator.DECOUPLED,)]
    shown = [each for each, curve in plot._losses.items() if len(curve.getData()[0])]
    assert shown == [Estimator.DECOUPLED, Estimator.REINMAX, Estimator.REBAR]
    assert len(plot._ends.getData()[0]) == 3
    names = [entry.text for entry in plot._names[0]._entries]
    assert names == ["decoupled", "ReinMax", "REBAR", "best"]


def test_playing_and_another_estimator_compute_no_run_again(runs, show):
    plot = show("descent", NOTE)
    assert len(runs) == 4
    for steps in (0, 1, 60, 300):
        for each in FIRST_FOUR:
            redraw(plot, replace(NOTE, steps=steps, estimator=each))
    assert len(runs) == 4
    for name, value in (
        ("temperature", 1.0),
        ("learning_rate", 1.0),
        ("seed", 5),
        ("loss", "cost"),
    ):
        numbers(replace(NOTE, **{name: value}))
        assert len(runs) == 8
        del runs[4:]


@pytest.mark.parametrize("draws", [1, 500, 3000, 200_000])
@pytest.mark.parametrize("classes", [2, 64])
def test_the_worker_has_run_before_a_picture_is_drawn(draws, classes, runs, show):
    plot = show("descent", NOTE)
    parameters = Parameters(LADDER[:classes], 1.0, draws)
    runs.clear()
    with Engine(2) as engine:
        for progress in engine.accumulate(parameters, {"it": Descent.summarise}, every=0):
            summary = progress.summaries["it"]
            Descent.prepare(summary, parameters)
            assert len(runs) == 4
            plot.draw(summary, parameters)
            assert plot.caption(summary, parameters)
            assert len(runs) == 4


@pytest.mark.parametrize("rate", [0.1, 0.5, 5, 100])
@pytest.mark.parametrize("loss", ["cost", "distance"])
@pytest.mark.parametrize("t", [0.1, 1.0, 5.0])
def test_while_it_plays_no_axis_moves_and_nothing_leaves_the_axes(rate, loss, t, show):
    parameters = replace(NOTE, temperature=t, learning_rate=rate, loss=loss, steps=0)
    plot, moved = show("descent", parameters), []
    for pane in plot.frame.panes:
        pane.vb.sigRangeChanged.connect(lambda *_: moved.append(1))
    low, high = plot.frame.vb.viewRange()[1]
    for steps in (1, 2, 60, 299, 300):
        redraw(plot, replace(parameters, steps=steps))
        _, y = plot._ends.getData()
        assert low <= y.min()
        assert y.max() <= high
    assert not moved


def test_an_axis_that_jumps_shows_its_curves(show, pixels):
    """From losses near 10⁴ to losses below 1: there is no loss that both axes show."""
    plot = show("descent", replace(NOTE, weights=(100, 90, 80, 70, 60)))
    assert pixels(plot).any()
    redraw(plot, NOTE)
    np.testing.assert_array_equal(pixels(plot), pixels(show("descent", NOTE)))


@pytest.mark.parametrize(("draws", "steps"), [(1, 0), (9, 0), (10, 1), (505, 50), (2999, 299)])
def test_few_draws_allow_few_steps_and_the_caption_too(draws, steps, show):
    few = replace(NOTE, draws=draws, estimator="straight-through")
    plot = show("descent", few)
    assert set(plot._ends.getData()[0]) == {steps}
    words = plot.caption(part(few), few).replace("\u00a0", "")
    assert words.startswith(f"Step {steps}: ")
    few_words = {
        1: "1 draw is too few for a step, which takes 10.",
        9: "9 draws are too few for a step, which takes 10.",
    }
    more = few_words.get(draws, f"of {draws} draws, 10 a step, there are no more.")
    assert words.endswith(f" Right: p by straight-through; {more}")
    assert ("no more" in words) == (steps > 0)
    enough = replace(few, steps=steps)
    assert "no more" not in plot.caption(part(enough), enough)
    assert "each step takes 10 draws" in plot.caption(part(NOTE), NOTE)


def caption_parts(parameters):
    """Return parts of the caption: its words, the four losses and the best one, as texts."""
    words = Descent().caption(part(parameters), parameters)
    pattern = (
        r"Step \d+: expected loss by Gumbel-softmax (.+), straight-through (.+), REINFORCE (.+), "
        r"REINFORCE with baseline (.+); at best (.+)\. Right: p by (.+); .+\."
    )
    found = re.fullmatch(pattern, words)
    assert found, words
    return found.groups()


def test_the_caption_has_all_four_losses_and_the_best():
    parameters = replace(NOTE, steps=60)
    losses = expected_losses(parameters, numbers(parameters).path.p)[:, 60]
    best = expected_losses(parameters, np.eye(5)).min()
    *shown, _ = caption_parts(parameters)
    assert [float(text) for text in shown] == pytest.approx([*losses, best], abs=0.51e-4)
    names = ("Gumbel-softmax", "straight-through", "REINFORCE", "REINFORCE with baseline")
    for each, name in zip(FIRST_FOUR, names, strict=True):
        assert caption_parts(replace(parameters, estimator=each))[-1] == name


def test_of_many_the_caption_has_the_chosen_one_and_the_lowest():
    shown = replace(NOTE, estimators=tuple(Estimator), steps=60)
    losses = dict(zip(Estimator, numbers(shown).path.losses[:, 60].tolist(), strict=True))
    lowest = min(losses, key=losses.get)
    for each, ending in ((Estimator.REBAR, "the last of which is the lowest of 10"), (lowest, "")):
        assert (each is lowest) == (not ending)
        parameters = replace(shown, estimator=each)
        words = Descent().caption(part(parameters), parameters)
        assert (ending or "the lowest of 10") in words
        told = re.findall(r"[\d.]+\d", words.partition(", the l")[0])
        wanted = [60, *dict.fromkeys((losses[each], losses[lowest]))]
        assert [float(text) for text in told] == pytest.approx(wanted, abs=0.51e-4)


@pytest.mark.parametrize(
    "weights",
    [
        (1e-4, 2e-4, 3e-4, 1e-4, 2e-4),
        (500, 501, 502, 501, 500),
        (-0.0, 0, 1, 2, 3),
        (1000, -1000, 3, 4, 5),
        (1e-9, 2e-9, 3e-9, 1e-9, 0),
        (-1e-9, 1, 1, 1, 1),
    ],
)
def test_losses_have_the_digits_that_distinguish_them(weights):
    """Up to a hundredth of what can be won."""
    parameters = replace(NOTE, loss="cost", weights=weights, learning_rate=1)
    shown_numbers = numbers(parameters)
    known = [*shown_numbers.path.losses[:, -1], shown_numbers.best]
    superscript = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
    texts = caption_parts(parameters)[:-1]
    shown = [float(text.translate(superscript).replace("·10", "e")) for text in texts]
    won = shown_numbers.path.losses[0, 0] - shown_numbers.best
    assert shown == pytest.approx(known, abs=0.01 * won)
    assert all(len(text) <= 12 for text in texts)
    assert not any(re.fullmatch(r"−0\.?0*", text) for text in texts)


def test_losses_that_are_all_the_same_are_not_rounded_away():
    for cost, p in ((3, NOTE.probabilities), (3.1, (1, 2, 2, 1, 1))):  # Σ p is off by rounding
        same = replace(NOTE, loss="cost", weights=(cost,) * 5, probabilities=p)
        assert caption_parts(same)[:-1] == (str(cost),) * 5
    assert caption_parts(replace(NOTE, probabilities=(0, 1, 0)))[:-1] == ("0.7222",) * 5


def test_a_start_next_to_the_best_loss_has_the_digits_of_a_thousandth_of_all_losses():
    near = replace(NOTE, loss="cost", weights=(0, 1), probabilities=(1, 1e-9), steps=0)
    assert caption_parts(near)[:-1] == (*["1·10⁻⁹"] * 4, "0.000000")


@pytest.mark.parametrize("rate", [0.01, 0.5, 100])
def test_the_axis_of_the_loss_ends_at_the_first_place_above_all_losses(rate, show):
    parameters = replace(NOTE, learning_rate=rate)
    found = numbers(parameters)
    span = found.worst - found.best
    highest = (found.path.losses.max() - found.best) / span
    height = next(h for h in HEIGHTS if h >= highest) * span
    wanted = found.best - 0.05 * height, found.best + 1.05 * height
    assert show("descent", parameters).frame.vb.viewRange()[1] == pytest.approx(wanted)


def test_a_class_that_cannot_be_drawn_is_not_the_best():
    found = numbers(replace(NOTE, probabilities=(0, 1, 2, 0, 1), loss="cost"))
    assert (found.best, found.worst) == (1, 4)
    assert (found.path.p[:, :, [0, 3]] == 0).all()


def test_of_many_classes_the_most_probable_at_either_end_have_a_colour(show):
    parameters = Parameters(LADDER, 1.0, 3000, 1, loss="cost", learning_rate=0.1)
    plot, p = show("descent", parameters), numbers(parameters).path.p[0]
    largest = np.maximum(p[0], p[-1])
    assert len(plot._paths.shown) == len(plot._paths) == 8
    assert largest[list(plot._paths.shown)].min() >= np.sort(largest)[-8]
    for curve, k in plot._paths:
        np.testing.assert_array_equal(curve.getData()[1], p[:, k])
        assert curve.opts["pen"].color().name() == plot.style.class_colour(k)
    x, y = plot._paths.others.getData()
    assert len(x) == 56 * 101
    others = np.setdiff1d(np.arange(64), plot._paths.shown)
    ends = y.reshape(56, -1)[:, -1]
    np.testing.assert_allclose(np.sort(ends), np.sort(p[-1, others]))


def test_for_a_cost_straight_through_is_seen_on_gumbel_softmax(show):
    plot = show("descent", replace(NOTE, loss="cost"))
    (_, soft), (_, straight) = (plot._losses[each].getData() for each in FIRST_FOUR[:2])
    np.testing.assert_allclose(soft, straight, rtol=1e-9)
    pens = [plot._losses[each].opts["pen"] for each in FIRST_FOUR[:2]]
    assert [bool(pen.dashPattern()) for pen in pens] == [False, True]


def test_the_axis_names_the_estimator_of_p(show):
    plot = show("descent", NOTE)
    for each, name in zip(FIRST_FOUR, ("GS", "ST", "REINFORCE", "+ baseline"), strict=True):
        redraw(plot, replace(NOTE, estimator=each))
        assert plot._right.axis("left").labelText == f"p ({name})"


@pytest.mark.parametrize(
    ("size", "texts"),
    [
        ((320, 170), ["0", "150", "300"]),
        ((365, 700), ["0", "100", "200", "300"]),
        ((520, 330), ["0", "100", "200", "300"]),
        ((1050, 330), ["0", "100", "200", "300"]),
    ],
    ids=str,
)
def test_the_last_step_has_room_for_its_number(size, texts, show):
    plot = show("descent", NOTE)
    view = plot.frame.getViewWidget()
    view.resize(*size)
    view.grab()
    metrics = QFontMetricsF(plot.style.font())
    for pane in plot.frame.panes:
        (ticks,) = pane.axis("bottom")._tickLevels
        assert [text for _, text in ticks] == texts
        low, high = pane.vb.viewRange()[0]
        each = pane.vb.width() / (high - low)
        beyond = metrics.horizontalAdvance("300") / 2 - (high - 300) * each
        assert beyond <= MARGIN
        halves = [metrics.horizontalAdvance(text) / 2 for _, text in ticks]
        edges = [
            (x * each - half, x * each + half) for (x, _), half in zip(ticks, halves, strict=True)
        ]
        assert all(right + 4 <= left for (_, right), (left, _) in pairwise(edges))


def test_a_loss_that_is_not_0_does_not_read_as_0():
    assert in_words([0.0003, 0.2, 0.0], 2.6) == ["0.0003", "0.200", "0.000"]
