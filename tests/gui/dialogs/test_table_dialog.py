"""The table of a plot: what is shown, sorted, copied and saved, and that it follows the plot."""

import numpy as np
import pytest
from PyQt6.QtCore import QItemSelectionModel, Qt
from PyQt6.QtTest import QAbstractItemModelTester, QTest
from PyQt6.QtWidgets import QApplication, QFileDialog, QPushButton

from gumbel_gui.gui.dialogs.table_dialog import TableDialog
from gumbel_gui.gui.dialogs.table_model import TableModel, exact, quantity_columns
from gumbel_gui.gui.state.folders import Folders
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.table import Column, Quantity, Table

NAN = np.nan
COLUMNS = (
    Column("class", np.array([0, 1, 2, 3]), "class"),
    Column("p", np.array([0.3, NAN, 1e-9, 0.1 + 0.2])),
    Column("label", ("Cat\tand\ndog", "b", "", "10")),
)


def texts(model, role=Qt.ItemDataRole.DisplayRole):
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[model.data(model.index(i, j), role) for j in columns] for i in rows]


def column_of(model, j):
    return [row[j] for row in texts(model)]


@pytest.fixture
def model():
    made = TableModel(COLUMNS)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    tester.deleteLater()


def test_cells_are_rounded_and_their_tooltips_are_exact(model):
    assert texts(model)[3] == ["3", "0.3", "10"]
    assert model.data(model.index(3, 1), Qt.ItemDataRole.ToolTipRole) == "0.30000000000000004"
    assert column_of(model, 1) == ["0.3", "", "1·10⁻⁹", "0.3"]
    names = [model.headerData(j, Qt.Orientation.Horizontal) for j in range(3)]
    assert names == ["class", "p", "label"]
    assert model.headerData(1, Qt.Orientation.Vertical) == 2


def test_numbers_are_sorted_as_numbers_and_empty_cells_are_last(model):
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert column_of(model, 0) == ["2", "0", "3", "1"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert column_of(model, 0) == ["3", "0", "2", "1"]
    model.sort(2)
    assert column_of(model, 2) == ["", "10", "Cat\tand\ndog", "b"]
    model.sort(-1)
    assert column_of(model, 0) == ["0", "1", "2", "3"]


def test_other_values_keep_the_order_and_other_columns_do_not(model):
    model.sort(1, Qt.SortOrder.DescendingOrder)
    fresh = (COLUMNS[0], Column("p", np.array([1.0, 2.0, 3.0, 4.0])), COLUMNS[2])
    model.set_columns(fresh)
    assert column_of(model, 0) == ["3", "2", "1", "0"]
    model.set_columns((Column("x", np.array([5.0, 4.0])),))
    assert texts(model) == [["5"], ["4"]]
    model.set_columns(())
    assert model.rowCount() == model.columnCount() == 0


def test_copied_cells_have_all_digits_and_gaps_where_nothing_is_selected(model):
    assert model.text([(3, 1), (0, 0), (0, 1)]) == "0\t0.3\n\t0.30000000000000004"
    assert model.text([(0, 2)]) == "Cat and dog"
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert model.text([(0, 1), (3, 1)]) == "0.30000000000000004\n"
    assert model.whole_text().split("\n")[0] == "class\tp\tlabel"


@pytest.mark.parametrize(
    ("value", "text"),
    [("=1+1", "'=1+1"), (" @x", "'@x"), ("\t-1", "'-1"), ("'=", "''="), ("a-b", "a-b")],
)
def test_words_like_formulas_are_copied_as_words(value, text):
    assert exact(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(np.int64(3), "3"), (np.float32(0.1), "0.1"), (1e300, "1e+300"), (-0.1, "-0.1"), (NAN, "")],
)
def test_numbers_are_copied_exactly(value, text):
    assert exact(value) == text


def test_quantities_have_their_intervals():
    table = Table((), (Quantity("mean_of_s", 0.5, 0.4, 0.6, 0.45), Quantity("draws", 1000)))
    model = TableModel(quantity_columns(table))
    assert texts(model) == [
        ["mean of s", "0.5", "0.4", "0.6", "0.45"],
        ["draws", "1\u00a0000", "", "", ""],
    ]


@pytest.fixture
def dialog(show, content):
    kind = plot_types()["class_frequencies"]
    summary = content.summaries[kind.name]
    tables = [kind().table(summary, content.parameters)]
    made = TableDialog(kind, lambda: tables[-1], lambda: content, Folders(Settings()))
    made.tables, made.summary, made.parameters = tables, summary, content.parameters
    made.refresh()
    show(made, 640, 520)
    yield made
    QApplication.clipboard().clear()


def press(dialog, text):
    (button,) = (b for b in dialog.findChildren(QPushButton) if b.text() == text)
    button.click()


def test_it_is_read_and_walked_without_a_mouse(dialog, qtbot):
    for view in (dialog.rows, dialog.quantities):
        assert view.accessibleName()
        assert view.accessibleDescription()
        assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert not view.tabKeyNavigation()
    dialog.activateWindow()
    dialog.rows.setFocus()
    qtbot.waitUntil(dialog.rows.hasFocus)
    dialog.rows.setCurrentIndex(dialog.rows.model().index(0, 0))
    QTest.keyClick(dialog.rows, Qt.Key.Key_Right)
    QTest.keyClick(dialog.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    p = dialog.parameters.p
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == repr(float(p[0])))
    QTest.keyClick(dialog.rows, Qt.Key.Key_Tab)
    assert dialog.quantities.hasFocus()
    dialog.quantities.selectRow(0)
    QTest.keyClick(dialog.quantities, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "draws\t500.0\t\t\t"


def test_all_is_copied_with_names(dialog):
    press(dialog, "Copy &all")
    rows, quantities = QApplication.clipboard().text().split("\n\n")
    assert rows.split("\n")[0].split("\t") == ["class", "p", "count", "frequency", "low", "high"]
    assert len(rows.split("\n")) == 4
    assert quantities.startswith("quantity\tvalue\tlow\thigh\texact\n")


def test_it_follows_the_plot_and_keeps_the_selection(dialog, qtbot):
    model = dialog.rows.model()
    flags = QItemSelectionModel.SelectionFlag.Select
    dialog.rows.selectionModel().select(model.index(1, 2), flags)
    kind = plot_types()["class_frequencies"]
    both = kind().table(dialog.summary + dialog.summary, dialog.parameters)
    dialog.tables.append(both)
    dialog.follow()
    doubled = str(both.columns[2].values[1])
    qtbot.waitUntil(lambda: model.data(model.index(1, 2)) == doubled)
    (chosen,) = dialog.rows.selectionModel().selectedIndexes()
    assert (chosen.row(), chosen.column()) == (1, 2)


def test_hidden_it_costs_nothing(dialog):
    dialog.hide()
    dialog.follow()
    assert not dialog._later.isActive()


def test_data_are_saved_where_the_user_says(dialog, monkeypatch, tmp_path, qtbot):
    asked = []

    def choose(_, __, proposed, *___):
        asked.append(proposed)
        return str(tmp_path / "numbers"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(dialog.told) as told:
        press(dialog, "&Save data…")
    file = tmp_path / "numbers.csv"
    assert told.args == [f"Saved {file}", file]
    lines = file.read_text("utf-8").split("\n")
    assert lines[-5] == "class,p,count,frequency,low,high"
    assert asked[0].endswith(".csv")
    assert "gumbel-class_frequencies-p" in asked[0]


def test_what_cannot_be_saved_is_told(dialog, monkeypatch, tmp_path):
    target = str(tmp_path / "none" / "a.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, ""))
    press(dialog, "&Save data…")
    assert "folder must exist" in dialog._error.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    press(dialog, "&Save data…")
    assert list(tmp_path.iterdir()) == []
    dialog._content = lambda: None
    press(dialog, "&Save data…")
    assert "nothing was saved" in dialog._error.text()
