"""The contract of tables: every number that a caption says is in the table of its plot."""

import re
from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.selection import select
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.look.style import LIGHT
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.text import default_labels, elided

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 3000, 5)
CASES = {
    "note": NOTE,
    "one draw": replace(NOTE, draws=1),
    "ten draws": replace(NOTE, draws=10),
    "20 000 draws": replace(NOTE, draws=20_000),
    "two classes": replace(NOTE, probabilities=(0.3, 0.7)),
    "64 classes": replace(NOTE, probabilities=tuple(range(1, 65)), draws=500),
    "64 equal classes": replace(NOTE, probabilities=(1,) * 64, draws=500),
    "zero entries": replace(NOTE, probabilities=(0, 0.5, 0, 0.5)),
    "one-hot": replace(NOTE, probabilities=(0, 0, 1, 0)),
    "rare": replace(NOTE, probabilities=(1e-300, 1, 1e-9, 1e-6)),
    "t = 0": replace(NOTE, temperature=0),
    "t = 0.5": replace(NOTE, temperature=0.5),
    "t = 1000": replace(NOTE, temperature=1000),
    "others at the ends": replace(NOTE, location=-3.25, scale=0.017, noise_scale=0.3, top=3),
    **{f"mistake {each.name}": replace(NOTE, mistake=each) for each in list(Mistake)[1:]},
    "no noise, one draw": replace(NOTE, mistake=Mistake.NO_NOISE, draws=1),
}
LABELS = ("7 of 9", "0.123", "Cat")
each_plot = pytest.mark.parametrize("name", plot_types())

SUPERSCRIPT = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
CONSTANTS = re.compile(
    r"95 %|1/e\b|π²/6|√6|\b2σ|one-hot 1\b|flat 1/|1−p\b|p > 0|t → 0|softmax\(.*?\)"
    r"|p\^\(1/[bt]\)|more than 1\u00a0000|> 0\.999|< 0\.0001"
    r"|\b2[⁰¹²³⁴⁵⁶⁷⁸⁹]+|exp\(−|within 10⁻⁵|more than(?= 1)"
)
"""What has a digit, or a sign, and is no number of these draws."""
POWER = r"·10(?P<power>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
DECIMAL = r"−?\d+(?:\.\d+)?"
BRACKET = re.compile(r"\((?P<inside>[^()]*±[^()]*)\)" + POWER)
SCALED_ENDS = re.compile(r"(?P<value>−?[\d.]+) \((?P<inside>[^()]* to [^()]*)\)" + POWER)
NUMBER = re.compile(
    r"(?<![\w.])(?P<text>−?\d{1,3}(?:\u00a0\d{3})+|−?\d+(?:\.\d+)?)"
    rf"(?:{POWER})?(?P<unit>\u00a0%)?(?![\w.]\d)"
)


def numbers_in(caption, labels=()):
    """Return the numbers of a caption, each with its last digit's unit."""
    for label in sorted((elided(each, 16) for each in labels), key=len, reverse=True):
        caption = caption.replace(label, "…")
    caption = CONSTANTS.sub("…", caption)
    for pattern in (BRACKET, SCALED_ENDS):  # the power behind a bracket is that of all before it
        caption = pattern.sub(_with_own_powers, caption)
    caption = re.sub(rf"({DECIMAL}) (to {DECIMAL})(\u00a0%)", r"\1\3 \2\3", caption)
    caption = re.sub(rf"({DECIMAL}) (± {DECIMAL})(\u00a0%)", r"\1\3 \2\3", caption)
    found = []
    for match in NUMBER.finditer(caption):
        text = match["text"].replace("−", "-").replace("\u00a0", "")
        exponent = int((match["power"] or "0").translate(SUPERSCRIPT))
        exponent -= 2 if match["unit"] else 0
        places = len(text.partition(".")[2])
        found.append((float(f"{text}e{exponent}"), 10.0 ** (exponent - places), text))
    return found


def _with_own_powers(match):
    words = " ".join(filter(None, [match.groupdict().get("value"), match["inside"]]))
    return re.sub(r"\d+(?:\.\d+)?", rf"\g<0>·10{match['power']}", words)


def known_numbers(table):
    """Return the numbers of the quantities with their margins, and those of the columns."""
    quantities = []
    for each in table.quantities:
        ends = [end for end in (each.low, each.high) if end is not None]
        quantities += [each.value, *ends, *(abs(end - each.value) for end in ends)]
        quantities += [(ends[1] - ends[0]) / 2] if ends else []  # where both sides differ little
        quantities += [] if each.exact is None else [each.exact]
    columns = [each.values for each in table.columns if not isinstance(each.values, tuple)]
    return np.array(quantities, float), np.concatenate([[], *columns]).astype(float)


def missing(caption, table, labels=()):
    """Return the numbers of a caption that are not in a table, rounded to the digits shown.

    A number of one or two digits must be a quantity: among many rows there is nearly any.
    """
    quantities, columns = known_numbers(table)
    lost = []
    for value, unit, text in numbers_in(caption, labels):
        long = len(text.replace(".", "").lstrip("-0")) > 2
        among = np.concatenate([quantities, columns]) if long else quantities
        if not (np.abs(among - value) <= 0.500001 * unit).any():
            lost.append(text)
    return lost


@pytest.mark.parametrize(
    ("caption", "values"),
    [
        ("1\u00a0000\u00a0000 draws: mean 0.5770 ± 0.0012", (1e6, 0.577, 0.0012)),
        ("of −2.5, which is p = 3·10⁻⁷.", (-2.5, 3e-7)),
        ("(1.25 ± 0.03)·10⁻⁹ of it", (1.25e-9, 0.03e-9)),
        ("2.0 (95 %: 0.2 to 7.0)·10⁻⁸ of it", (2e-8, 0.2e-8, 7e-8)),
        ("30.1 ± 0.7\u00a0% of 10 draws, χ² over 40 bins", (0.301, 0.007, 10, 40)),
        ("30\u00a0% (95 %: 7 to 65\u00a0%) of 10", (0.3, 0.07, 0.65, 10)),
        ("30.1\u00a0% of p₀ and s₁, 1/e, π²/6 and 95 % of class 3", (0.301,)),
    ],
)
def test_numbers_of_a_caption_are_read(caption, values):
    assert [value for value, _, _ in numbers_in(caption, ["class 3"])] == pytest.approx(values)


def test_a_number_that_is_not_in_a_table_is_missed():
    table = Table((Column("p", np.array([0.25, 12.0])),), (Quantity("n", 3, 1, 5.5, 0.123),))
    assert missing("3 of 0.250 ± 2.5, at 0.12", table) == []
    assert missing("4 of 0.251 ± 2.6, at 0.13", table) == ["4", "0.251", "2.6", "0.13"]
    assert missing("12", table) == ["12"]


@pytest.mark.sweep(14 * len(plot_types()))
@each_plot
@pytest.mark.parametrize("case", CASES)
def test_every_number_of_a_caption_is_in_the_table(name, case, show, summary_of, assert_spoken):
    parameters, labels = CASES[case], LABELS if "draw" in case else ()
    plot = show(name, parameters, LIGHT, labels, frozenset(plot_types()[name].option_names))
    summary = summary_of(plot, parameters)
    for number in (0, min(7, parameters.draws)):
        selection = select(replace(parameters, selected=number))
        plot.show_selection(selection)
        caption = plot.caption(summary, parameters)
        table = plot.table(summary, parameters, selection)
        assert_sound(table)
        names = {*plot.labels(parameters.classes), *default_labels(parameters.classes)}
        assert missing(caption, table, names) == [], caption
    assert_spoken(plot, parameters, summary, selection, labels)


def assert_sound(table):
    """Fail unless a table has rows, in vectors or words, and finite quantities."""
    assert table.rows
    for column in table.columns:
        assert isinstance(column.values, tuple) or column.values.ndim == 1
    for each in table.quantities:
        numbers = [each.value, each.low, each.high, each.exact]
        assert np.isfinite([x for x in numbers if x is not None]).all()


def test_parts_are_stacked_and_gaps_are_filled():
    first = Column("part", ("a", "a")), Column("x", np.array([1, 2]), "x!"), Column("y", np.ones(2))
    second = Column("part", ("b",)), Column("x", np.array([3])), Column("word", ("w",))
    part, x, y, word = stacked(first, second)
    assert part.values == ("a", "a", "b")
    assert x.values.tolist() == [1, 2, 3]
    assert x.words == "x!"
    assert x.values.dtype.kind == "i"
    np.testing.assert_array_equal(y.values, [1, 1, np.nan])
    assert word.values == ("", "", "w")


@pytest.mark.parametrize(
    ("columns", "quantities"),
    [
        ((Column("a", np.zeros(2)), Column("b", np.zeros(3))), ()),
        ((Column("a", np.zeros(2)), Column("a", np.zeros(2))), ()),
        ((Column("a b", np.zeros(2)),), ()),
        ((Column("ε", np.zeros(2)),), ()),
        ((), (Quantity("a", 1), Quantity("a", 2))),
    ],
)
def test_a_table_that_no_file_could_hold_is_refused(columns, quantities):
    with pytest.raises(ValueError, match=r"differ|distinct"):
        Table(columns, quantities)
