"""An experiment is written as JSON and read again, and the schema says what that JSON may be."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, PARAMETERS, Parameters
from gumbel_gui.figures.errors import OpenError
from gumbel_gui.figures.experiments import experiment as module
from gumbel_gui.figures.experiments import schema
from gumbel_gui.figures.experiments.experiment import (
    Experiment,
    FigureSpec,
    one_line,
    read_experiment,
    write_experiment,
)
from gumbel_gui.figures.layout import LAYOUT, Layout

NOTE = Parameters(NOTE_PROBABILITIES)
PLAIN = {"version": 1, "parameters": {"probabilities": [1, 2, 3]}}


@pytest.fixture(scope="module")
def valid():
    return Draft202012Validator(schema.schema())


def read(record):
    return read_experiment(json.dumps(record).encode())


def test_what_is_written_is_read_and_fits_the_schema(make, valid):
    for seed in range(400):
        experiment = make(seed)
        data = write_experiment(experiment)
        assert read_experiment(data) == experiment, seed
        assert (
            read_experiment(data).parameters.log_p.tolist() == experiment.parameters.log_p.tolist()
        )
        assert write_experiment(read_experiment(data)) == data
        if seed < 60:
            assert valid.is_valid(json.loads(data)), seed


def test_one_line_says_the_same_in_ascii_without_the_signs_of_xml(make):
    for seed in range(200):
        text = one_line(make(seed))
        assert text.isascii()
        assert not {"\n", "<", ">", "&"} & {*text}
        assert read_experiment(text.encode()) == make(seed)


def test_only_what_differs_from_the_defaults_is_written(with_another):
    bare = json.loads(write_experiment(Experiment(NOTE)))
    assert bare.keys() == {"version", "program", "parameters"}
    assert bare["parameters"] == {"probabilities": list(NOTE.probabilities)}
    for name, each in PARAMETERS.items():
        changed = with_another(NOTE, name)
        written = json.loads(write_experiment(Experiment(changed)))["parameters"]
        assert written.keys() == {"probabilities", each.option}
    spec = FigureSpec(("top_k",), Layout(width=90))
    assert json.loads(one_line(Experiment(NOTE, figure=spec)))["figure"] == {
        "plots": ["top_k"],
        "width": 90.0,
    }


def test_default_labels_and_open_locks_are_as_none():
    labels = tuple(f"class {k}" for k in range(5))
    assert Experiment(NOTE, labels, (False,) * 5) == Experiment(NOTE)
    with pytest.raises(ValueError, match="5, as many as there are classes"):
        Experiment(NOTE, ("a",))


def test_the_schema_file_is_what_the_declarations_say():
    """If not: python -m gumbel_gui.figures.experiments.schema > resources/experiment.schema.json"""
    text = files("gumbel_gui.resources").joinpath("experiment.schema.json").read_text("utf-8")
    assert text == schema.text()
    Draft202012Validator.check_schema(json.loads(text))
    names = json.loads(text)["properties"]["parameters"]["properties"].keys()
    assert names == {way.option for each in PARAMETERS.values() for way in each.ways}


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"version": 0},
        {"version": "1"},
        {"colour": "red"},
        {"parameters": {}},
        {"parameters": {"probabilities": [1]}},
        {"parameters": {"probabilities": [1] * 65}},
        {"parameters": {"probabilities": [1, True]}},
        {"parameters": {"probabilities": [1, -1]}},
        {"parameters": {"probabilities": [1, 2], "logits": [1, 2]}},
        {"parameters": {"logits": [1, "inf"]}},
        *(
            {"parameters": {"probabilities": [1, 2, 3], each.option: {}}}
            for each in PARAMETERS.values()
        ),
        *(
            {"parameters": {"probabilities": [1, 2, 3], each.option: None}}
            for each in PARAMETERS.values()
        ),
        *({"figure": {"plots": ["top_k"], each.option: []}} for each in LAYOUT.values()),
        {"parameters": {"probabilities": [1, 2], "noise_scale": 3}},
        {"labels": "abc"},
        {"labels": ["a", "b", 3]},
        {"locks": [1, 0, 0]},
        {"options": ["noise_histogram.none"]},
        {"options": ["none.cdf"]},
        {"view": "none"},
        {"figure": {}},
        {"figure": None},
        {"figure": {"plots": []}},
        {"figure": {"plots": ["top_k", "top_k"]}},
        {"figure": {"plots": ["none"]}},
        {"figure": {"plots": ["top_k"], "dpi": 1}},
        {"figure": {"plots": ["top_k"], "counts": {"top_k": 0}}},
        {"figure": {"plots": ["top_k"], "counts": {"none": 1}}},
        {"figure": {"plots": ["top_k"], "width": 1}},
    ],
    ids=lambda change: json.dumps(change)[:60],
)
def test_what_the_schema_refuses_is_refused_in_one_sentence(valid, change):
    assert valid.is_valid(PLAIN)
    assert read(PLAIN) == Experiment(Parameters((1, 2, 3)))
    assert not valid.is_valid(PLAIN | change)
    with pytest.raises(OpenError) as caught:
        read(PLAIN | change)
    assert str(caught.value).endswith(".")
    assert len(str(caught.value)) < 400


def test_names_of_older_versions_stay_readable(monkeypatch):
    old = {
        "parameters.sharpness": "temperature",
        "size": "figure",
        "size.plot": "x",
        "figure.wide": "width",
    }
    monkeypatch.setattr(module, "OLD_NAMES", old)
    record = {
        "version": 1,
        "parameters": {"probabilities": [1, 2], "sharpness": 0.25},
        "size": {"plots": ["top_k"], "wide": 99},
    }
    found = read(record)
    assert found.parameters.temperature == 0.25
    assert found.figure == FigureSpec(("top_k",), replace(Layout(), width=99))
    record["parameters"]["temperature"] = 1
    with pytest.raises(OpenError, match="another name of temperature"):
        read(record)


def test_a_newer_version_says_what_to_do():
    with pytest.raises(OpenError, match=r"version is 7, but .* a newer Gumbel GUI"):
        read({"version": 7, "what": "ever"})
