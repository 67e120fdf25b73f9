"""Saving animations from the window: size said before, progress, cancelling, errors."""

import sys

import pytest
from PIL import Image
from PyQt6.QtGui import QImage
from PyQt6.QtWidgets import QCheckBox, QDialog, QLabel, QProgressBar

from gumbel_gui.commands import animate
from gumbel_gui.commands.base import Parser
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import PARAMETERS, Parameters
from gumbel_gui.figures.animations.film import Film
from gumbel_gui.figures.animations.motion import MOTIONS
from gumbel_gui.gui.dialogs.animation_dialog import AnimationDialog
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.words.text import default_labels
from tests.gui.conftest import ExportFields

PLOTS = ("relaxed_vectors", "relaxed_density")
FEW = {"frames": "4", "seconds": "1", "hold": "0.5", "dpi": "60", "captions": False}


def state_of(**parameters):
    return LabState(
        Parameters((0.1, 0.2, 0.7), **{"draws": 600} | parameters),
        default_labels(3),
        (False,) * 3,
    )


@pytest.fixture
def opened(show, qtbot, tmp_path):
    """Return a function that opens a dialog and gives its fields; it ends what still runs."""
    dialogs = []

    def open_dialog(plots=PLOTS, state=None, **remembered):
        dialog = AnimationDialog(state or state_of(), plots, FEW | remembered, tmp_path)
        dialogs.append(dialog)
        return ExportFields(show(dialog, 860), qtbot)

    yield open_dialog
    for dialog in dialogs:
        dialog._stop()


def settle(hands):
    """Wait until the preview has caught up."""
    dialog = hands.dialog
    hands.qtbot.waitUntil(
        lambda: not dialog._later.isActive() and dialog.work is None, timeout=60_000
    )
    (note,) = (x for x in dialog.findChildren(QLabel) if x.property("role") in ("hint", "error"))
    return note.text().replace("\u200b", "")


def save(hands):
    with hands.qtbot.waitSignal(hands.dialog.accepted, timeout=60_000):
        hands.press("Save")
    return hands.dialog.saved


def progress(hands):
    return hands.dialog.findChild(QProgressBar)


@pytest.mark.parametrize("kind", ["png", "gif"])
def test_the_chosen_frames_are_written(opened, kind, tmp_path):
    hands = opened()
    hands.choose("Format", kind)
    path = save(hands)
    assert path == tmp_path / f"gumbel-sample-animation.{kind}"
    with Image.open(path) as file:
        assert (file.n_frames, file.size) == (4, (425, 283))


def test_numbered_files_are_written(opened, tmp_path):
    hands = opened()
    hands.choose("Format", "frames")
    save(hands)
    names = [f"gumbel-sample-animation-00{i}.png" for i in range(1, 5)]
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_the_height_follows_the_number_of_plots_unless_it_is_the_users_own(opened):
    hands = opened(tuple(plots_of("gradients")))
    height = hands.field("Height in mm")
    assert (height.text(), hands.dialog.chosen()["height"]) == ("225", "120")
    assert "must be larger" not in settle(hands)
    hands.choose("Plots", "descent")
    assert height.text() == "120"
    height.setText("99")
    hands.choose("Plots", "all")
    assert height.text() == hands.dialog.chosen()["height"] == "99"


def test_size_and_duration_are_said_before_and_are_true(opened):
    hands = opened()
    note = settle(hands)
    assert note.startswith("425 × 283 pixels, 4 frames, 1.5 s; about ")
    assert not hands.dialog._preview.pixmap().isNull()
    said = float(note.partition("about ")[2].partition(" kB")[0])
    assert said == pytest.approx(save(hands).stat().st_size / 1000, rel=0.25)


def test_the_preview_shows_any_frame(opened):
    hands = opened()
    settle(hands)
    first = hands.dialog._preview.pixmap().toImage()
    hands.field("Frame of the preview").setValue(3)
    settle(hands)
    assert hands.dialog._preview.pixmap().toImage() != first


def test_progress_is_shown_and_the_fields_rest_meanwhile(opened):
    hands = opened()
    settle(hands)
    bar, seen = progress(hands), []
    bar.valueChanged.connect(lambda value: seen.append((value, bar.isVisible())))
    assert not bar.isVisible()
    hands.press("Save")
    assert not hands.field("Number of frames").isEnabled()
    hands.qtbot.waitUntil(lambda: hands.dialog.saved is not None, timeout=60_000)
    assert [value for value, _ in seen if value > 0] == list(range(1, 9))


def test_saving_can_be_cancelled_and_leaves_nothing(opened, tmp_path):
    hands = opened()
    settle(hands)
    hands.press("Save")
    with hands.qtbot.waitSignal(hands.dialog.work.advanced, timeout=60_000):
        pass
    hands.press("Cancel")
    assert settle(hands) == "Cancelled; nothing was saved."
    assert list(tmp_path.iterdir()) == []
    assert hands.dialog.isVisible()
    assert hands.field("Number of frames").isEnabled()
    save(hands)  # again, from the beginning
    hands.press("Cancel")
    assert len(list(tmp_path.iterdir())) == 1


def test_closing_does_not_wait_for_many_draws(opened):
    hands = opened(state=state_of(draws=10**10))
    hands.press("Cancel")
    assert hands.dialog.result() == QDialog.DialogCode.Rejected
    assert hands.dialog.work is None


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"Number of frames": "1"}, "frames is 1, but must be from 2 to 2000."),
        ({"Seconds for all frames": "0.01"}, "seconds is 0.01, but must be from 0.08"),
        ({"First t": "-1"}, "t at the start is -1, but must be"),
        ({"Last t": "x"}, "t is 'x', but must be"),
        ({"width": "20"}, "width is 20 mm"),
        ({"File": "/nowhere/a.png"}, "its folder must exist"),
    ],
)
def test_errors_are_sentences_and_nothing_is_saved(opened, tmp_path, fields, sentence):
    hands = opened()
    for name, text in fields.items():
        hands.type(**{name: text})
    assert sentence in settle(hands)
    hands.press("Save")
    assert sentence in settle(hands)
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_move_is_refused(opened):
    hands = opened(("class_frequencies",))
    assert "must have one that moves with t" in settle(hands)
    hands.choose("What moves", "descent")
    assert "one that moves with the steps of the descent" in settle(hands)


def test_only_a_sweep_has_ends(opened):
    hands = opened()
    assert hands.field("First t").isEnabled()
    hands.choose("What moves", "anneal")
    assert not hands.field("First t").isEnabled()


def test_the_command_and_the_dialog_offer_the_same(opened):
    """Numbered files are a format here, and what repeats is said the other way round."""
    parser = Parser()
    animate.add(parser.add_subparsers())
    (command,) = parser._subparsers._group_actions[0].choices.values()
    offered = {action.dest for action in command._actions if action.option_strings}
    others = {"help", "output", "open", "plots", "options", "label", "probabilities", "logits"}
    others |= {each.option.replace("-", "_") for each in PARAMETERS.values()}
    motions = {each.option for each in MOTIONS.values()}
    renamed = {"loop": "once", "kind": "numbered"}
    chosen = {renamed.get(name, name) for name in opened().dialog.chosen()}
    assert offered - others - motions == chosen - {"motion", "start", "end"}
    assert motions == {"sweep", "anneal", "descent"}


def test_the_look_is_that_of_every_frame(opened):
    hands = opened()
    hands.choose("Look", "dark")
    hands.type(Title="Own title", **{"Scale of texts and lines": "0.8"})
    hands.field("Font").setText("DejaVu Serif")  # typed, it would open a list
    boxes = {box.text(): box for box in hands.dialog.findChildren(QCheckBox)}
    boxes["No &ground"].click()
    path = save(hands)
    first = QImage(str(path))
    words = "--theme dark --no-captions --scale 0.8 --title 'Own title' --family 'DejaVu Serif'"
    assert f"{words} --transparent" in first.text("Description")
    assert first.text("Title") == "Own title"
    with Image.open(path) as file:
        for i in range(file.n_frames):
            file.seek(i)
            assert file.convert("RGBA").getpixel((0, 0))[3] == 0


def test_plots_of_other_views_can_be_chosen(opened):
    hands = opened(("class_frequencies",))  # which does not move with a descent
    hands.choose("What moves", "descent")
    settle(hands)
    hands.choose("Plots", "descent")
    assert "4 frames" in settle(hands)
    assert save(hands).name == "gumbel-descent-animation.png"
    assert hands.field("Plots").findData("sample") >= 0
    assert hands.field("Plots").findData("temperature") >= 0


def test_choices_are_remembered_and_damaged_ones_are_not(opened):
    hands = opened()
    hands.choose("What moves", "anneal")
    hands.type(**{"Number of frames": "7"})
    chosen = hands.dialog.chosen()
    assert (chosen["motion"], chosen["frames"]) == ("anneal", "7")
    again = opened(**chosen)
    assert again.dialog.chosen() == chosen
    damaged = opened(motion=3, frames=[1], kind="bmp", folder=7, loop="x").dialog.chosen()
    assert (damaged["motion"], damaged["frames"], damaged["kind"]) == ("sweep", "60", "png")


def test_an_error_of_a_thread_is_not_lost(opened, monkeypatch):
    monkeypatch.setattr(Film, "summaries", lambda *_: (_ for _ in ()).throw(MemoryError))
    assert "memory" in settle(opened())


def test_sums_are_made_off_the_thread_of_the_window(opened, monkeypatch, qapp):
    import threading

    seen = set()
    real = Engine.accumulate

    def accumulate(*given, **named):
        seen.add(threading.current_thread())
        return real(*given, **named)

    monkeypatch.setattr(Engine, "accumulate", accumulate)
    settle(opened())
    assert seen
    assert threading.main_thread() not in seen


def test_a_file_that_is_there_is_not_replaced_unasked(opened, tmp_path):
    path = tmp_path / "gumbel-sample-animation.png"
    path.write_bytes(b"old")
    saved = save(opened())
    assert saved.name == "gumbel-sample-animation-2.png"
    assert path.read_bytes() == b"old"


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize("where", ["summaries", "image"])
def test_after_an_error_that_nobody_expects_it_is_told_and_can_be_saved_again(
    opened, monkeypatch, tmp_path, where
):
    told = []
    hands = opened()
    settle(hands)
    monkeypatch.setattr(sys, "excepthook", lambda _, error, trace: told.append((error, trace)))
    with monkeypatch.context() as patch:
        patch.setattr(Film, where, lambda *_: 1 // 0)
        hands.press("Save")
        said = settle(hands)
    assert said.startswith("Something went wrong: ZeroDivisionError")
    assert [(type(error), trace is not None) for error, trace in told] == [
        (ZeroDivisionError, True)
    ]
    assert not list(tmp_path.iterdir())
    assert save(hands).exists()
