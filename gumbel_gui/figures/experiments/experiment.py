"""Experiment files: an experiment as strict JSON, and back.

Only what differs from the defaults is written, besides p. Names are those of the options of the
command line, so that errors name what stands in the file.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping
from typing import Any

from gumbel_gui import __version__
from gumbel_gui.core.checks import in_short, refusal
from gumbel_gui.core.kinds import Whole
from gumbel_gui.core.parameters import LOGITS, MAX_DRAWS, PARAMETERS, ParameterError, Parameters
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.errors import OpenError as OpenError
from gumbel_gui.figures.experiments.shape import Experiment as Experiment
from gumbel_gui.figures.experiments.shape import FigureSpec as FigureSpec
from gumbel_gui.figures.experiments.shape import experiment_of as experiment_of
from gumbel_gui.figures.experiments.strict_json import parsed
from gumbel_gui.figures.layout import DPI, LAYOUT, Layout
from gumbel_gui.language import listed, tr
from gumbel_gui.plots import plot_type
from gumbel_gui.plots.base import VIEWS

VERSION = 1
"""Of the format. It grows when a program that knows only an older one would misread a file."""
OLD_NAMES: Mapping[str, str] = {}
"""The present name of each that was renamed, such as ``{"parameters.beta": "scale"}``; a new
entry is all that old files need to stay readable."""
NAMES = ("version", "program", "parameters", "labels", "locks", "options", "view", "figure")
WAYS = {way.option: (name, way) for name, each in PARAMETERS.items() for way in each.ways}
"""Parameter and declaration by the name in a file, which is that of the option."""
LOOKS = {each.option: name for name, each in LAYOUT.items()}
"""Field of the layout by the name in a file."""
FIGURE = ("plots", *LOOKS, DPI.option, "counts")


def read_experiment(data: bytes) -> Experiment:
    """Return the experiment in a JSON text of at most 1 MiB.

    Raises:
        OpenError: in one sentence, for anything that ``write_experiment`` does not write.
    """
    found = parsed(data)
    if not isinstance(found, dict):
        raise OpenError(tr("An experiment must be an object in braces."))
    _check_version(found)
    try:
        return _experiment(_named("", found, NAMES))
    except (ParameterError, ExportError) as error:
        raise OpenError(str(error)) from None


def write_experiment(experiment: Experiment) -> bytes:
    """Return an experiment as a JSON text in UTF-8, the same for equal ones."""
    return (_lines(_record(experiment)) + "\n").encode()


def one_line(experiment: Experiment) -> str:
    """Return the same as one line of ASCII without the signs < > &, to be put into other files."""
    text = json.dumps(_record(experiment), allow_nan=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _check_version(found: dict[str, Any]) -> None:
    version = found.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        allowed = tr("a whole number from {lowest} to {highest}", lowest=1, highest=VERSION)
        what = in_short(version) if "version" in found else tr("not there")
        raise OpenError(refusal("version", what, allowed))
    if version > VERSION:
        raise OpenError(
            tr(
                "version is {version}, but this program reads up to {most}: open the file with a "
                "newer Gumbel GUI.",
                version=in_short(version),
                most=VERSION,
            )
        )


def _experiment(found: dict[str, Any]) -> Experiment:
    parameters = _parameters(_named("parameters", found.get("parameters", {}), WAYS))
    classes = parameters.classes
    labels = _listed("labels", found.get("labels", []), str, classes)
    locks = _listed("locks", found.get("locks", []), bool, classes)
    options = _listed("options", found.get("options", []), str)
    for option in options:
        name, _, switch = option.partition(".")
        if switch not in _plot("options", name).option_names:
            raise OpenError(
                tr("options holds {name}, but no plot has such an option.", name=in_short(option))
            )
    view = found.get("view", "")
    if view != "" and not (isinstance(view, str) and view in VIEWS):
        allowed = tr("one of {names}", names=listed(VIEWS))
        raise OpenError(refusal("view", in_short(view), allowed))
    figure = _figure(_named("figure", found["figure"], FIGURE)) if "figure" in found else None
    return Experiment(parameters, labels, locks, frozenset(options), view, figure)


def _parameters(found: dict[str, Any]) -> Parameters:
    given: dict[str, Any] = {}
    for option, value in found.items():
        name, way = WAYS[option]
        if name in given:
            one, other = (way.option for way in PARAMETERS[name].ways)
            raise OpenError(
                tr("{one} and {other} are there, but must not both be.", one=one, other=other)
            )
        if way is LOGITS:
            if isinstance(value, list):
                value = [-math.inf if each == "-inf" else each for each in value]
            value = way.kind.check(option, value, None)
        given[name] = value
    if "probabilities" not in given:
        raise OpenError(tr("parameters must hold probabilities or logits."))
    return Parameters(**given)


def _figure(found: dict[str, Any]) -> FigureSpec:
    plots = _listed("plots", found.pop("plots", []), str)
    if not plots or len(set(plots)) < len(plots):
        raise OpenError(tr("plots must be one or more, and none of them twice."))
    for name in plots:
        _plot("plots", name)
    dpi = DPI.kind.check("dpi", found.pop("dpi"), None) if "dpi" in found else None
    counts = {
        name: Whole(1, MAX_DRAWS).check(tr("counts of {name}", name=name), count, None)
        for name, count in _named("counts", found.pop("counts", {}), plots).items()
    }
    layout = Layout(**{LOOKS[name]: value for name, value in found.items()})
    return FigureSpec(plots, layout, dpi, counts)


def _named(where: str, value: Any, known: Collection[str]) -> dict[str, Any]:
    """Return the values of an object by their present names, all of which are known ones."""
    if not isinstance(value, dict):
        raise OpenError(refusal(where, in_short(value), tr("an object in braces")))
    found: dict[str, Any] = {}
    for name, each in value.items():
        path = f"{where}.{name}".lstrip(".")
        new = OLD_NAMES.get(path, name)
        if new not in known:
            if not where:
                raise OpenError(tr("{name} is no name that can be.", name=in_short(name)))
            raise OpenError(
                tr("{name} is no name that can be in {where}.", name=in_short(name), where=where)
            )
        if new in found:
            raise OpenError(
                tr(
                    "{name} is another name of {new}, but only one can be there.",
                    name=in_short(name),
                    new=new,
                )
            )
        found[new] = each
    return found


def _listed(where: str, value: Any, kind: type, count: int | None = None) -> tuple[Any, ...]:
    """Return a list of values of one type; of so many, or none."""
    allowed = {str: tr("a list of texts"), bool: tr("a list of true or false")}[kind]
    if not isinstance(value, list) or not all(isinstance(each, kind) for each in value):
        raise OpenError(refusal(where, in_short(value), allowed))
    if count is not None and len(value) not in (0, count):
        raise OpenError(
            tr(
                "{where} are {n}, but must be {count}, as many as classes.",
                where=where,
                n=len(value),
                count=count,
            )
        )
    return tuple(value)


def _plot(where: str, name: str) -> Any:
    try:
        return plot_type(name)
    except KeyError:
        raise OpenError(
            tr("{where} holds {name}, but there is no such plot.", where=where, name=in_short(name))
        ) from None


def _record(experiment: Experiment) -> dict[str, Any]:
    values = {
        "labels": experiment.labels,
        "locks": experiment.locks,
        "options": sorted(experiment.options),
        "view": experiment.view,
        "figure": experiment.figure and _figure_values(experiment.figure),
    }
    return {
        "version": VERSION,
        "program": f"Gumbel GUI {__version__}",
        "parameters": _parameter_values(experiment.parameters),
        **{name: value for name, value in values.items() if value},
    }


def _parameter_values(parameters: Parameters) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, each in PARAMETERS.items():
        value = getattr(parameters, name)
        if name != "probabilities" and value == each.default:
            continue
        way = each.way_of(value)
        if way is LOGITS:
            value = [log if log > -float("inf") else "-inf" for log in value.logs]
        found[way.option] = value
    return found


def _figure_values(figure: FigureSpec) -> dict[str, Any]:
    found: dict[str, Any] = {"plots": figure.plots}
    for name, each in LAYOUT.items():
        if (value := getattr(figure.layout, name)) != each.default:
            found[each.option] = value
    if figure.dpi is not None:
        found["dpi"] = figure.dpi
    if figure.counts:
        found["counts"] = {name: figure.counts[name] for name in sorted(figure.counts)}
    return found


def _lines(value: Any, indent: str = "") -> str:
    """Return a JSON text: an object has a line for each name, all else is in one line."""
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    inner = indent + "  "
    lines = (f"{inner}{json.dumps(name)}: {_lines(each, inner)}" for name, each in value.items())
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
