"""One draw, looked at closely: its numbers, and the draws around it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gumbel_gui.core.arrays import Bytes, Floats, Singles
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace

PAGE = 48
"""Draws around the selected one that are shown with it: 1 … 48, 49 … 96, and so on."""


@dataclass(frozen=True, eq=False)
class Selection:
    """One draw and its page.

    Attributes:
        number: of the draw, counted from 1.
        x: uniform numbers (K,).
        noise: ε (K,).
        logits: what the noise is added to, ln p, or by mistake p, (K,).
        scores: g (K,).
        relaxed: s (K,).
        winner: argmax g.
        first: the number of the page's first draw.
        vectors: s of the page, (K, ≤ 48).
        classes: argmax g of the page, (≤ 48,).
        mistake: what is wrong about it on purpose.
    """

    number: int
    x: Singles
    noise: Singles
    logits: Floats
    scores: Singles
    relaxed: Singles
    winner: int
    first: int
    vectors: Singles
    classes: Bytes
    mistake: Mistake

    def differs(self, other: Selection | None, *, relaxed: bool) -> bool:
        """Return whether another one has other numbers, ``relaxed`` ones among them or not."""
        if other is None or (self.number, self.mistake) != (other.number, other.mistake):
            return True
        names = ("noise", "scores", "relaxed", "vectors") if relaxed else ("noise", "scores")
        return any(not np.array_equal(getattr(self, n), getattr(other, n)) for n in names)


def select(parameters: Parameters, work: Workspace | None = None) -> Selection | None:
    """Look closely at the draw that is selected, if one is; it is the same as among all draws.

    Args:
        parameters: which draw, of what.
        work: the arrays of the thread, if it looks at draws again and again.
    """
    if not parameters.selected:
        return None
    place = (parameters.selected - 1) % PAGE
    start = parameters.selected - 1 - place
    count = min(PAGE, parameters.draws - start)
    page = Chunk(parameters, start, count, Stages(), work or Workspace())
    vectors, classes = page.relaxed.copy(), page.classes.copy()
    return Selection(
        number=parameters.selected,
        x=page.uniform[:, place].copy(),
        noise=page.noise[:, place].copy(),
        logits=parameters.logits.copy(),
        scores=page.scores[:, place],
        relaxed=vectors[:, place],
        winner=int(classes[place]),
        first=start + 1,
        vectors=vectors,
        classes=classes,
        mistake=parameters.mistake,
    )
