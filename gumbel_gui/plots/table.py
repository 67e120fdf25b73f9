"""Tables: the numbers behind a picture and its caption, at full precision."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.estimates import Estimate
from gumbel_gui.language import mark, tr

NAMES = (
    *(mark("count"), mark("density"), mark("frequency"), mark("distance"), mark("expected")),
    *(mark("label"), mark("source"), mark("extreme"), mark("of"), mark("sampler"), mark("share")),
    *(mark("exact"), mark("mean"), mark("p is"), mark("own law"), mark("first draws")),
    *(mark("draw"), mark("draws"), mark("class"), mark("classes"), mark("values"), mark("shown")),
    *(mark("step"), mark("temperature"), mark("best loss"), mark("batch"), mark("gradient")),
    *(mark("deviation ratio"), mark("steepest slope"), mark("location"), mark("scale")),
    *(mark("mode"), mark("standard deviation"), mark("variance"), mark("mean of max")),
    *(mark("mean of min"), mark("beyond the axis"), mark("bins"), mark("threshold")),
    *(mark("missed every second time"), mark("intervals with p"), mark("intervals with exact")),
    *(mark("mean index"), mark("mean largest entry"), mark("possible classes"), mark("ties")),
    *(mark("coloured"), mark("coloured classes"), mark("told class"), mark("length")),
    *(mark("mean of told class"), mark("share of i"), mark("mean of product of i"), mark("sum")),
    *(mark("largest gap"), mark("largest product"), mark("largest error of product")),
    *(mark("two sigma"), mark("times expected"), mark("wins"), mark("mean less gamma")),
    *(mark("mean of winner"), mark("above gamma"), mark("below gamma")),
    *(mark("share kept"), mark("rivals")),
    *(mark("kept"), mark("kept mass"), mark("intervals with q"), mark("flips")),
    *(mark("texts"), mark("tokens"), mark("level"), mark("mean term"), mark("caught")),
    *(mark("mean term of another key"), mark("false alarms")),
    *(
        mark("pdf"),
        mark("cdf"),
        mark("p value"),
        mark("share below 0"),
        mark("steepest i"),
        mark("steepest j"),
    ),
)
"""Names of columns and quantities that are words, with blanks; others are symbols."""


def _spoken(name: str) -> str:
    """Return a name as it is shown."""
    return tr(name.replace("_", " "))


FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""How a text begins that a spreadsheet may run (OWASP, CSV Injection), behind any apostrophes."""


@dataclass(frozen=True, eq=False)
class Column:
    """Numbers or words, one in each row.

    Attributes:
        name: an identifier in ASCII, such as "frequency", the same in every language.
        values: numbers (n,), NaN where a row has none, or words, "" where a row has none.
        words: what the column is called in the window; if empty, its name, see ``NAMES``.
    """

    name: str
    values: NDArray[Any] | tuple[str, ...]
    words: str = ""

    @property
    def heading(self) -> str:
        """What the column is called in the window, in the language that is spoken."""
        return self.words or _spoken(self.name)

    @property
    def whole(self) -> bool:
        """Whether it holds whole numbers only, also where rows without one made them floats."""
        if isinstance(self.values, tuple) or self.values.dtype.kind != "f":
            return not isinstance(self.values, tuple)
        found = self.values[~np.isnan(self.values)]
        return bool(((found == np.trunc(found)) & (np.abs(found) < 2**53)).all())

    def tiled(self, times: int) -> Column:
        """Return the column with all its rows so many times."""
        words = isinstance(self.values, tuple)
        return replace(self, values=self.values * times if words else np.tile(self.values, times))

    def repeated(self, times: int) -> Column:
        """Return the column with each row so many times, one behind another."""
        if isinstance(self.values, tuple):
            values = tuple(value for value in self.values for _ in range(times))
            return replace(self, values=values)
        return replace(self, values=np.repeat(self.values, times))


@dataclass(frozen=True)
class Quantity:
    """A number that is not one of a row's, as a caption says it.

    Attributes:
        name: an identifier in ASCII.
        value: the number.
        low, high: ends of its 95 % interval or of a bound that is wider, None where nothing is
            promised; both the value where no draw can give another one.
        exact: what it is compared with, None if with nothing.
        words: what it is called in the window; if empty, its name, see ``NAMES``.
    """

    name: str
    value: float
    low: float | None = None
    high: float | None = None
    exact: float | None = None
    words: str = ""

    @property
    def heading(self) -> str:
        """What the quantity is called in the window, in the language that is spoken."""
        return self.words or _spoken(self.name)

    @classmethod
    def of(cls, name: str, estimate: Estimate, exact: float | None = None) -> Self:
        """Return an estimate and what it is compared with."""
        return cls(name, estimate.value, estimate.low, estimate.high, exact)


@dataclass(frozen=True)
class Table:
    """Columns of equal length, and quantities.

    Raises:
        ValueError: if the columns differ in length, or if two columns or quantities share a name.
    """

    columns: tuple[Column, ...]
    quantities: tuple[Quantity, ...] = ()

    def __post_init__(self) -> None:
        if len({len(each.values) for each in self.columns}) > 1:
            raise ValueError("the columns differ in length.")
        for named in (self.columns, self.quantities):
            names = [each.name for each in named]
            sound = all(name.isascii() and name.isidentifier() for name in names)
            if len({*names}) < len(names) or not sound:
                raise ValueError(f"the names {names} are not distinct identifiers.")

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len(self.columns[0].values) if self.columns else 0


def inert(text: str) -> str:
    """Return a text for a spreadsheet's cell: with an apostrophe if it may be taken for a formula.

    Spreadsheets do not show the apostrophe, or show it and run nothing. Taking one away before
    ``FORMULA`` gives the text back.
    """
    return f"'{text}" if FORMULA.match(text) else text


def stacked(*parts: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return the rows of several parts below one another.

    Columns of a name are one; where a part has none of a name, its rows have NaN or "" there.
    """
    kinds: dict[str, Column] = {}
    for column in chain.from_iterable(parts):
        if column.name not in kinds or not kinds[column.name].words:
            kinds[column.name] = column  # one of them may say what it is called
    rows = [len(part[0].values) for part in parts]
    columns = []
    for name, kind in kinds.items():
        named = [next((each for each in part if each.name == name), None) for part in parts]
        if isinstance(kind.values, tuple):
            words = [
                each.values if each else ("",) * n for each, n in zip(named, rows, strict=True)
            ]
            columns.append(Column(name, tuple(w for each in words for w in each), kind.words))
            continue
        numbers = [
            np.asarray(each.values) if each else np.full(n, np.nan)
            for each, n in zip(named, rows, strict=True)
        ]
        columns.append(Column(name, np.concatenate(numbers), kind.words))
    return tuple(columns)
