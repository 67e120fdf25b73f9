"""Frames: what moves, what all share, and that each is the figure of its own parameters."""

from contextlib import closing

import numpy as np
import pytest

from gumbel_gui.core.parameters import MAX_STEPS, Parameters
from gumbel_gui.figures.animations.film import Animation, Film
from gumbel_gui.figures.animations.motion import Annealing, Descent, Motion, Timing
from gumbel_gui.figures.errors import CancelledError, ExportError
from gumbel_gui.figures.figure import Figure, Paragraph
from gumbel_gui.figures.formats import image
from gumbel_gui.figures.layout import Layout
from gumbel_gui.figures.rendering import content_of
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.temperature.cell_image import PICTURE, CellImage
from gumbel_gui.plots.temperature.triangle import HEIGHT, cell_places
from gumbel_gui.plots.words.text import number

PARAMETERS = Parameters((0.1, 0.2, 0.7), draws=600, seed=3)
SMALL = Layout(200, 150)


def film_of(*plots, motion=None, frames=4, layout=SMALL, parameters=PARAMETERS, options=()):
    animation = Animation(
        *(parameters, plots, motion or Motion(2, 0.05), Timing(frames, 2), layout),
        dpi=60,
        options=frozenset(options),
    )
    return closing(Film(animation))


@pytest.mark.parametrize("ends", [(2.0, 0.1), (0.1, 2.0), (1.0, 0.0), (0.0, 1.0), (0.3, 0.3)])
def test_a_sweep_goes_from_its_start_to_its_end_and_never_back(ends):
    found = [Motion(*ends).at(PARAMETERS, i / 50).temperature for i in range(51)]
    assert (found[0], found[-1]) == ends
    assert found in (sorted(found), sorted(found, reverse=True))
    assert len(set(found)) == (51 if ends[0] != ends[1] else 1)


def test_an_annealing_follows_the_schedule_and_a_descent_takes_all_steps():
    annealed = [Annealing().at(PARAMETERS, i / 10).temperature for i in range(11)]
    assert (annealed[0], annealed[-1]) == (5.0, 0.1)
    assert annealed == sorted(annealed, reverse=True)
    steps = [Descent().at(PARAMETERS, i / 10).steps for i in range(11)]
    assert (steps[0], steps[5], steps[-1]) == (0, MAX_STEPS // 2, MAX_STEPS)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Motion(-1, 1), "t at the start is -1, but must be a number from 0 on."),
        (lambda: Motion(1, float("inf")), "t at the end is inf, but must be a number from 0 on."),
        (lambda: Timing(1, 1), "frames is 1, but must be from 2 to 2000."),
        (lambda: Timing(100, 1), "seconds is 1, but must be from 2 (for 50 frames a second)"),
        (lambda: Timing(2, 301), "seconds is 301, but must be from 0.04"),
        (lambda: Timing(2, float("nan")), "seconds is nan, but must be from 0.04"),
        (lambda: Timing(2, 1, 61), "hold is 61, but must be from 0 to 60 s."),
        (lambda: Motion().check(("class_frequencies",), PARAMETERS), "that moves with t."),
        (lambda: Descent().check(("simplex",), PARAMETERS), "with the steps of the descent."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(make, sentence):
    with pytest.raises(ExportError) as caught:
        make()
    assert sentence in str(caught.value)


@pytest.mark.parametrize("per_second", [100, 1000])
def test_rounded_delays_add_up_to_the_duration(per_second):
    timing = Timing(60, 7, 1.5)
    delays = [timing.delay(i, per_second) for i in range(60)]
    assert sum(delays) == timing.duration * per_second
    assert max(delays[:-1]) - min(delays[:-1]) <= 1


def axes_of(pane):
    """Return the ranges of a pane and the names of its axes."""
    names = [axis.labelText for axis in pane.axes.values()]
    return str((pane.vb.viewRange(), names))


MOVING = [
    (motion, name)
    for motion in (Motion(5, 0.02), Motion(1, 0), Descent())
    for name, kind in plot_types().items()
    if motion.moves in kind.depends | kind.shows
]


@pytest.mark.sweep(16)
@pytest.mark.parametrize("with_options", [False, True])
@pytest.mark.parametrize(("motion", "plot"), MOVING)
def test_all_frames_have_the_same_axes_colours_and_room(qapp, plot, motion, with_options):
    options = [f"{plot}.{name}" for name in plot_types()[plot].option_names]
    if with_options and not options:
        return
    options = options if with_options else ()
    with film_of(plot, motion=motion, frames=3, options=options) as film:
        summaries = [film.summaries(i) for i in range(3)]
        seen = set()
        for i in range(3):
            film.measure(i, summaries[i])
        for i in range(3):
            with closing(Figure(film.content(i, summaries[i]), SMALL)) as figure:
                panes = [pane for frame in figure._frames for pane in frame.panes]
                axes = [axes_of(pane) for pane in panes]
                boxes = [pane.vb.sceneBoundingRect().getRect() for pane in panes]
                (key,) = figure._frames[0]._keys
                colours = [entry for entry in key.shown(2000)[0] if entry.glyph == "square"]
                seen.add(str((axes, boxes, colours)))
        assert len(seen) == 1


def test_an_axis_jumps_between_figures_of_their_own_and_not_between_frames(qapp):
    """That the test above can fail."""
    axes = set()
    for t in (2, 0.02):
        content = content_of(PARAMETERS.changed(temperature=t), ["descent"])
        with closing(Figure(content, SMALL)) as figure:
            axes.add(axes_of(figure._frames[0].panes[0]))
    assert len(axes) == 2


def test_a_cell_of_the_triangle_with_as_many_draws_has_the_same_shade_in_all_frames(qapp):
    shades = {}
    with film_of("simplex", options=["simplex.density"]) as film:
        summaries = [film.summaries(i) for i in range(4)]
        for i in range(4):
            film.measure(i, summaries[i])
        row, column, (x, y) = cell_places()
        at = (y / HEIGHT * PICTURE[1]).astype(int), (x * PICTURE[0]).astype(int)
        for i in range(4):
            with closing(Figure(film.content(i, summaries[i]), SMALL)) as figure:
                (picture,) = (
                    each for each in figure._frames[0].items if isinstance(each, CellImage)
                )
                colours = picture.image[at]
            for count, colour in zip(
                summaries[i]["simplex"].cells[row, column].tolist(), colours.tolist(), strict=True
            ):
                shades.setdefault(count, set()).add(tuple(colour))
    assert len(shades) > 10
    assert all(len(each) == 1 for each in shades.values())


def test_a_density_has_the_same_height_on_its_row_in_all_frames(qapp):
    heights = []
    with film_of("relaxed_density") as film:
        summaries = [film.summaries(i) for i in range(4)]
        for i in range(4):
            film.measure(i, summaries[i])
        for i in range(4):
            with closing(Figure(film.content(i, summaries[i]), SMALL)) as figure:
                filled = [x for x in figure._frames[0].items if isinstance(x, Curve)]
                filled = [x for x in filled if x.opts["fillLevel"] is not None]
                found = [x.getData()[1].max() - x.opts["fillLevel"] for x in filled]
            densest = summaries[i]["relaxed_density"].counts.max()
            heights.append(max(found) / np.sqrt(densest))
    assert heights == pytest.approx([heights[0]] * 4)


def test_a_number_of_a_slope_has_the_same_colour_in_all_frames(qapp):
    with film_of("jacobian") as film:
        summaries = [film.summaries(i) for i in range(4)]
        for i in range(4):
            film.measure(i, summaries[i])
        scales, largest = set(), 0
        for i in range(4):
            with closing(Figure(film.content(i, summaries[i]), SMALL)) as figure:
                cells = figure._frames[0].panes[1].items[0]._cells
                scales.add(cells.scale)
                largest = max(largest, np.abs(cells.matrix).max())
    (scale,) = scales
    assert largest <= scale <= 2.5 * largest


@pytest.mark.parametrize("titles", [True, False])
@pytest.mark.parametrize(("motion", "plot"), MOVING)
def test_a_frame_says_what_moves_without_captions(qapp, plot, motion, titles):
    layout = Layout(200, 150, titles=titles, captions=False)
    with film_of(plot, motion=motion, layout=layout) as film:
        for i in (0, 2):
            summaries = film.summaries(i)
            parameters = film.animation.frame(i)
            now = motion.moment(parameters)
            moves = getattr(parameters, motion.moves)
            assert now == ({"steps": "step {}"}.get(motion.moves, "t = {}").format(number(moves)))
            with closing(Figure(film.content(i, summaries), layout)) as figure:
                scene = figure._view.scene()
                words = [x._text for x in scene.items() if isinstance(x, Paragraph)]
            assert sum(now in text for text in words) == 1


@pytest.mark.parametrize("index", [0, 3])
def test_a_frame_is_the_picture_that_render_draws_of_its_parameters(qapp, index):
    layout = Layout(180, 90, captions=False)
    with film_of("relaxed_vectors", "noise_histogram", layout=layout) as film:
        for i in range(4):
            film.measure(i, film.summaries(i))
        frame = film.image(index, film.summaries(index))
        alone = content_of(film.animation.frame(index), film.animation.plots)
    assert frame == image(alone, layout, 60)


def test_all_frames_show_the_same_noise(qapp):
    with film_of("relaxed_vectors", "noise_histogram", "class_frequencies") as film:
        first, last = film.summaries(0), film.summaries(3)
    assert first["noise_histogram"] is last["noise_histogram"]
    assert first["class_frequencies"] is last["class_frequencies"]
    # The largest entry is that of the same class, whatever t.
    assert np.array_equal(
        first["relaxed_vectors"].classes.values, last["relaxed_vectors"].classes.values
    )


def test_nothing_is_drawn_again_in_a_descent(qapp):
    with film_of("descent", motion=Descent()) as film:
        assert film.summaries(0)["descent"] is film.summaries(3)["descent"]


def test_a_frame_of_many_draws_can_be_cancelled(qapp):
    many = PARAMETERS.changed(draws=10**9)
    with film_of("relaxed_vectors", parameters=many) as film, pytest.raises(CancelledError):
        film.summaries(0, lambda: True)


@pytest.mark.parametrize("motion", [Motion(2, 0.1), Annealing()])
def test_titles_say_t_in_every_frame(qapp, motion):
    moving = {
        name: kind
        for name, kind in plot_types().items()
        if "temperature" in kind.depends | kind.shows
    }
    with film_of(*moving, motion=motion) as film:
        for i in (0, 3):
            content = film.content(i, film.summaries(i))
            t = f"{content.parameters.temperature:.3g}"
            for name, kind in moving.items():
                plot, summary = kind(), content.summaries[name]
                said = plot.heading(summary, content.parameters) + plot.caption(
                    summary, content.parameters
                )
                # The gallery has a group of columns with this name.
                assert f"t = {t}" in said or name == "temperature_gallery", name


def test_nothing_of_a_frame_stays_although_no_event_loop_runs(qapp):
    before = set(qapp.topLevelWidgets())
    with film_of("relaxed_vectors") as film:
        for i in range(4):
            film.measure(i, film.summaries(i))
            film.image(i, film.summaries(i))
    assert set(qapp.topLevelWidgets()) <= before
