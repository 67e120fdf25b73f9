"""ExplanationDialog: what a plot shows, beside the window; and a button to its lesson."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtWidgets import QDialog, QPushButton, QWidget

from gumbel_gui.gui.guide.explanations import explanation
from gumbel_gui.gui.guide.lesson_view import LessonView, Part, use_fonts
from gumbel_gui.gui.guide.lessons import lesson, spoken_language
from gumbel_gui.gui.widgets.labels import label
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.language import tr
from gumbel_gui.plots.base import Plot

SIZE = 460, 470
MARGIN = 11


class ExplanationDialog(QDialog):
    """A window of its own, which may stay open while the plot is used.

    Signals:
        lesson_wanted: the number of a lesson.

    Args:
        kind: the plot's class.
        parent: the window with the plot.
    """

    lesson_wanted = pyqtSignal(int)

    def __init__(self, kind: type[Plot], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        spoken = spoken_language()
        told, title = explanation(kind.name, spoken), kind.title
        self.setWindowTitle(tr("What am I seeing? {title}", title=title))
        self.resize(*SIZE)
        heading = label("title", title)
        heading.setWordWrap(True)
        self.view = LessonView()
        use_fonts(self.view)
        self.view.setAccessibleName(self.windowTitle())
        self.view.show_parts(
            (
                Part("", kind.about),
                Part(tr("Formula"), told.formula),
                Part(tr("How to read it"), told.reading),
                Part(tr("Source"), told.source, quiet=True),
            )
        )
        words = tr("&Lesson {n}: {title}", n=told.lesson, title=lesson(told.lesson, spoken).title)
        self.lesson = QPushButton(words)
        self.lesson.clicked.connect(lambda: self.lesson_wanted.emit(told.lesson))
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.close)
        layout = column(heading, self.view, row(self.lesson, close, wide=self.lesson), within=self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
