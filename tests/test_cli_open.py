"""--open: what a file says is where a command starts from; what is given besides wins."""

import json

import pytest
from PyQt6.QtGui import QImage

from gumbel_gui import cli
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.figures.experiments.experiment import Experiment, write_experiment
from gumbel_gui.figures.experiments.opening import open_file
from gumbel_gui.plots import plots_of

STATE = Experiment(
    Parameters((1, 2, 3), 0.3, 200, 7, selected=5, annealed=True, top=3),
    ("a", "b", "c"),
    (True, False, False),
    frozenset({"noise_histogram.cdf"}),
    "noise",
)
FIGURE = ("--width", "170", "--height", "110", "--dpi", "40", "--no-captions", "--theme", "dark")


@pytest.fixture
def state(tmp_path):
    file = tmp_path / "state.gumbel.json"
    file.write_bytes(write_experiment(STATE))
    return file


@pytest.fixture
def figure(state, render):
    return render("--open", state, "--plots", "top_k,noise_histogram", *FIGURE)


@pytest.fixture
def render(tmp_path, capsys):
    """Return a function that renders with some words and gives the file."""

    def rendered(*words):
        file = tmp_path / f"{len(list(tmp_path.iterdir()))}.png"
        code = cli.main(["render", *map(str, words), "--output", str(file)])
        assert (code, *capsys.readouterr()) == (0, "", "")
        return file

    return rendered


def test_a_state_is_drawn_in_its_view(state, render):
    found = open_file(render("--open", state, "--width", "300", "--height", "240", "--dpi", "40"))
    assert found.figure.plots == tuple(plots_of("noise"))
    assert (found.parameters, found.labels, found.locks, found.options, found.view) == (
        STATE.parameters,
        STATE.labels,
        STATE.locks,
        STATE.options,
        STATE.view,
    )


def test_a_figure_is_drawn_again_with_all_that_it_says(figure, render):
    again = render("--open", figure)
    assert open_file(again) == open_file(figure)
    assert QImage(str(again)) == QImage(str(figure))
    spec = open_file(again).figure
    assert (spec.plots, spec.dpi) == (("top_k", "noise_histogram"), 40)
    assert (spec.layout.width, spec.layout.captions, spec.layout.theme) == (170, False, "dark")


def test_what_is_given_besides_wins(figure, render):
    words = ["--captions", "--width", 180, "--height", 120, "--dpi", 41, "--plots", "gumbel_family"]
    words += ["--temperature", 2, "--no-annealed", "--label", "x", "--options", ""]
    found = open_file(render("--open", figure, *words))
    assert found.figure.plots == ("gumbel_family",)
    layout = found.figure.layout
    assert (found.figure.dpi, layout.width, layout.captions, layout.theme) == (
        41,
        180,
        True,
        "dark",
    )
    assert found.parameters == STATE.parameters.changed(temperature=2, annealed=False)
    assert found.labels == ("x", "class 1", "class 2")
    assert found.options == frozenset()


def test_what_depends_on_the_classes_follows_another_p(figure, render):
    found = open_file(render("--open", figure, "--probabilities", "1,1"))
    assert found.parameters == STATE.parameters.changed(probabilities=(1, 1))
    assert (found.parameters.top, found.labels, found.locks) == (2, ("a", "b"), ())
    found = open_file(render("--open", figure, "--logits", "0,-2000,0,0"))
    assert found.parameters.probabilities == Distribution.from_logits((0, -2000, 0, 0))
    assert found.labels == ("a", "b", "c", "class 3")


def test_a_figure_of_plots_that_were_still_being_drawn_keeps_their_counts(state, render, tmp_path):
    record = json.loads(state.read_bytes())
    record["figure"] = {"plots": ["top_k", "noise_histogram"], "counts": {"top_k": 900}}
    state.write_text(json.dumps(record), "utf-8")
    assert open_file(render("--open", state)).figure.counts == {"top_k": 900}
    assert open_file(render("--open", state, "--draws", "300")).figure.counts == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "'state.gumbel.json' cannot be opened (no such file or directory)."),
        ("[]", "It must be an experiment file, or a figure or data of this program."),
        ('{"version": 9}', "with a newer Gumbel GUI."),
        ('{"version": 1, "parameters": {"probabilities": [1, 2], "temperature": -1}}', "or more."),
    ],
)
def test_what_cannot_be_opened_is_one_sentence_and_no_file(state, tmp_path, capsys, text, said):
    state.unlink()
    if text is not None:
        state.write_text(text, "utf-8")
    words = ["render", "--open", str(state), "--output", str(tmp_path / "a.png")]
    assert cli.main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("gumbel-gui: '")
    assert err.endswith(said.removeprefix("'state.gumbel.json'") + "\n")
    assert err.count("\n") == 1
    assert not (tmp_path / "a.png").exists()
