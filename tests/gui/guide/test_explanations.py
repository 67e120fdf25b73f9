"""What am I seeing: every plot in every language; a button to the lesson."""

import pytest
from PyQt6.QtCore import Qt

from gumbel_gui.gui.guide.explanation_dialog import ExplanationDialog
from gumbel_gui.gui.guide.explanations import explanation
from gumbel_gui.gui.guide.lessons import LANGUAGES, lesson
from gumbel_gui.language import speaking
from gumbel_gui.plots import plot_types


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plot", plot_types())
def test_every_plot_is_explained(plot, language, show):
    told = explanation(plot, language)
    with speaking(language):
        dialog = show(ExplanationDialog(plot_types()[plot]), 460, 470)
    text = dialog.view.toPlainText()
    assert "**" not in text
    assert lesson(told.lesson, language).title in dialog.lesson.text()
    assert told.lesson == explanation(plot, "en").lesson


@pytest.mark.parametrize("plot", plot_types())
def test_formulas_are_the_same_in_all_languages(plot):
    """But for words: the symbols and numbers of both are equally many."""
    signs = "=∏Σ∂√∫ε−→^"
    counted = {
        language: [explanation(plot, language).formula.count(sign) for sign in signs]
        for language in LANGUAGES
    }
    assert len(set(map(tuple, counted.values()))) == 1


def test_the_lesson_is_asked_for(show, qtbot, click):
    dialog = show(ExplanationDialog(plot_types()["top_k"]))
    with qtbot.waitSignal(dialog.lesson_wanted) as told:
        click(dialog.lesson)
    assert told.args == [6]


def test_a_plot_without_a_file_is_named():
    with pytest.raises(ValueError, match="no explanation of 'nothing'"):
        explanation("nothing", "en")


def test_a_card_explains_its_plot_and_leads_to_the_lesson(open_lab, qtbot):
    lab = open_lab()
    card = lab.window.cards["relaxed_density"]
    card.explain_wanted.emit(card.kind.name)
    (dialog,) = lab.window.findChildren(ExplanationDialog)
    qtbot.mouseClick(dialog.lesson, Qt.MouseButton.LeftButton)
    assert lab.guide.is_open
    assert lab.guide.progress.number == 8
    dialog.close()
    qtbot.waitUntil(lambda: not lab.window.findChildren(ExplanationDialog))


def test_the_menu_explains_the_plot_with_the_focus(open_lab):
    lab = open_lab()
    lab.window.cards["class_frequencies"].setFocus()
    lab.window.menus.explain.trigger()
    (dialog,) = lab.window.findChildren(ExplanationDialog)
    assert lab.window.cards["class_frequencies"].kind.title in dialog.windowTitle()
    dialog.close()
