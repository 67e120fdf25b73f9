"""Whether unbiased estimators are: ``python tests/campaigns/unbiased.py 10000000``.

REINFORCE without and with a baseline, leave-one-out and REBAR, drawn one by one: their mean beside
the gradient that is enumerated, in standard errors. REBAR is that of the program, at several t and
η; the others depend on the class alone, and are written down here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np

from gumbel_gui.core.conditional_sums import Drawn, rebar_sums
from gumbel_gui.core.gradients import class_losses
from gumbel_gui.core.losses import Loss, default_weights
from gumbel_gui.core.parameters import NOTE_PROBABILITIES
from gumbel_gui.core.workspace import Workspace

P = np.array(NOTE_PROBABILITIES) / sum(NOTE_PROBABILITIES)
BLOCK, LIMIT, SAMPLES = 100_000, 5.5, 4
"""Draws at a time; standard errors: false alarm 1e-6 in all of 80 checks; m of leave-one-out."""
POINTS = [(t, eta) for t in (0.05, 0.5, 2.0, 20.0) for eta in (0.5, 1.0)]


class Mean:
    """The mean of vectors (K, n), and its standard error, from parts."""

    def __init__(self) -> None:
        self.count, self.total, self.square = 0, np.zeros(len(P)), np.zeros(len(P))

    def add(self, values: np.ndarray) -> None:
        self.count += values.shape[1]
        self.total += values.sum(axis=1)
        self.square += (values**2).sum(axis=1)

    def apart(self, exact: np.ndarray) -> float:
        """Return the largest distance of an entry, in standard errors."""
        mean = self.total / self.count
        error = np.sqrt(np.maximum(self.square / self.count - mean**2, 1e-300) / self.count)
        return float((np.abs(mean - exact) / error).max())


def of_classes(loss: Loss, draws: int) -> Iterator[tuple[str, float]]:
    """Return what is found of estimators that depend on the class alone."""
    f = class_losses(loss, default_weights(loss, len(P)))
    exact, rng = P * (f - P @ f), np.random.default_rng(1)
    means = {name: Mean() for name in ("reinforce", "reinforce-baseline", "leave-one-out")}
    for _ in range(max(draws // BLOCK, 1)):
        codes = rng.choice(len(P), (SAMPLES, min(BLOCK, draws)), p=P)
        scores = (codes[:, None] == np.arange(len(P))[:, None]) - P[:, None]
        means["reinforce"].add(f[codes[0]] * scores[0])
        means["reinforce-baseline"].add((f[codes[0]] - P @ f) * scores[0])
        others = (f[codes].sum(axis=0) - f[codes]) / (SAMPLES - 1)
        means["leave-one-out"].add(((f[codes] - others)[:, None] * scores).mean(axis=0))
    yield from ((name, mean.apart(exact)) for name, mean in means.items())


def of_rebar(loss: Loss, draws: int) -> Iterator[tuple[str, float]]:
    """Return what is found of REBAR, of whose sums the length of the error is known."""
    w = np.array(default_weights(loss, len(P)))
    f = class_losses(loss, w)
    exact, rng, work = P * (f - P @ f), np.random.default_rng(2), Workspace()
    found = dict.fromkeys(POINTS)
    for start in range(0, draws, BLOCK):
        g = (np.log(P)[:, None] + rng.gumbel(size=(len(P), BLOCK))).astype(np.float32)
        codes = g.argmax(axis=0).astype(np.uint8)
        drawn = Drawn(g - g.max(axis=0), codes, np.log(P), P, loss, w, None, 3, start)
        for point in POINTS:
            (sums,) = rebar_sums(drawn, [point[0]], point[1], work)
            found[point] = sums if found[point] is None else found[point] + sums
    for (t, eta), sums in found.items():
        apart = np.linalg.norm(sums.total / sums.count - exact)
        yield f"rebar, t = {t:g}, η = {eta:g}", float(apart * sums.count / np.sqrt(sums.scatter))


def main(draws: int) -> int:
    """Print a line for each, and return 0, or 1 if a mean is too far from the gradient."""
    worst = 0.0
    for loss in Loss:
        for of in (of_classes, of_rebar):
            for name, apart in of(loss, draws):
                worst = max(worst, apart)
                sys.stdout.write(f"{loss.value}, {name}: {apart:.2f} standard errors\n")
                sys.stdout.flush()
    sys.stdout.write(f"{draws:,} draws each: at most {worst:.2f}, allowed are {LIMIT}\n")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
