"""A program that draws what is shown, with another library."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from gumbel_gui import __version__
from gumbel_gui.core.mistakes import Mistake, NoiseKind
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.figures.code.libraries import LIBRARIES, Library
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.words.text import clean_label, spoken_labels

AT_ONCE = 4_000_000
"""Numbers in an array at most, 32 MB: more are drawn in blocks."""
BLOCK = 1_000_000
WIDTH = 88
SMALLEST = 1e-290
"""t by which a difference of scores can be divided without an overflow."""
HARMLESS = (1e-100, 1e100)
"""t by which numbers from 0 to 1 can be divided, and then by their sum."""
WRONG = {
    Mistake.NOISE_ON_P: mark("the noise belongs on ln p, not on p."),
    Mistake.UNIFORM: mark("the noise is uniform; it has to be Gumbel noise."),
    Mistake.NORMAL: mark("the noise is normal; it has to be Gumbel noise."),
    Mistake.LOGISTIC: mark("the noise is logistic; it has to be Gumbel noise."),
    Mistake.NO_NOISE: mark("there is no noise; it has to be Gumbel noise."),
    Mistake.WRONG_SIGN: mark("the noise has the wrong sign."),
    Mistake.NOISE_AFTER_T: mark("the noise has to be added before dividing by t."),
    Mistake.T_OUTSIDE: mark("t outside the exponential cancels; it has to divide the scores."),
    Mistake.T_IN_LOGARITHMS: mark("t is added in both logarithms, and does not divide the scores."),
    Mistake.FLOAT32: mark("x has single precision, and 1e-20 is added in both logarithms."),
    Mistake.HALF: mark("x, its logarithms and the scores have half precision."),
    Mistake.TIES_TWICE: mark("in half precision scores tie, and each of them is counted."),
}


def program(library: str, parameters: Parameters, labels: Sequence[str] = ()) -> str:
    """Return the text of a program that draws n samples, and prints frequencies and the mean of s.

    It follows the same law as the draws shown, mistake included, from other random numbers.

    Args:
        library: a key of ``LIBRARIES``.
        parameters: what to draw.
        labels: of the classes, which become comments; none for unnamed classes.
    """
    words, n = LIBRARIES[library], parameters.draws
    blocks = n * parameters.classes > AT_ONCE
    imports = words.imports.format(note=tr("before any array is made"))
    parts = [_heading(words, parameters), imports, _values(words, parameters, labels, blocks)]
    drawn = _draw(words, parameters, blocks=blocks)
    counts = words.ties if parameters.mistake.counts_ties else words.counts
    parts.append(_in_blocks(words, drawn, counts) if blocks else drawn + _results(words, counts))
    shown = {name: words.shown.format(name) for name in ("frequencies", "mean_s")}
    parts.append(
        f'print("{tr("class frequencies:")}", {shown["frequencies"]})\n'
        f'print("{tr("mean of s:")}", {shown["mean_s"]})'
    )
    return "\n\n".join(parts) + "\n"


def _heading(words: Library, parameters: Parameters) -> str:
    what = tr(
        "Gumbel-max and Gumbel-softmax samples of {k} classes, with {library}.",
        k=parameters.classes,
        library=words.title,
    )
    source = tr(
        "Written by Gumbel GUI {version}, which draws the same law from other random numbers.",
        version=__version__,
    )
    return f'"""{what}\n\n{source}\n"""'


def _values(words: Library, parameters: Parameters, labels: Sequence[str], blocks: bool) -> str:
    """Return the lines of p or ln p, t, n and the seed."""
    p, wrong = Distribution(parameters.probabilities), parameters.mistake
    in_logs = p.underflows or 0 in p
    name, numbers = ("log_p", p.logs) if in_logs else ("p", tuple(p))
    entries = ['float("-inf")' if each == -float("inf") else repr(each) for each in numbers]
    lines = [f"{name} = {_vector(words, name, entries, labels)}"]
    if wrong.adds_to_p:
        lines += [f"p = {words.exp}"] if in_logs else []
    elif not in_logs:
        lines.append(f"log_p = {words.log}")
    lines.append(f"K = len({'p' if wrong.adds_to_p else 'log_p'})  # {tr('classes')}")
    lines.append(f"t = {parameters.temperature!r}  # {tr('temperature')}")
    lines.append(f"n = {parameters.draws:_}  # {tr('draws')}")
    if blocks:
        note = tr("draws that are in memory at once")
        lines.append(f"block = {BLOCK // parameters.classes:_}  # {note}")
    lines.append(words.seed.format(seed=parameters.seed))
    return "\n".join(lines)


def _vector(words: Library, name: str, entries: Sequence[str], labels: Sequence[str]) -> str:
    """Return an array on one line if it fits and has no labels, else with a line for each entry."""
    line = words.vector.format(f"[{', '.join(entries)}]")
    if not labels and len(f"{name} = {line}") <= WIDTH:
        return line
    notes = [f"  # {clean_label(label)}" for label in spoken_labels(labels)] or [""] * len(entries)
    rows = (f"    {entry},{note}\n" for entry, note in zip(entries, notes, strict=True))
    return words.vector.format(f"[\n{''.join(rows)}]")


def _draw(words: Library, parameters: Parameters, *, blocks: bool) -> str:
    """Return the lines from the noise to s."""
    mistake, t = parameters.mistake, parameters.temperature
    wrong = (
        f"# {tr('Wrong on purpose: {what}', what=tr(WRONG[mistake]))}\n" if mistake in WRONG else ""
    )
    n, key = ("size", "subkey") if blocks else ("n", "key")
    noise = _noise(words, mistake.noise_kind).format(n=n, key=key)
    if not mistake.relaxes_by_t:
        over_t = " / t" if HARMLESS[0] <= t <= HARMLESS[1] else ""
        s = words.softmax.replace(" / t", "")
        if not mistake.scores_depend_on_t:
            s = words.outside.format(over_t=over_t)
    else:
        note = tr("the limit at t = 0, to all digits") if t else tr("the limit at t = 0")
        limit = f"s = {words.one_hot}  # {note}"
        s = words.softmax if t > SMALLEST else limit
    g = f"g = {_scores(words, mistake, t)}"
    lines = {"noise": noise, "g": g, "classes": f"classes = {words.argmax}", "s": s}
    at = {Mistake.NOISE_ON_P: "g", Mistake.NOISE_AFTER_T: "g", Mistake.T_OUTSIDE: "s"}
    where = at.get(mistake, "noise")
    lines[where] = wrong + lines[where]
    return "\n".join(lines.values())


def _noise(words: Library, kind: NoiseKind) -> str:
    """Return the lines of the noise, with {n} and {key}."""
    if kind in (NoiseKind.FLOAT32, NoiseKind.HALF):
        return words.single if kind is NoiseKind.FLOAT32 else words.half
    if kind is NoiseKind.T_ADDED:
        return f"x = {words.uniform}\nnoise = {words.t_added}"
    minimum = words.gumbel[1:] if words.gumbel.startswith("-") else f"-{words.gumbel}"
    noises = {
        NoiseKind.UNIFORM: words.uniform,
        NoiseKind.NORMAL: words.normal,
        NoiseKind.LOGISTIC: words.logistic,
        NoiseKind.NONE: words.none,
        NoiseKind.MINIMUM: minimum,
    }
    return f"noise = {noises.get(kind, words.gumbel)}"


def _scores(words: Library, mistake: Mistake, t: float) -> str:
    """Return what g is."""
    if mistake.in_half_precision:
        return words.half_scores
    shift = "p" if mistake.adds_to_p else "log_p"
    if mistake is Mistake.NOISE_AFTER_T:
        shift = f"(log_p - {words.most}) / t" if t > SMALLEST else words.only_most
    return f"{shift} + noise"


def _results(words: Library, counts: str) -> str:
    return f"\n\nfrequencies = {counts} / n\nmean_s = {words.mean}"


def _in_blocks(words: Library, drawn: str, counts: str) -> str:
    """Return a loop over blocks of draws."""
    body = [
        "size = min(block, n - start)",
        *filter(None, [words.next_key]),
        drawn,
        f"counts += {counts}",
        f"total += {words.total}",
    ]
    return (
        f"counts, total = {words.zeros}, {words.zeros}\n"
        f"for start in range(0, n, block):\n{textwrap.indent(chr(10).join(body), '    ')}\n\n"
        "frequencies = counts / n\nmean_s = total / n"
    )
