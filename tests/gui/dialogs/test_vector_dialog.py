"""Typing or pasting the whole vector."""

import numpy as np
import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QAbstractButton, QDialog, QDialogButtonBox

from gumbel_gui.core.parameters import NOTE_LOGITS, NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.parsing import parse_vector
from gumbel_gui.gui.dialogs.vector_dialog import VectorDialog

P = Parameters((0.1, 0.2, 0.7)).probabilities


@pytest.fixture
def dialog(show):
    return show(VectorDialog(P), 440)


@pytest.fixture
def ok(dialog, click):
    box = dialog.findChild(QDialogButtonBox)
    return lambda: click(box.button(QDialogButtonBox.StandardButton.Ok))


def test_it_shows_the_vector_there_is(dialog):
    assert dialog.text.toPlainText() == "0.1, 0.2, 0.7"
    assert dialog.weights.isChecked()
    assert not dialog.logits.isChecked()


@pytest.mark.parametrize(
    ("text", "p"),
    [
        ("1, 1, 2", (0.25, 0.25, 0.5)),
        ("[1 1 2]", (0.25, 0.25, 0.5)),
        ("0,25; 0,25; 0,5", (0.25, 0.25, 0.5)),
        ("1\n3", (0.25, 0.75)),
        ("0 5", (0, 1)),
        ("1e308, 1e308", (0.5, 0.5)),
        (", ".join("1" * 64), (1 / 64,) * 64),
    ],
)
def test_weights(dialog, ok, text, p):
    dialog.text.setPlainText(text)
    ok()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.probabilities == pytest.approx(p)


@pytest.mark.parametrize(
    ("text", "p"),
    [
        (", ".join(map(str, NOTE_LOGITS)), NOTE_PROBABILITIES),
        ("0 0", (0.5, 0.5)),
        ("-inf, 3", (0, 1)),
        ("1000, 1000", (0.5, 0.5)),
    ],
)
def test_logits(dialog, ok, text, p):
    dialog.logits.setChecked(True)
    dialog.text.setPlainText(text)
    ok()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.probabilities == pytest.approx(p, abs=1e-7)


@pytest.mark.parametrize("logits", [False, True])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "a vector of 0 entries"),
        ("   \n ", "a vector of 0 entries"),
        ("1", "a vector of 1 entry"),
        (", ".join("1" * 65), "a vector of 65 entries"),
        ("1, x, 2", "[1] is 'x'"),
        ("1,,2", "[1] is ''"),
        ("1.2.3, 1", "[0] is '1.2.3'"),
        ("1, nan", "[1] is nan"),
        ("inf, 1", "[0] is inf"),
        ("1e999, 1", "[0] is inf"),
        ("<b>1</b>, 2", "[0] is '<b>1</b>'"),
        ("x" * 20_000, "[0] is 'xxx"),
    ],
    ids=lambda x: x[:12] if isinstance(x, str) else None,
)
def test_a_bad_vector_stays_with_its_sentence(dialog, ok, sentence, text, words, logits):
    dialog.logits.setChecked(logits)
    dialog.text.setPlainText(text)
    ok()
    assert dialog.isVisible()
    assert words in sentence(dialog)
    assert ("logits" if logits else "probabilities") in sentence(dialog)
    assert ", but must be " in sentence(dialog)
    assert dialog.text.toPlainText() == text
    assert dialog.probabilities == P
    assert dialog.text.hasFocus()


@pytest.mark.parametrize(("text", "words"), [("0 0", "all zero"), ("1 -1", "[1] is -1.0")])
def test_weights_must_be_weights(dialog, ok, sentence, text, words):
    dialog.text.setPlainText(text)
    ok()
    assert dialog.isVisible()
    assert words in sentence(dialog)


def test_logits_must_not_all_be_minus_infinity(dialog, ok, sentence):
    dialog.logits.setChecked(True)
    dialog.text.setPlainText("-inf -inf")
    ok()
    assert dialog.isVisible()
    assert "-inf" in sentence(dialog)


def test_a_huge_wrong_text_does_not_widen_the_dialog(dialog, ok):
    dialog.text.setPlainText("x" * 20_000)
    ok()
    assert dialog.minimumSizeHint().width() < 600
    assert dialog.sizeHint().height() < 700


def test_a_bad_vector_can_be_mended(dialog, ok):
    dialog.text.setPlainText("1, x")
    ok()
    dialog.text.setPlainText("1, 3")
    ok()
    assert dialog.probabilities == (0.25, 0.75)


def test_entering_the_vector_as_it_is_changes_nothing(qtbot):
    p = Parameters(NOTE_PROBABILITIES).probabilities
    dialog = VectorDialog(p)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.probabilities == p


def test_cancel_and_escape_change_nothing(dialog, qtbot):
    dialog.text.setPlainText("1, 3")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert dialog.probabilities == P


def test_tab_leaves_the_text(dialog, qtbot):
    dialog.text.setFocus()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Tab)
    assert not dialog.text.hasFocus()
    assert dialog.text.toPlainText() == "0.1, 0.2, 0.7"


def test_choosing_logits_shows_the_same_distribution_as_logits(dialog, ok):
    dialog.logits.click()
    shown = parse_vector(dialog.text.toPlainText(), "logits")
    assert shown == pytest.approx(np.log(P))
    ok()
    assert dialog.probabilities == P


def test_choosing_back_and_forth_keeps_every_digit(dialog, ok):
    dialog.text.setPlainText("1, 2, 3")
    dialog.logits.click()
    dialog.weights.click()
    assert parse_vector(dialog.text.toPlainText()) == pytest.approx((1 / 6, 1 / 3, 1 / 2))
    ok()
    assert dialog.probabilities == (1 / 6, 1 / 3, 1 / 2)


def test_a_class_that_cannot_occur_has_minus_infinity_which_can_be_typed(dialog, ok):
    dialog.text.setPlainText("0 1 3")
    dialog.logits.click()
    assert dialog.text.toPlainText().startswith("−∞, ")
    dialog.text.setPlainText("−∞ 0 0")
    ok()
    assert dialog.probabilities == (0, 0.5, 0.5)


def test_what_p_cannot_show_is_kept_when_it_is_typed_as_logits(dialog, ok):
    dialog.logits.click()
    dialog.text.setPlainText("0 -800")
    ok()
    assert dialog.probabilities.logs == (0, -800)


def test_a_text_that_cannot_be_read_stays_as_it_was_typed(dialog, sentence):
    dialog.text.setPlainText("1, x")
    dialog.logits.click()
    assert dialog.text.toPlainText() == "1, x"
    assert sentence(dialog).startswith("logits[1] is 'x'")


def test_the_sentence_follows_the_text_while_it_is_corrected_and_moves_nothing(
    dialog, ok, sentence, qtbot
):
    before = [child.geometry() for child in dialog.findChildren(QAbstractButton)]
    dialog.text.setPlainText("1, x")
    ok()
    assert "'x'" in sentence(dialog)
    assert [child.geometry() for child in dialog.findChildren(QAbstractButton)] == before
    qtbot.keyClick(dialog.text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog.text, Qt.Key.Key_Backspace)
    assert "'x'" not in sentence(dialog)
    qtbot.keyClick(dialog.text, Qt.Key.Key_3)
    assert sentence(dialog) == ""
