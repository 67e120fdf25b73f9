"""Own presets: kept by name with all digits, renamed, deleted, stored; damage costs one of them."""

import pytest

from gumbel_gui.core.parameters import ParameterError, Parameters
from gumbel_gui.core.probabilities import Distribution
from gumbel_gui.gui.finding.own_presets import LONGEST, MOST, OwnPresets
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import LabState


@pytest.fixture
def presets(qapp):
    return OwnPresets(Settings())


def state(weights=(1, 2, 3), labels=("a", "b", "c")):
    distribution = weights if isinstance(weights, Distribution) else Distribution(weights)
    return LabState(Parameters(distribution), labels, (False,) * len(labels))


def stored(presets, settings=None):
    settings = settings or Settings()
    settings.set_records("presets", presets.records())
    return OwnPresets(settings)


def test_a_vector_comes_back_to_the_bit(presets):
    tiny = Distribution.from_logits((0, -800, -3))  # exp(−800) is 0 as a float
    presets.keep("tiny", state(tiny))
    presets.keep("plain", state((0.1, 0.2, 0.7)))
    again = stored(presets)
    assert again.names == ("tiny", "plain")
    assert again.get("tiny").probabilities.logs == tiny.logs
    assert again.get("plain").probabilities == Distribution((0.1, 0.2, 0.7))
    assert again.get("plain").labels == ("a", "b", "c")


def test_they_are_kept_between_starts(qapp, tmp_path, presets):
    settings = Settings(tmp_path)
    presets.keep("mine", state())
    settings.set_records("presets", presets.records())
    assert settings.store(settings.dump()) == ""
    settings.close()
    assert OwnPresets(Settings(tmp_path)).get("mine").labels == ("a", "b", "c")


def test_a_new_one_of_the_same_name_replaces_the_old(presets):
    presets.keep("x", state())
    presets.keep(" x\n", state((1, 1), ("u", "v")))
    assert presets.names == ("x",)
    assert presets.get("x").labels == ("u", "v")


def test_renaming_keeps_the_place_and_refuses_names_that_are_taken(presets):
    for name in "abc":
        presets.keep(name, state())
    presets.rename("b", "z")
    assert presets.names == ("a", "z", "c")
    presets.rename("z", "z")
    with pytest.raises(ParameterError, match="no other preset has"):
        presets.rename("z", "c")
    for empty in ("", "  ", "\n\x00"):
        with pytest.raises(ParameterError, match="can be read"):
            presets.rename("z", empty)
    presets.delete("a")
    assert presets.names == ("z", "c")


def test_there_is_an_end(presets):
    for k in range(MOST):
        presets.keep(f"{k}", state())
    with pytest.raises(ParameterError, match="at most"):
        presets.keep("one more", state())
    presets.keep("3", state())
    assert len(presets) == MOST


def test_long_names_are_cut(presets):
    presets.keep("n" * 500, state())
    assert presets.names == ("n" * LONGEST,)


def test_whatever_was_stored_can_be_read(qapp, strange):
    good = {"name": "good", "vector": {"probabilities": [1, 3], "labels": ["a", "b"]}}
    for bad in strange:
        settings = Settings()
        records = [bad, {"name": bad, "vector": {}}, {"name": "odd", "vector": bad}, good]
        settings._values["presets"] = [*records, {"name": "list", "vector": {"labels": bad}}]
        presets = OwnPresets(settings)
        assert "good" in presets.names
        for name in presets.names:
            kept = presets.get(name)
            assert len(kept.labels) == len(kept.probabilities)
        assert presets.get("good").probabilities == (0.25, 0.75)
