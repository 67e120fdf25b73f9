"""Motion: what moves in an animation, and when: the parameters and the delay of each frame."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from gumbel_gui.core.annealing import schedule_length, schedule_temperature
from gumbel_gui.core.checks import refusal
from gumbel_gui.core.parameters import MAX_STEPS, Parameters
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.language import listed, tr
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.words.text import number

FEWEST, MOST = 2, 2000
LONGEST, LONGEST_HOLD = 300, 60
MOST_A_SECOND = 50
"""What browsers keep up with in a GIF."""


@dataclass(frozen=True)
class Motion:
    """A sweep of t, of which it is the base class: t goes from a start to an end.

    Between ends above 0 it goes by equal factors, else by equal steps.

    Attributes:
        start, end: t ≥ 0 of the first and the last frame.
        moves: the name of the parameter that differs from frame to frame.
        option: that gives it on the command line.
        plots: drawn if none are named; empty for those of the first view.
    """

    start: float = 2.0
    end: float = 0.1
    moves: ClassVar[str] = "temperature"
    option: ClassVar[str] = "sweep"
    plots: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        for name in ("start", "end"):
            if not (math.isfinite(t := getattr(self, name)) and t >= 0):
                field = {"start": tr("t at the start"), "end": tr("t at the end")}[name]
                raise ExportError(refusal(field, f"{t:g}", tr("a number from 0 on")))

    def at(self, parameters: Parameters, share: float) -> Parameters:
        """Return the parameters of the frame at a share 0 … 1 of the way."""
        start, end = self.start, self.end
        if start > 0 < end:
            t = math.exp((1 - share) * math.log(start) + share * math.log(end))
        else:
            t = (1 - share) * start + share * end
        # The ends are exact, and the titles are short.
        t = {0.0: start, 1.0: end}.get(share, float(f"{t:.6g}"))
        return parameters.changed(temperature=t)

    def words(self) -> str:
        """Return the option of the command line for it."""
        return f"--sweep t:{self.start!r}..{self.end!r}"

    def check(self, plots: tuple[str, ...], parameters: Parameters) -> None:
        """Raise an ExportError if none of these plots would move."""
        kinds = [plot_type(name) for name in plots]
        if not any(self.moves in kind.shown(parameters) for kind in kinds):
            raise ExportError(
                tr(
                    "plots holds {names}, but must have one that moves with {what}.",
                    names=listed(plots),
                    what=self.moved(),
                )
            )

    def moved(self) -> str:
        """Return what moves, in words."""
        return "t"

    def moment(self, parameters: Parameters) -> str:
        """Return where a frame of these parameters is, as titles write it."""
        return f"t = {number(parameters.temperature)}"


@dataclass(frozen=True)
class Annealing(Motion):
    """t falls along the schedule of the parameters, from its first step to its last."""

    option: ClassVar[str] = "anneal"
    plots: ClassVar[tuple[str, ...]] = ("annealing", "relaxed_vectors")

    def at(self, parameters: Parameters, share: float) -> Parameters:
        """Return the parameters of the frame at a share 0 … 1 of the way."""
        schedule = parameters.schedule
        step = round(share * schedule_length(schedule))
        return parameters.changed(temperature=schedule_temperature(schedule, step))

    def words(self) -> str:
        """Return the option of the command line for it."""
        return "--anneal"


@dataclass(frozen=True)
class Descent(Motion):
    """The descent goes from its start to its last step."""

    moves: ClassVar[str] = "steps"
    option: ClassVar[str] = "descent"
    plots: ClassVar[tuple[str, ...]] = ("descent",)

    def at(self, parameters: Parameters, share: float) -> Parameters:
        """Return the parameters of the frame at a share 0 … 1 of the way."""
        return parameters.changed(steps=round(share * MAX_STEPS))

    def words(self) -> str:
        """Return the option of the command line for it."""
        return "--descent"

    def moved(self) -> str:
        """Return what moves, in words."""
        return tr("the steps of the descent")

    def moment(self, parameters: Parameters) -> str:
        """Return where a frame of these parameters is."""
        return tr("step {n}", n=parameters.steps)


MOTIONS = {each.option: each for each in (Motion, Annealing, Descent)}


@dataclass(frozen=True)
class Timing:
    """When the frames are shown.

    Attributes:
        frames: how many, 2 … 2000.
        seconds: for all of them, up to 300; there are at most 50 frames in each.
        hold: seconds, 0 … 60, for which the last one stays besides.
        loop: whether it begins anew at the end.

    Raises:
        ExportError: for values outside these limits.
    """

    frames: int = 60
    seconds: float = 4.0
    hold: float = 1.0
    loop: bool = True

    def __post_init__(self) -> None:
        if not FEWEST <= self.frames <= MOST:
            allowed = tr("from {lowest} to {highest}", lowest=FEWEST, highest=MOST)
            raise ExportError(refusal("frames", str(self.frames), allowed))
        least = self.frames / MOST_A_SECOND
        if not least <= self.seconds <= LONGEST:
            allowed = tr(
                "from {lowest} (for {most} frames a second) to {highest}",
                lowest=number(least),
                most=MOST_A_SECOND,
                highest=LONGEST,
            )
            raise ExportError(refusal("seconds", number(self.seconds), allowed))
        if not 0 <= self.hold <= LONGEST_HOLD:
            ends = {"lowest": 0, "highest": LONGEST_HOLD, "unit": "s"}
            allowed = tr("from {lowest} to {highest} {unit}", **ends)
            raise ExportError(refusal("hold", f"{self.hold:g}", allowed))

    def delay(self, frame: int, per_second: int) -> int:
        """Return how long a frame is shown, in such parts of a second; rounding does not add up."""
        begin, end = (
            round(i * self.seconds * per_second / self.frames) for i in (frame, frame + 1)
        )
        held = round(self.hold * per_second) if frame == self.frames - 1 else 0
        return end - begin + held

    @property
    def duration(self) -> float:
        """Seconds until the end."""
        return self.seconds + self.hold
