"""Tables as CSV, read back by Python's csv module and by NumPy."""

import csv
import io
from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.figures.data.tables import save_table, table_of, written
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.experiments.experiment import read_experiment
from gumbel_gui.figures.experiments.opening import open_file
from gumbel_gui.figures.rendering import content_of
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.table import FORMULA, Column, Quantity, Table, inert

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 500, 5, selected=3)
LABELS = ("a,b", 'say "c"', "ε # 1", "=1+1", "")


def parts_of(path):
    """Return the cells of the comments, without #, and those of the names and the rows."""
    lines = path.read_text("utf-8").split("\n")
    assert lines.pop() == ""
    remarks = [line for line in lines if line.startswith("# ")]
    rows = list(csv.reader(lines[len(remarks) :]))
    assert not any(line.startswith("#") for line in lines[len(remarks) :])
    return list(csv.reader(line.removeprefix("# ") for line in remarks)), rows


def taken_back(word):
    """Return a word as it was before it was made inert."""
    return word[1:] if word.startswith("'") and FORMULA.match(word) else word


@pytest.mark.parametrize("name", plot_types())
def test_every_number_and_word_of_a_table_is_read_back(name, tmp_path, qapp):
    path = tmp_path / "a.csv"
    content = content_of(NOTE, [name], LABELS)
    save_table(path, content, name)
    table, (remarks, (names, *rows)) = table_of(content, name), parts_of(path)
    assert names == [each.name for each in table.columns]
    for column, cells in zip(table.columns, zip(*rows, strict=True), strict=True):
        if isinstance(column.values, tuple):
            assert tuple(map(taken_back, cells)) == column.values
            continue
        numbers = np.array([float(cell or "nan") for cell in cells]).astype(column.values.dtype)
        np.testing.assert_array_equal(numbers, column.values)
    found = [cells for first, *cells in remarks if first == "quantity"]
    assert found[0] == ["name", "value", "low", "high", "exact"]
    quantities = [Quantity(n, *(float(v) if v else None for v in rest)) for n, *rest in found[1:]]
    assert quantities == [replace(each, words="") for each in table.quantities]


@pytest.mark.parametrize("name", ["class_frequencies", "relaxed_vectors", "top_k"])
def test_numpy_reads_a_table(name, tmp_path, qapp):
    path = tmp_path / "a.csv"
    content = content_of(NOTE, [name])
    save_table(path, content, name)
    with path.open(encoding="utf-8") as file:
        rows = (line for line in file if not line.startswith("#"))
        found = np.genfromtxt(rows, comments="#", delimiter=",", names=True)
    for column in table_of(content, name).columns:
        dtype = column.values.dtype
        np.testing.assert_array_equal(found[column.name].astype(dtype), column.values)


def test_the_comments_say_what_was_drawn(tmp_path, qapp):
    path = tmp_path / "a.csv"
    wrong = replace(NOTE, mistake=Mistake.NORMAL)
    content = content_of(wrong, ["noise_histogram"], LABELS, frozenset({"noise_histogram.cdf"}))
    save_table(path, content, "noise_histogram")
    (program, plot, _), mistake, (_, text), *_ = parts_of(path)[0]
    assert program.startswith("Gumbel GUI ")
    assert plot == "noise_histogram"
    assert mistake[0] == "mistake"
    assert mistake[1].startswith("Broken on purpose: the noise is normal")
    found = read_experiment(text.encode())
    assert found.parameters == wrong
    assert found.labels == LABELS
    assert found.options == {"noise_histogram.cdf"}


def test_full_precision_and_gaps_are_written():
    third = np.array([1 / 3, np.nan])
    table = Table(
        (Column("a", third), Column("b", third.astype(np.float32)), Column("c", np.array([1, 2]))),
        (Quantity("n", 3, exact=1e-300),),
    )
    assert written(table, (("x", "y, z"),)) == (
        '# x,"y, z"\n'
        "# quantity,name,value,low,high,exact\n# quantity,n,3,,,1e-300\n"
        "a,b,c\n0.3333333333333333,0.333333343,1\n,,2\n"
    )


WORDS = ("=1+1", "+1", "-1", "@x", "\t=1", "＝1", "'=1", "''-1", "'tis", "a=b", "−1")


def test_no_word_begins_like_a_formula_and_each_is_read_back():
    table = Table((Column("word", WORDS), Column("x", np.full(len(WORDS), -1.5))))
    _, _, *rows = csv.reader(io.StringIO(written(table), newline=""))
    words = [word for word, _ in rows]
    assert not {word[:1] for word in words} & {*"=+-@\t\r＝＋－＠"}
    assert {number for _, number in rows} == {"-1.5"}
    assert tuple(map(taken_back, words)) == WORDS
    assert inert("\r=1") == "'\r=1"
    assert words[-3:] == ["'tis", "a=b", "−1"]


def test_labels_like_formulas_come_back_with_the_experiment(tmp_path, qapp):
    labels = ("=1+1", "+2", "-3", "@x", "'=")
    path = tmp_path / "a.csv"
    save_table(path, content_of(NOTE, ["top_k"], labels), "top_k")
    assert open_file(path).labels == labels


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.txt", "must end in .csv"),
        ("none/a.csv", "its folder must exist"),
        ("folder.csv", "must be a file, not a folder"),
    ],
)
def test_where_no_table_can_be_is_said_in_one_sentence(name, told, tmp_path, qapp):
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ExportError, match=told):
        save_table(tmp_path / name, content_of(NOTE, ["top_k"]), "top_k")


def test_a_table_replaces_a_file_as_a_whole(tmp_path, qapp, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_text("old")
    content = content_of(NOTE, ["top_k"])
    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left")))
        with pytest.raises(ExportError, match="on a disk with room for it"):
            save_table(path, content, "top_k")
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_text() == "old"
    save_table(path, content, "top_k")
    assert path.read_text("utf-8").startswith("# Gumbel GUI ")
