"""Jobs for the worker, and its results: Job, Result, and Report, which makes results of a job."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.figures.figure import Content
from gumbel_gui.plots import plot_type

Known = tuple[int, Any]
"""The number of draws that a plot has, and their summary."""


@dataclass(frozen=True)
class Job:
    """What to draw, and for which plots.

    Attributes:
        context: any value; results of the job carry it.
        preview: whether the first chunk is shown, and painted, before the others are drawn.
    """

    parameters: Parameters
    plots: tuple[str, ...]
    context: Any = None
    preview: bool = True


@dataclass(frozen=True)
class Result:
    """Summaries by plot name.

    Attributes:
        parameters: of the job.
        summaries: of the first draws, as many as ``counts`` has. Cached ones are of all draws.
        counts: the number of draws in each summary.
        running: whether more results of the job follow.
        rate: draws per second since the job began.
        seconds: since the job began.
        selection: the selected draw.
        context: of the job.
    """

    parameters: Parameters
    summaries: dict[str, Any]
    counts: dict[str, int]
    running: bool
    rate: float
    seconds: float
    selection: Selection | None = None
    context: Any = None

    @property
    def done(self) -> int:
        """The number of draws that all plots show."""
        return min(self.counts.values())

    @property
    def complete(self) -> bool:
        """Whether all draws are in."""
        return self.done == self.parameters.draws

    def continues(self, shown: Result | None) -> bool:
        """Return whether this has more draws of what is shown."""
        if shown is None or shown.parameters != self.parameters:
            return False
        return shown.summaries.keys() == self.summaries.keys()

    def content(self, labels: tuple[str, ...], options: frozenset[str]) -> Content:
        """Return what a figure of it shows, with these labels of the classes and plot options."""
        chosen = self.selection
        if chosen and chosen.number > self.done:
            chosen = None  # it is not among the draws of the figure
        number = chosen.number if chosen else 0
        parameters = replace(self.parameters, draws=self.done, selected=number)
        return Content(parameters, self.summaries, labels, options, self.counts, chosen)


class Report:
    """Decides when a result of a job is due, and makes it.

    Args:
        job: what the results are of.
        cached: summaries of all draws that are there already; None for plots without draws.
        selection: the selected draw.
        begun_with: the number of draws that an earlier job left.
        start: when the job began, by ``time.perf_counter``.

    Attributes:
        begun: whether draws of this job are shown already.
    """

    def __init__(
        self,
        job: Job,
        cached: dict[str, Any],
        selection: Selection | None,
        begun_with: int,
        start: float,
    ) -> None:
        self._job, self._cached, self._selection = job, cached, selection
        self._begun_with, self._start = begun_with, start
        self.begun = begun_with > 0

    def is_due(self, done: int, patience: float) -> bool:
        """Return whether to show this many draws, if all would take longer than ``patience`` s."""
        seconds = time.perf_counter() - self._start
        return self.begun or seconds * self._job.parameters.draws / done > patience

    def of(self, known: Mapping[str, Known], *, running: bool) -> Result:
        """Return the result with the cached summaries and these, in the order of the job's plots.

        Args:
            known: those that are not cached.
            running: whether more results follow.
        """
        self.begun = True
        job, cached, draws = self._job, self._cached, self._job.parameters.draws
        seconds = time.perf_counter() - self._start
        counts = {name: done for name, (done, _) in known.items()}
        done = min(counts.values(), default=draws)
        # A plot without draws must not raise the number of draws that all plots show.
        whole = {name for name in cached if plot_type(name).sampled}
        return Result(
            parameters=job.parameters,
            summaries={n: cached[n] if n in cached else known[n][1] for n in job.plots},
            counts={n: draws if n in whole else counts.get(n, done) for n in job.plots},
            running=running,
            rate=max(done - self._begun_with, 0) / max(seconds, 1e-9),
            seconds=seconds,
            selection=self._selection,
            context=job.context,
        )
