"""The README: its example plot, its table of parameters, its length."""

import re
from pathlib import Path

import pytest

import gumbel_gui
from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.plots import plot_types

README = (Path(gumbel_gui.__file__).parents[1] / "README.md").read_text("utf-8")


def default_in_words(value):
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "off"
    if isinstance(value, tuple):
        return ",".join(f"{each:g}" for each in value) or "by the loss"
    return f"{value:g}" if isinstance(value, float) else str(value)


def table():
    """Return the table of parameters, two to a row."""
    cells = [
        f"`--{way.option}` | {default_in_words(way.default)} | "
        + "; ".join(filter(None, (way.words, way.note)))
        for each in PARAMETERS.values()
        for way in each.ways
    ]
    rows = -(-len(cells) // 2)
    cells += ["| |"] * (2 * rows - len(cells))
    head = ["| option | default | what it is | option | default | what it is |", "|---" * 6 + "|"]
    return "\n".join(head + [f"| {cells[i]} | {cells[i + rows]} |" for i in range(rows)])


def test_the_table_of_parameters_is_that_of_the_declarations():
    (found,) = re.findall("<!-- parameters -->\n(.*?)\n<!-- end", README, re.DOTALL)
    assert found == table(), f"put this into the README:\n{table()}"


@pytest.mark.parametrize("name", plot_types())
def test_every_plot_is_in_the_table_of_plots(name):
    assert f"`{name}`" in README


def test_the_example_plot_passes_the_contract_of_plots(copied_package, contract_of, run_copy):
    (source,) = re.findall("<!-- example plot -->\n```python\n(.*?)^```$", README, re.S | re.M)
    folder = copied_package({"largest_entry": source})
    contract_of(folder, "largest_entry")
    assert "largest_entry" in run_copy(folder, "-m", "gumbel_gui", "plots")


def test_the_readme_is_short():
    assert len(README.splitlines()) <= 180
