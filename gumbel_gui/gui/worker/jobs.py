"""What is asked of the worker, and what it has to tell."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from gumbel_gui.core.engine import Progress
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.plots import plot_type


@dataclass(frozen=True)
class Job:
    """What to draw, for which plots, and what is to be told again with the result.

    Attributes:
        hurry: whether somebody is waiting for a first picture: then the first chunk is shown, and
            painted, before the others are drawn.
    """

    parameters: Parameters
    plots: tuple[str, ...]
    context: Any = None
    hurry: bool = True


@dataclass(frozen=True)
class Result:
    """Summaries by plot name.

    Attributes:
        parameters: what was asked for.
        summaries: of the first draws, as many as ``counts`` says. A plot that was known already
            shows all draws, while the others are still on their way.
        counts: the number of draws in each summary.
        running: whether there is more to come.
        rate: draws per second since the job was taken up.
        seconds: since then.
        selection: the draw that is selected, looked at closely.
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
        """The draws that all plots show."""
        return min(self.counts.values())

    @property
    def complete(self) -> bool:
        """Whether all draws are in."""
        return self.done == self.parameters.draws


class Report:
    """Says when to show what there is of a job, and puts it together."""

    def __init__(
        self,
        job: Job,
        known: dict[str, Any],
        selection: Selection | None,
        done: int,
        start: float,
    ) -> None:
        self._job = job
        self._known = known
        # What is not sampled shows no draws, and would tell of too many of them.
        self._whole = {name for name in known if plot_type(name).sampled}
        self._selection = selection
        self._begun_with = done
        self._start = start
        self.begun = done > 0
        """Whether draws of this job are shown already."""

    def is_due(self, done: int, patience: float) -> bool:
        """Return whether to show these many draws now, where all should take so many seconds."""
        # The first draws are shown at once if all of them would take long; what comes then has been
        # waited for.
        seconds = time.perf_counter() - self._start
        return self.begun or seconds * self._job.parameters.draws / done > patience

    def of(self, step: Progress, *, running: bool) -> Result:
        """Return what is known and what all other plots show of the same draws."""
        counts = dict.fromkeys(step.summaries, step.done)
        return self.result(step.summaries, counts, running=running)

    def result(self, summaries: dict[str, Any], counts: dict[str, int], *, running: bool) -> Result:
        """Return what is known and these summaries, in the order of the job and of the cards.

        Args:
            summaries: of what is not known.
            counts: the number of draws in each of them.
            running: whether there is more to come.
        """
        self.begun = True
        job, known, draws = self._job, self._known, self._job.parameters.draws
        seconds = time.perf_counter() - self._start
        done = min(counts.values(), default=draws)
        counts = {n: draws if n in self._whole else counts.get(n, done) for n in job.plots}
        return Result(
            parameters=job.parameters,
            summaries={n: known[n] if n in known else summaries[n] for n in job.plots},
            counts=counts,
            running=running,
            rate=max(done - self._begun_with, 0) / max(seconds, 1e-9),
            seconds=seconds,
            selection=self._selection,
            context=job.context,
        )
