"""What am I seeing: every plot in every language; a button to the lesson."""

import pytest

from gumbel_gui.gui.guide.explanation_dialog import ExplanationDialog
from gumbel_gui.gui.guide.explanations import explanation
from gumbel_gui.gui.guide.lessons import LANGUAGES, lesson
from gumbel_gui.plots import plot_types


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plot", plot_types())
def test_every_plot_is_explained(plot, language, show):
    told = explanation(plot, language)
    dialog = show(ExplanationDialog(plot_types()[plot], language), 460, 470)
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
    dialog = show(ExplanationDialog(plot_types()["top_k"], "en"))
    with qtbot.waitSignal(dialog.lesson_wanted) as told:
        click(dialog.lesson)
    assert told.args == [6]


def test_a_plot_without_a_file_is_named():
    with pytest.raises(ValueError, match="no explanation of 'nothing'"):
        explanation("nothing", "en")
