"""Records: values come back as they were, and a damaged place costs the values on its line only."""

import json

import pytest

from gumbel_gui.gui.state.records import read_record, write_record

VALUES = {
    "number": 1e-300,
    "text": 'größe "x", \\ ≥ \ufffd\n"b": 2',
    "list": [0.1, [True, None], {}],
    "record": {"a": 1, "b": [2, "x, "]},
    "none": None,
}


def test_values_come_back_and_the_file_is_json():
    data = write_record(VALUES)
    assert read_record(data) == (VALUES, True)
    assert json.loads(data) == VALUES
    assert data.isascii()


def test_a_file_that_another_program_has_laid_out_is_read():
    assert read_record(json.dumps(VALUES, indent=4, ensure_ascii=True).encode()) == (VALUES, True)


@pytest.mark.parametrize("bit", range(8))
def test_a_flipped_bit_costs_at_most_two_values(bit):
    """Two where the end of a line is gone."""
    data = write_record(VALUES)
    for place in range(len(data)):
        damaged = bytearray(data)
        damaged[place] ^= 1 << bit
        values, _ = read_record(bytes(damaged))
        assert sum(values.get(name, "?") != value for name, value in VALUES.items()) <= 2, place


def test_a_file_that_was_cut_short_has_the_values_before():
    data = write_record(VALUES)
    values, whole = read_record(data[: data.index(b'"record"') + 12])
    assert values == {name: VALUES[name] for name in ("number", "text", "list")}
    assert not whole


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\0" * 4096, b"\xff\xfe", b"7", b"[1, 2]", b"[" * 100_000, b'{"a":' * 50_000),
        *(b'"a": NaN', b'"a": 1, "a": 2', b'"a": Infinity', b'"a": ' + b"9" * 5000),
    ],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_record_has_no_values(data):
    assert read_record(data) == ({}, False)
