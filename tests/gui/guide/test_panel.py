"""The panel of the guide: its words, its keys, and what it shows when."""

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QFont, QFontMetrics
from PyQt6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gumbel_gui.gui.guide.lesson_view import LessonView, Part
from gumbel_gui.gui.guide.lessons import COUNT, LANGUAGES, lesson
from gumbel_gui.gui.guide.names import with_names
from gumbel_gui.gui.guide.panel import DOT_PITCH, WIDTH, Dots, GuidePanel
from gumbel_gui.gui.guide.progress import GuideProgress
from gumbel_gui.gui.guide.steps import STEPS
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.system import theme
from gumbel_gui.language import languages, speak, tr, translations
from gumbel_gui.plots.look.fonts import without_glyph
from gumbel_gui.plots.look.style import DARK, LIGHT

HINT = "Try it: what there was to see is told here."
NUMBERS = range(1, COUNT + 1)
SHORT, TALL = 640, 1600
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


class Reader:
    """A panel on show, and a hand on its controls."""

    def __init__(self, guide, progress, store, qtbot):
        self.guide, self.progress, self.store, self.qtbot = guide, progress, store, qtbot
        self.view = guide.findChild(LessonView)

    def text(self):
        return self.view.toPlainText()

    def labels(self):
        return [label.text() for label in self.guide.findChildren(QLabel)]

    def button(self, text):
        (found,) = (b for b in self.guide.findChildren(QPushButton) if b.text() == text)
        return found

    def press(self, text):
        self.qtbot.mouseClick(self.button(text), Qt.MouseButton.LeftButton)

    def key(self, key, modifier=NONE):
        self.qtbot.keyClick(QApplication.focusWidget() or self.guide, key, modifier)

    def attempt(self):
        """Try step 7."""
        self.store.edit("try", lambda s: s.with_parameter("temperature", 0.1))


@pytest.fixture
def read(show, qtbot):
    """Return a function that shows the panel at a step."""

    def reading(number=1, language="en", height=SHORT):
        speak(language)
        store = Store(LabState())
        progress = GuideProgress(store)
        progress.go(number)
        return Reader(show(GuidePanel(progress), WIDTH, height), progress, store, qtbot)

    yield reading
    speak("en")


def plain(markdown):
    """Return Markdown as the view shows it, without spaces and indexes' underscores."""
    bare = (
        with_names(markdown)
        .replace("*", "")
        .replace("`", "")
        .replace("stop_", "stop–")
        .replace("_", "")
    )
    return "".join(bare.replace("stop–", "stop_").split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_step_shows_its_lesson(read, number, language):
    reader = read(number, language)
    text = lesson(number, language)
    assert text.title in reader.labels()
    assert tr("Step {number} of {count}", number=number, count=COUNT) in reader.labels()
    shown = plain(reader.text())
    parts = (text.text, text.look, text.attempt, *text.questions)
    places = [shown.index(plain(part)) for part in parts]
    assert places == sorted(places)
    assert tr(HINT) in reader.text()
    assert plain(text.seen) not in shown
    assert reader.guide.width() == WIDTH


def test_what_was_seen_appears_in_view_once_it_was_tried(read, qtbot):
    reader = read(7, height=480)
    seen = lesson(7, "en").seen
    assert "✓ SEEN" not in reader.text()
    assert reader.view.verticalScrollBar().value() == 0
    reader.attempt()
    assert plain(seen) in plain(reader.text())
    assert HINT not in reader.text()
    assert "✓" in reader.text()
    cursor = reader.view.document().find("The mean largest entry")
    assert not cursor.isNull()
    assert reader.view.viewport().rect().contains(reader.view.cursorRect(cursor))
    at = reader.view.verticalScrollBar().value()
    assert at > 0
    reader.progress.again()
    assert reader.view.verticalScrollBar().value() == at  # and stays where the reader is
    reader.progress.next()
    assert reader.view.verticalScrollBar().value() == 0


def test_what_fits_is_not_scrolled(read):
    reader = read(1, height=TALL)
    reader.store.edit("try", lambda s: s.with_probability(0, 0.3))
    assert "✓ SEEN" in reader.text()
    assert reader.view.verticalScrollBar().maximum() == 0


def test_buttons_lead_through_the_steps(read):
    reader = read()
    assert not reader.button("Back").isEnabled()
    reader.press("Next")
    reader.press("Next")
    assert reader.progress.number == 3
    reader.press("Back")
    assert reader.progress.number == 2
    reader.store.edit("own", lambda s: s.with_parameter("temperature", 9))
    reader.press("Set up again")
    assert reader.store.state == STEPS[1].prepare(LabState())


def test_a_reader_with_nothing_but_keys_reaches_the_end(read, qtbot):
    reader = read()
    reader.guide.take_focus()
    for number in NUMBERS:
        assert reader.progress.number == number
        assert reader.view.hasFocus()
        bar = reader.view.verticalScrollBar()
        for _ in range(bar.maximum() // bar.singleStep() + 1):
            reader.key(Qt.Key.Key_Down)
        assert bar.value() == bar.maximum()
        if number < COUNT:
            reader.key(Qt.Key.Key_Right, ALT)
    reader.key(Qt.Key.Key_Left, ALT)
    assert reader.progress.number == COUNT - 1
    reader.key(Qt.Key.Key_Right, ALT)
    with qtbot.waitSignal(reader.guide.closed):
        reader.key(Qt.Key.Key_Right, ALT)
    assert reader.guide.isHidden()
    assert reader.progress.number == 1  # who comes back has seen the end


def test_tab_goes_through_the_panel_in_the_order_of_reading(read):
    reader = read(2)
    close = reader.guide.findChild(QToolButton)
    close.setFocus()
    order = []
    for _ in range(5):
        widget = QApplication.focusWidget()
        order.append(widget)
        reader.key(Qt.Key.Key_Tab)
    buttons = [reader.button(text) for text in ("Back", "Set up again", "Next")]
    assert order == [close, reader.view, *buttons]
    assert QApplication.focusWidget() is order[0]


def test_the_last_step_finishes(read, qtbot):
    reader = read(COUNT)
    with qtbot.waitSignal(reader.guide.closed):
        reader.press("Finish")
    assert reader.guide.isHidden()


def test_the_cross_closes(read, qtbot, click):
    reader = read(4)
    with qtbot.waitSignal(reader.guide.closed):
        click(reader.guide.findChild(QToolButton))
    assert reader.progress.number == 4


def test_a_screen_reader_hears_names_and_the_text(read):
    for language in LANGUAGES:
        reader = read(7, language)
        names = [
            each.accessibleName()
            for each in (reader.guide, reader.view, *reader.guide.findChildren(Dots))
        ]
        assert all(names)
        assert len(set(names)) == len(names)
        assert reader.guide.findChild(QToolButton).accessibleName() == tr("Close the guide")
        assert lesson(7, language).title in reader.view.accessibleName()
        heard = "".join(reader.view.accessibleDescription().split())
        for part in (lesson(7, language).text, *lesson(7, language).questions):
            assert "".join(with_names(part).replace("*", "").replace("`", "").split()) in heard
        for button in reader.guide.findChildren(QPushButton):
            assert button.accessibleDescription()


def test_tried_steps_are_counted(read):
    reader = read(7)
    assert reader.guide.findChild(Dots).accessibleName() == f"0 of {COUNT} steps tried"
    empty = reader.guide.findChild(Dots).grab().toImage()
    reader.attempt()
    assert reader.guide.findChild(Dots).accessibleName() == f"1 of {COUNT} steps tried"
    assert reader.guide.findChild(Dots).grab().toImage() != empty


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_inside_a_short_panel(read, language):
    reader = read(1, language)
    for number in NUMBERS:
        reader.progress.go(number)
        QApplication.processEvents()
        assert reader.guide.height() == SHORT
        assert reader.view.height() > 400
        assert reader.view.horizontalScrollBar().maximum() == 0
        assert reader.view.document().idealWidth() <= reader.view.viewport().width()
        for child in reader.guide.findChildren((QPushButton, QLabel, QToolButton)):
            assert reader.guide.rect().contains(child.geometry())
            assert child.width() >= child.minimumSizeHint().width()
            assert child.height() >= child.minimumSizeHint().height()


def test_colours_follow_the_theme(read, qapp):
    reader = read(7)
    view = reader.view

    def colours():
        cursor = view.document().find("LOOK")
        return cursor.charFormat().foreground().color().name(), view.verticalScrollBar().value()

    reader.attempt()
    light = colours()
    assert light[0] == LIGHT.muted
    theme.apply(DARK)
    qapp.processEvents()
    assert colours() == (DARK.muted, light[1])


def test_html_and_links_are_only_text(read):
    reader = read()
    text = "A <b>bold</b> tag, <img src='x.png'>, `a < b`."
    reader.view.show_parts([Part("", text), Part("LOOK", "Here.")])
    assert reader.text() == "A <b>bold</b> tag, <img src='x.png'>, a < b.\nLOOK\nHere."
    assert not reader.view.openLinks()


def test_indexes_are_lowered_and_names_are_not(read):
    reader = read()
    reader.view.show_parts(
        [
            Part(
                "",
                "x_i of t_min is `∂s_i/∂p_j`, δ_ij, Σ_j, s_k, s_0, argmax_k, `stop_gradient(s)`.",
            )
        ]
    )
    assert reader.text() == "xi of tmin is ∂si/∂pj, δij, Σj, sk, s0, argmaxk, stop_gradient(s)."


def test_keys_work_from_elsewhere_in_the_window_and_not_once_it_is_closed(show, qtbot):
    window = QWidget()
    progress = GuideProgress(Store(LabState()))
    guide, other = GuidePanel(progress), QPushButton("other")
    layout = QVBoxLayout(window)
    layout.addWidget(guide)
    layout.addWidget(other)
    show(window, 400, SHORT)
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Right, ALT)
    assert progress.number == 2
    guide.hide()
    qtbot.keyClick(other, Qt.Key.Key_Right, ALT)
    assert progress.number == 2


def test_missing_glyphs_are_told(qapp):
    font = QFont("DejaVu Sans")
    assert QFontMetrics(font).inFontUcs4(ord("a"))
    unassigned = "\U000e0fff"
    assert without_glyph(["a b", "b" + unassigned], font) == unassigned


@pytest.mark.window
def test_every_character_of_the_guide_can_be_shown(read):
    """Only where what the program needs of the system is installed: Chinese fonts often are not."""
    texts = [text for each in languages() for text in translations(each).values()]
    for language in LANGUAGES:
        for number in NUMBERS:
            text = lesson(number, language)
            texts += [text.title, text.text, text.look, text.attempt, text.seen, *text.questions]
    missing = without_glyph(texts, read().view.font())
    assert not missing, (
        f"No font here has {missing[:20]}: install one with simplified Chinese"
        " (Debian, Ubuntu: apt install fonts-wqy-microhei)."
    )


def test_a_click_on_a_dot_leads_to_its_step(read, qtbot):
    reader = read()
    (dots,) = reader.guide.findChildren(Dots)
    for number in (7, COUNT, 1):
        place = QPoint(int((number - 0.5) * DOT_PITCH), dots.height() // 2)
        qtbot.mouseClick(dots, Qt.MouseButton.LeftButton, pos=place)
        assert reader.progress.number == number
