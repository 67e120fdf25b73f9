"""What is saved and opened again in the window is the same state, bit by bit."""

from __future__ import annotations

import random

import pytest
from PyQt6.QtWidgets import QFileDialog

from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import MAX_SEED, Parameters
from gumbel_gui.figures.figure import Layout
from gumbel_gui.figures.saving import save
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.base import VIEWS
from gumbel_gui.plots.words.text import default_labels

ROUNDS = 24
LETTERS = 'aé中 &<>"\\/{}\U0001f600\u202e'


def some_state(rng: random.Random) -> LabState:
    classes = rng.choice([2, 3, 5, 17])
    weights = [rng.choice([0.0, rng.random(), 1e-300 * rng.random()]) for _ in range(classes)]
    logits = [rng.uniform(-2000, 0) for _ in range(classes)]
    others = {
        "temperature": rng.choice([0.0, 5e-324, rng.random(), 1e308]),
        "draws": rng.randint(1, 1000),
        "seed": rng.choice([0, MAX_SEED, rng.randint(0, MAX_SEED)]),
        "mistake": rng.choice(list(Mistake)),
        "pair": tuple(rng.sample(range(classes), 2)),
        "top": rng.randint(1, classes),
        "noise_scale": 10 ** rng.uniform(-2, 2),
        "location": rng.uniform(-100, 100),
        "scale": 10 ** rng.uniform(-2, 2),
        "schedule": (rng.uniform(5, 9), rng.random(), rng.uniform(0.01, 0.9)),
        "loss": rng.choice(list(Loss)),
        "weights": rng.choice([(), tuple(rng.gauss(0, 9) for _ in range(classes))]),
        "estimator": rng.choice(list(Estimator)),
        "learning_rate": 10 ** rng.uniform(-3, 2),
        "annealed": rng.random() < 0.5,
        "steps": rng.randint(0, 100),
    }
    others["selected"] = rng.randint(0, others["draws"])
    if rng.random() < 0.5 or not any(weights):
        parameters = Parameters.from_logits(logits, **others)
    else:
        parameters = Parameters(tuple(weights), **others)
    every = [
        f"{kind.name}.{option}" for kind in plot_types().values() for option in kind.option_names
    ]
    state = LabState(
        parameters,
        default_labels(classes),
        tuple(rng.random() < 0.3 for _ in range(classes)),
        frozenset(rng.sample(every, rng.randint(0, 3))),
    )
    for k in range(rng.randint(0, classes)):
        state = state.with_label(k, "".join(rng.choices(LETTERS, k=rng.randint(0, 50))))
    return state


def test_generated_states_are_the_same_after_saving_and_opening(open_lab, tmp_path):
    lab = open_lab(LabState().with_parameter("draws", 100))
    path = tmp_path / "mine.gumbel.json"
    for seed in range(ROUNDS):
        state, view = some_state(random.Random(seed)), random.Random(seed).choice(list(VIEWS))
        lab.filing.document.take("Try", state, path)
        lab.set_view(view)
        assert lab.filing.save()
        lab.filing.new()
        lab.set_view("sample")
        assert lab.store.state == LabState()
        lab.filing.open(path)
        assert lab.store.state == state
        assert lab.store.state.parameters.log_p.tobytes() == state.parameters.log_p.tobytes()
        assert (lab.window.view, lab.window.isWindowModified()) == (view, False)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_figure_brings_the_state_back_and_is_never_saved_over(
    open_lab, settle, tmp_path, ending, monkeypatch
):
    state = some_state(random.Random(1)).with_parameter("draws", 50)
    lab = open_lab(state)
    settle(lab, lambda: lab.set_view("temperature"))
    figure = tmp_path / f"my.figure.{ending}"
    save(figure, lab.content(), Layout(180, 160), 96)
    data = figure.read_bytes()
    lab.filing.new()
    lab.set_view("sample")
    settle(lab, lambda: lab.filing.open(figure))
    assert lab.store.state == state
    assert lab.window.view == "temperature"
    if ending != "pdf":  # which holds when it was made
        (tmp_path / "again").mkdir()
        again = tmp_path / "again" / figure.name
        save(again, lab.content(), Layout(180, 160), 96)
        assert again.read_bytes() == data
    assert lab.filing.document.path is None
    proposed = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *words: (proposed.append(words[2]) or "", "")
    )
    lab.window.menus.save.trigger()
    assert proposed == [str(tmp_path / "my.figure.gumbel.json")]
    assert figure.read_bytes() == data
