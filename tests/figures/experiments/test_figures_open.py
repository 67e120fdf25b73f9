"""A figure carries its experiment: opened, it is equal; drawn again, it has the same pixels."""

import re

import pytest
from PyQt6.QtGui import QImage

from gumbel_gui import cli
from gumbel_gui.figures import formats
from gumbel_gui.figures.experiments.experiment import experiment_of, write_experiment
from gumbel_gui.figures.experiments.opening import open_file
from gumbel_gui.figures.rendering import content_of

SMALL = {"width": 150.0, "height": 120.0, "scale": 0.6, "dpi": 30}
STATES, AT_ONCE = 300, 20
"""All, and those of one test."""


class Unpainted(formats.Figure):
    """A figure that is not drawn: what a file says besides does not depend on it."""

    def __init__(self, *_, **__):
        self.width, self.height = 300, 200

    def render(self, *_):
        pass

    def close(self):
        pass


def drawn(experiment):
    """Return the content of the figure of an experiment."""
    figure = experiment.figure
    others = {"counts": figure.counts, "locks": experiment.locks, "view": experiment.view}
    words = experiment.labels, experiment.options
    return content_of(experiment.parameters, figure.plots, *words, **others)


@pytest.mark.long
def test_every_kind_of_file_opens_as_what_it_was_made_of(qapp, make, tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "Figure", Unpainted)
    for seed in range(STATES):
        experiment = make(seed, 200, **SMALL)
        content, layout = drawn(experiment), experiment.figure.layout
        for ending, how in formats.FORMATS.items():
            file = tmp_path / f"a.{ending}"
            file.write_bytes(how.encode(content, layout, 30, file.name))
            expected = experiment_of(content, layout, 30 if how.uses_dpi else None)
            assert open_file(file) == expected, (seed, ending)
        file = tmp_path / "a.gumbel.json"
        file.write_bytes(write_experiment(experiment))
        assert open_file(file) == open_file(tmp_path / "a.png") == experiment, seed


@pytest.mark.sweep(3)
@pytest.mark.parametrize("first", range(0, STATES, AT_ONCE))
def test_a_png_drawn_again_from_itself_has_the_same_pixels(qapp, make, tmp_path, capsys, first):
    one, again = tmp_path / "one.png", tmp_path / "again.png"
    for seed in range(first, first + AT_ONCE):
        experiment = make(seed, 200, **SMALL)
        one.write_bytes(formats.png(drawn(experiment), experiment.figure.layout, 30))
        words = ["render", "--open", str(one), "--output", str(again)]
        assert (cli.main(words), *capsys.readouterr()) == (0, "", "")
        assert QImage(str(again)) == QImage(str(one)), seed
        assert open_file(again) == experiment


@pytest.mark.parametrize("ending", formats.FORMATS)
def test_the_title_says_what_is_seen_and_no_command(draw, bare, tmp_path, ending):
    content = draw(plots=["noise_histogram"], p=(1, 3))
    data = formats.FORMATS[ending].encode(content, formats.Layout(), 96, f"a.{ending}")
    (tmp_path / f"a.{ending}").write_bytes(data)
    said = "Gumbel noise ε, p = (0.25, 0.75), t = 1"
    if ending == "png":
        assert QImage(str(tmp_path / "a.png")).text("Title") == said
    else:
        assert said.encode() in data
    assert not re.search(rb"/Author \((?!\)|\xfe\xff\))|creator>", data)
