"""The contract of plots: what holds for every plot, also for one that is added."""

import re
from dataclasses import fields, replace
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
import pyqtgraph as pg
import pytest

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, PARAMETERS, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots import plot_type, plot_types, plots_of
from gumbel_gui.plots.base import VIEWS, Plot
from gumbel_gui.plots.items.end_labels import EndLabels
from gumbel_gui.plots.items.heat_map import HeatMap
from gumbel_gui.plots.look.style import DARK, PRINT
from gumbel_gui.plots.sums import FirstDraws

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 3000, 5)
LADDER = tuple(range(1, 65))
EDGE_CASES = {
    "one-hot": replace(NOTE, probabilities=(0, 0, 1, 0)),
    "zero entries": replace(NOTE, probabilities=(0, 0.5, 0, 0.5)),
    "two classes": replace(NOTE, probabilities=(0.3, 0.7)),
    "two classes, one certain": replace(NOTE, probabilities=(0, 1)),
    "eight classes": replace(NOTE, probabilities=LADDER[:8]),
    "twelve classes": replace(NOTE, probabilities=LADDER[:12]),
    "thirteen classes": replace(NOTE, probabilities=LADDER[:13]),
    "64 classes": replace(NOTE, probabilities=LADDER),
    "64 classes, descending": replace(NOTE, probabilities=LADDER[::-1]),
    "thirteen equal classes": replace(NOTE, probabilities=(1,) * 13),
    "64 equal classes": replace(NOTE, probabilities=(1,) * 64),
    "64 classes, one-hot": replace(NOTE, probabilities=(1,) + (0,) * 63, temperature=0),
    "tiny entries": replace(NOTE, probabilities=(1e-300, 1, 5e-324)),
    "t = 0": replace(NOTE, temperature=0),
    "t = 1e-300": replace(NOTE, temperature=1e-300),
    "t = 1e300": replace(NOTE, temperature=1e300),
    "one draw": replace(NOTE, draws=1),
    "one draw at t = 0": replace(NOTE, draws=1, temperature=0),
    "two draws of 64 classes": replace(NOTE, draws=2, probabilities=LADDER),
}
NEEDED = {
    "schedule": {"annealed": True},  # else a descent does not follow it
    # Else what another estimator depends on changes nothing.
    **{name: {"estimators": tuple(Estimator)} for name in ("estimator", "estimators", "eta")},
    "samples": {"estimators": tuple(Estimator), "estimator": Estimator.GUMBEL_RAO},
    "backward_temperature": {"estimators": tuple(Estimator), "estimator": Estimator.DECOUPLED},
    "filter_order": {"decoding_temperature": 0.5, "keep_mass": 0.8},
}
"""Without which another value of a parameter changes nothing."""
each_plot = pytest.mark.parametrize("name", plot_types())
each_sampled = pytest.mark.parametrize("name", [n for n, p in plot_types().items() if p.sampled])


def differences(mine, theirs, relative=0.0):
    """Return the fields in which two summaries differ: whole numbers exactly, others nearly."""
    assert type(mine) is type(theirs)
    found = []
    for each in fields(mine):
        pair = (getattr(summary, each.name) for summary in (mine, theirs))
        a, b = (np.asarray(v.values if isinstance(v, FirstDraws) else v) for v in pair)
        alike = a.shape == b.shape and a.dtype.kind == b.dtype.kind
        if alike and a.dtype.kind == "f":
            alike = np.allclose(a, b, relative, 0)
        if not (alike and (a.dtype.kind == "f" or np.array_equal(a, b))):
            found.append(each.name)
    return found


def drawn_points(pane):
    """Return the (x, y) of everything in the graphics items of a pane, (2, points)."""
    parts = []
    for item in pane.items:
        if hasattr(item, "getData"):
            x, y = map(np.asarray, item.getData())
            x = x[-y.shape[-1] :]  # of steps, the right edges
            parts.append((np.broadcast_to(x, y.shape).ravel(), y.ravel()))
        elif isinstance(item, pg.BarGraphItem):
            parts.append((item.opts["x"], item.opts["height"]))
        elif isinstance(item, pg.ErrorBarItem):
            x, y = item.opts["x"], item.opts["y"]
            parts += [(x, y + item.opts["top"]), (x, y - item.opts["bottom"])]
        elif isinstance(item, pg.TextItem):
            parts.append(([item.pos().x()], [item.pos().y()]))
        elif isinstance(item, pg.ImageItem):
            if item.image is not None:
                box = item.mapRectToParent(item.boundingRect())
                parts.append(([box.left(), box.right()], [box.top(), box.bottom()]))
        else:
            assert isinstance(item, pg.InfiniteLine), f"teach this test {type(item).__name__}"
    return np.concatenate([np.asarray(part, np.float64) for part in parts], axis=1)


def assert_within_the_axes(plot):
    """Fail unless everything in every pane is a finite place within its ranges."""
    for pane in plot.frame.panes:
        points = drawn_points(pane)
        low, high = np.array(pane.vb.viewRange()).T
        assert np.isfinite(points).all()
        assert (points.min(axis=1) >= low - 1e-6).all()
        assert (points.max(axis=1) <= high + 1e-6).all()


def items_of(plot):
    """Return the items of all panes, by pane."""
    return [list(pane.items) for pane in plot.frame.panes]


def shown_texts(plot):
    """Return the texts of a plot's key, of its ticks, and of names around maps and beside lines."""
    texts = [entry.text for entry in plot.key.shown(10_000)[0]]
    beside = [item for item in plot.frame.childItems() if isinstance(item, EndLabels)]
    texts += [entry.text for item in beside for entry, _, _ in item.places()]
    for pane in plot.frame.panes:
        texts += [name for item in pane.items if isinstance(item, HeatMap) for name in item.names]
        for side, (low, high) in zip(("bottom", "left"), pane.vb.viewRange(), strict=True):
            if side in pane.axes:
                axis = pane.axis(side)
                texts += [text for level in axis._tickLevels or () for _, text in level]
                for spacing, values in axis.tickValues(low, high, 400):
                    texts += axis.tickStrings(values, 1, spacing)
    return texts


def test_every_file_with_a_plot_in_it_is_found():
    subclass = re.compile(r"^class \w+\(Plot\)", re.MULTILINE)
    for view in VIEWS:
        holding = {
            file.name.removesuffix(".py")
            for file in files("gumbel_gui.plots").joinpath(view).iterdir()
            if file.name.endswith(".py") and subclass.search(file.read_text("utf-8"))
        }
        assert set(plots_of(view)) == holding
    orders = [plot.order for plot in plot_types().values()]
    assert orders == sorted(orders)


@each_plot
def test_a_plot_says_what_it_is(name):
    plot = plot_types()[name]
    assert plot.name == name
    assert plot.__module__ == f"gumbel_gui.plots.{plot.view}.{name}"
    assert plot_type(name) is plot
    assert plot.title
    assert plot.about
    assert "\n" not in plot.title + plot.about
    assert plot.view in VIEWS
    parameters = {each.name for each in fields(Parameters)}
    names = plot.depends | plot.shows
    assert names <= (parameters | {"classes"}) - {"seed", "draws", "mistake", "selected"}
    assert not plot.depends & plot.shows
    assert plot.sampled or not plot.depends
    assert set(plot.controls) <= names
    assert all(plot.option_names.values())


@lru_cache(maxsize=64)
def part_of(parameters, start, end):
    """Return the draws from ``start`` to before ``end``."""
    return Chunk(parameters, start, end - start, Stages(), Workspace())


@each_sampled
@pytest.mark.parametrize(
    ("case", "cuts"),
    [
        ("t = 0", (1500,)),
        ("zero entries", (1,)),
        ("64 classes", (2999,)),
        ("t = 1e300", (30, 60, 1000)),
        ("64 classes", range(60, 3000, 60)),
    ],
)
def test_summaries_of_parts_add_up_to_the_summary_of_all(name, case, cuts, summary_of):
    plot, parameters = plot_types()[name], EDGE_CASES[case]
    # In the program every part but the last is far larger than what a plot keeps of single draws.
    ends = [0, *cuts, parameters.draws]
    summaries = [plot.summarise(part_of(parameters, a, b)) for a, b in pairwise(ends)]
    folded = summaries[0]
    for summary in summaries[1:]:
        folded = folded + summary
    assert not differences(folded, summary_of(plot, parameters), relative=1e-5)
    grouped = summaries[-1]
    for summary in summaries[-2::-1]:
        grouped = summary + grouped
    assert not differences(grouped, folded, relative=1e-12)


@each_sampled
def test_summarising_is_pure(name, chunk):
    summarise = plot_types()[name].summarise
    draws = chunk(NOTE)
    before = draws.noise.copy(), draws.scores.copy(), draws.classes.copy(), draws.relaxed.copy()
    first = summarise(draws)
    assert not differences(summarise(draws), first)
    for stage, old in zip(("noise", "scores", "classes", "relaxed"), before, strict=True):
        np.testing.assert_array_equal(getattr(draws, stage), old, err_msg=stage)


@each_sampled
def test_a_summary_is_the_same_to_the_bit_whatever_was_drawn_before(name):
    """Arrays that are kept have room for more draws, and so their rows elsewhere in memory."""
    summarise, parameters = {name: plot_types()[name].summarise}, replace(NOTE, draws=2500)
    with Engine(1) as fresh, Engine(1) as used:
        used.summarise(replace(parameters, draws=4000), summarise)
        first, again = (each.summarise(parameters, summarise)[name] for each in (fresh, used))
    assert not differences(again, first)


def other(parameters, name, with_another):
    """Return parameters that differ from others in one, or in the number of classes."""
    if name == "classes":
        return replace(parameters, probabilities=(*NOTE_PROBABILITIES, 0.2))
    return with_another(parameters, name)


def depended_on(plot):
    """Return the names of what the summary of a plot depends on."""
    names = plot.depends | {"seed", "draws", "mistake"}
    if "probabilities" in names:
        names |= {"classes"}
    if "weights" in names:  # the default ones are of the loss and of K
        names |= {"loss", "classes"}
    return names


def pairs(names_of, plots):
    """Parametrize by each plot with each parameter that it depends on."""
    found = [(name, each) for name, plot in plots.items() for each in sorted(names_of(plot))]
    return pytest.mark.parametrize(("name", "changed"), found)


SAMPLED = {name: plot for name, plot in plot_types().items() if plot.sampled}
ALL_NEEDED = {name: value for needed in NEEDED.values() for name, value in needed.items()}


@pairs(depended_on, SAMPLED)
def test_a_summary_depends_on_what_is_declared(name, changed, summary_of, with_another):
    plot, base = plot_types()[name], replace(NOTE, **NEEDED.get(changed, {}))
    parameters = other(base, changed, with_another)
    assert plot.cache_key(parameters) != plot.cache_key(base)
    assert differences(summary_of(plot, parameters), summary_of(plot, base))


@each_sampled
@pytest.mark.parametrize("needed", [{}, ALL_NEEDED], ids=["as a rule", "with all that is needed"])
def test_a_summary_depends_on_nothing_else(name, needed, summary_of, with_another):
    plot, base = plot_types()[name], replace(NOTE, **needed)
    declared = depended_on(plot) | plot.shown(base)
    parameters = base
    for changed in [each for each in PARAMETERS if each not in declared]:
        assert plot.cache_key(with_another(base, changed)) == plot.cache_key(base), changed
        parameters = with_another(parameters, changed)
    assert not differences(summary_of(plot, parameters), summary_of(plot, base))


def picture(plot, summary, parameters, pixels):
    """Return what is seen of a plot: all pixels, the caption and the heading."""
    plot.draw(summary, parameters)
    seen = pixels(plot).tobytes()
    return seen, plot.caption(summary, parameters), plot.heading(summary, parameters)


@pairs(lambda plot: plot.depends | plot.shows, plot_types())
def test_a_picture_depends_on_what_is_declared(
    name, changed, show, pixels, summary_of, with_another
):
    base = replace(NOTE, **NEEDED.get(changed, {}))
    plot, parameters = show(name, base), other(base, changed, with_another)
    before, after = (picture(plot, summary_of(plot, p), p, pixels) for p in (base, parameters))
    assert before != after
    assert plot.picture_key(parameters) != plot.picture_key(base)


@each_plot
@pytest.mark.parametrize("needed", [{}, ALL_NEEDED], ids=["as a rule", "with all that is needed"])
def test_a_picture_depends_on_nothing_else(name, needed, show, pixels, summary_of, with_another):
    base = replace(NOTE, **needed)
    plot, parameters = show(name, base), base
    declared = plot.shown(base) | {"mistake"}
    # These are in the sums of a plot of draws, which are not made anew here.
    kept = declared | ({"seed", "draws"} if plot.sampled else set())
    summary = summary_of(plot, base)
    before = picture(plot, summary, base, pixels)
    for changed in [each for each in PARAMETERS if each not in declared]:
        parameters = parameters if changed in kept else with_another(parameters, changed)
        alone = with_another(base, changed)
        assert plot.picture_key(alone) == plot.picture_key(base), changed
    assert picture(plot, summary, parameters, pixels) == before


@each_sampled
def test_a_summary_holds_no_parameter(name, summary_of):
    summary = summary_of(plot_types()[name], NOTE)
    for each in fields(summary):
        value = getattr(summary, each.name)
        assert each.name not in PARAMETERS.keys() - {"draws"}
        assert not isinstance(value, str | tuple)
        assert not np.array_equal(np.shape(value), (5,)) or not np.allclose(value, NOTE.p)


@each_plot
def test_cache_keys_can_be_looked_up_and_differ_between_plots(name):
    keys = {plot.cache_key(NOTE) for plot in plot_types().values()}
    assert len(keys) == len(plot_types())
    assert plot_types()[name].cache_key(replace(NOTE)) in keys


def assert_drawn(plot, picture):
    """Fail unless a picture has something in it, and all that is in a plot is somewhere."""
    for pane in plot.frame.panes:
        points = drawn_points(pane)
        assert points.size
        assert np.isfinite(points).all()
    assert len(np.unique(picture[::2, ::2])) > 10


@pytest.mark.sweep(8 * len(plot_types()))
@each_plot
@pytest.mark.parametrize("case", EDGE_CASES)
def test_edge_cases_are_drawn_and_told(name, case, show, pixels, summary_of):
    plot = show(name, EDGE_CASES[case], options=frozenset(plot_types()[name].option_names))
    assert_drawn(plot, pixels(plot))
    summary, parameters = summary_of(plot, EDGE_CASES[case]), EDGE_CASES[case]
    for words in (plot.caption(summary, parameters), plot.heading(summary, parameters)):
        assert words.strip()
        assert not re.search(r"\bnan\b|\binf|[{}]|-\d", words), words
    assert plot.caption(summary, parameters).endswith(".")


@each_plot
@pytest.mark.parametrize("style", [DARK, PRINT], ids=lambda style: style.name)
def test_edge_cases_are_drawn_in_other_styles(name, style, show, pixels, summary_of):
    """One in four for each plot, others for the next one: a style has other colours and pens."""
    plot = show(name, NOTE, style, options=frozenset(plot_types()[name].option_names))
    first = 2 * [*plot_types()].index(name) + (style is PRINT)
    for parameters in [*EDGE_CASES.values()][first % 4 :: 4]:
        plot.draw(summary_of(plot, parameters), parameters)
        assert_drawn(plot, pixels(plot))


@each_plot
def test_nothing_is_drawn_beyond_the_axes(name, show, summary_of):
    plot = show(name, NOTE)
    for case, parameters in EDGE_CASES.items():
        plot.draw(summary_of(plot, parameters), parameters)
        for pane in plot.frame.panes:
            low, high = np.array(pane.vb.viewRange()).T
            x, y = drawn_points(pane)
            assert low[0] <= x.min(), case
            assert x.max() <= high[0], case
            assert low[1] - 1e-6 <= y.min(), case
            assert y.max() <= high[1] + 1e-6, case


@pytest.mark.long
@each_plot
def test_drawing_again_is_like_drawing_for_the_first_time(name, show, pixels, summary_of):
    cases = ["64 classes", "64 classes, descending", "two classes", "t = 0", "one draw"]
    cases += ["thirteen equal classes", "64 equal classes", "thirteen equal classes"]
    cases += ["thirteen classes", "one draw", "twelve classes", "64 classes", "t = 1e300"]
    plot = show(name, NOTE)
    for case in cases:
        plot.draw(summary_of(plot, EDGE_CASES[case]), EDGE_CASES[case])
        fresh = show(name, EDGE_CASES[case])
        assert [*map(len, items_of(plot))] == [*map(len, items_of(fresh))], case
        np.testing.assert_array_equal(pixels(plot), pixels(fresh), err_msg=case)


@pytest.mark.sweep(2 * len(plot_types()))
@each_plot
@pytest.mark.parametrize("classes", [5, 12, 13, 64])
def test_while_a_slider_moves_no_item_is_made_and_no_axis_moves(name, classes, show, summary_of):
    p = np.linspace(1, 2, classes)
    # Of other seeds, the bias of 64 classes is estimated with an interval that needs another axis.
    many = replace(NOTE, draws=30_000, seed=7)
    plot = show(name, replace(many, probabilities=tuple(p)))
    items, moved = items_of(plot), []
    for pane in plot.frame.panes:
        pane.vb.sigRangeChanged.connect(lambda *_: moved.append(1))
    for step in range(1, 4):
        turned = replace(many, probabilities=tuple(np.roll(p, step)), temperature=0.7 + 0.01 * step)
        plot.draw(summary_of(plot, turned), turned)
    for now, before in zip(items_of(plot), items, strict=True):
        assert [id(item) for item in now] == [id(item) for item in before]
    assert not moved


@each_plot
def test_labels_are_shown_wherever_classes_are(name, show, summary_of):
    def words(labels):
        plot = show(name, NOTE, labels=labels)
        return " ".join([*shown_texts(plot), plot.caption(summary_of(plot, NOTE), NOTE)])

    assert ("Bob" in words(("Ann", "Bob"))) == ("Ann" in words(("Ann", "Bob")))
    default, named = words(()), words(("Ann", "Bob", "Cat", "Dan", "Eve"))
    assert ("Ann" in named) == plot_types()[name].labelled
    assert "class 0" not in named
    assert "Ann" not in default


@each_plot
def test_labels_that_look_like_markup_or_formats_are_shown_as_they_are(
    name, show, pixels, summary_of
):
    labels = ("{0}", "<b>x", "%s", "{n}", "&amp;")
    plot = show(name, NOTE, labels=labels)
    assert pixels(plot).any()
    assert plot.labels(5) == labels
    assert plot.labels(7) == (*labels, "class 5", "class 6")
    assert plot.labels(2) == labels[:2]
    assert plot.caption(summary_of(plot, NOTE), NOTE)


@each_plot
def test_options_change_the_picture_and_unknown_ones_are_dropped(name, show, pixels):
    plain = show(name, NOTE, options=frozenset({"no such option"}))
    assert plain.options == frozenset()
    for option in plain.option_names:
        switched = show(name, NOTE, options=frozenset({option}))
        assert switched.options == {option}
        assert (pixels(switched) != pixels(plain)).any()


@each_plot
def test_mistakes_are_drawn_and_told(name, show, summary_of):
    """Each in one case of four, so that plots meet all of them, and so do mistakes."""
    cases = ["zero entries", "one draw", "64 classes", "t = 0"]
    shift = [*plot_types()].index(name)
    plot = show(name, replace(NOTE, mistake=[*Mistake][-1]))
    for i, mistake in enumerate(Mistake):
        parameters = replace(EDGE_CASES[cases[(i + shift) % 4]], mistake=mistake)
        summary = summary_of(plot, parameters)
        plot.draw(summary, parameters)
        assert_within_the_axes(plot)
        words = plot.caption(summary, parameters)
        assert not re.search(r"\bnan\b|\binf|[{}]|-\d", words), words


@pytest.mark.sweep(3 * len(plot_types()))
@each_plot
@pytest.mark.parametrize("case", ["zero entries", "two classes", "64 classes", "one-hot", "t = 0"])
def test_a_mark_lies_within_the_axes_and_can_be_taken_away(name, case, show, pixels, summary_of):
    plot = show(name, NOTE)
    for mistake in (Mistake.NONE, Mistake.NO_NOISE, Mistake.NOISE_ON_P):
        parameters = replace(EDGE_CASES[case], mistake=mistake, selected=1)
        parameters = replace(parameters, given=(select(parameters).winner,))
        plot.draw(summary_of(plot, parameters), parameters)
        plain, items = pixels(plot), [*map(len, items_of(plot))]
        for number in (2, 31, 1):
            plot.show_selection(select(replace(parameters, selected=number)))
        assert_within_the_axes(plot)
        assert (pixels(plot) != plain).any() == (type(plot).mark is not Plot.mark)
        assert [*map(len, items_of(plot))] == items
        plot.show_selection(None)
        np.testing.assert_array_equal(pixels(plot), plain)


@pytest.mark.sweep(3 * len(plot_types()))
@each_plot
@pytest.mark.parametrize("case", ["zero entries", "two classes", "64 classes", "one-hot", "t = 0"])
def test_the_key_tells_what_marks_a_draw_and_only_where_there_is_a_mark(name, case, show, pixels):
    parameters = replace(EDGE_CASES[case], selected=2)
    plot = show(name, parameters)
    picture = slice(round(plot.key.full_height) + 12, None)  # below the key
    first = pixels(plot)[picture]
    for number in (2, 31, 1):
        selection = select(replace(parameters, selected=number))
        plot.show_selection(selection, marked=False)
        plain = pixels(plot)[picture]
        assert plot.key.mark is None
        # A Jacobian is by default that of a draw that is undecided.
        if type(plot).follow is Plot.follow or (number == 1 and name != "jacobian"):
            np.testing.assert_array_equal(plain, first)
        plot.show_selection(selection)
        marked = (pixels(plot)[picture] != plain).any()
        assert (plot.key.mark.text if plot.key.mark else "") == (f"draw {number}" if marked else "")
    plot.show_selection(None)
    assert plot.key.mark is None


@each_plot
def test_a_draw_that_is_shown_can_be_picked(name, show):
    plot = show(name, NOTE)
    picks = type(plot).pick is not Plot.pick
    (left, right), (bottom, top) = plot.frame.vb.viewRange()
    found = {
        plot.pick(x, y, ((right - left) / 60, (top - bottom) / 40))
        for x in np.linspace(left, right, 60)
        for y in np.linspace(bottom, top, 40)
    }
    assert found - {None} <= set(range(1, NOTE.draws + 1))
    assert bool(found - {None}) == picks
    assert plot.pick(left - 1e9, bottom - 1e9, (1.0, 1.0)) is None


@each_plot
def test_what_can_be_dragged_means_shares_wherever_it_is_dragged(name, show):
    plot = show(name, NOTE)
    drags = type(plot).can_drag is not Plot.can_drag
    assert drags == (type(plot).drag_to is not Plot.drag_to)
    (left, right), (bottom, top) = plot.frame.vb.viewRange()
    reach = (right - left) / 60, (top - bottom) / 40
    places = [(x, y) for x in np.linspace(left, right, 60) for y in np.linspace(bottom, top, 40)]
    assert any(plot.can_drag(x, y, reach) for x, y in places) == drags
    assert not plot.can_drag(left - 1e9, bottom - 1e9, (1.0, 1.0))
    for place in [*places, (left - 1e9, bottom - 1e9), (right + 1e9, top + 1e9)]:
        shares = plot.drag_to(*place)
        assert drags or shares is None
        if shares is not None:
            assert set(shares) <= set(range(NOTE.classes))
            assert min(shares.values()) >= 0
            assert sum(shares.values()) <= 1 + 1e-9
