"""Raw draws in files: the numbers of the core, to the bit, whatever the threads and chunks."""

import csv
import os
import sys
import tracemalloc
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core.draws import Chunk, chunk_size
from gumbel_gui.core.engine import Progress
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.figures.data import draws
from gumbel_gui.figures.data.checksums import Checksums
from gumbel_gui.figures.data.draws_csv import CsvDraws
from gumbel_gui.figures.data.npz import NpzDraws
from gumbel_gui.figures.errors import CancelledError, ExportError
from gumbel_gui.figures.experiments.experiment import Experiment, read_experiment
from gumbel_gui.figures.experiments.opening import open_file


def save_draws(path, parameters, labels=(), **others):
    draws.save_draws(path, Experiment(parameters, labels), **others)


P = (0.1, 0.2, 0.3, 0.0, 0.4)
NAMES = ("x", "epsilon", "g", "class", "s")
DTYPES = {"x": "f8", "epsilon": "f4", "g": "f4", "class": "u1", "s": "f4"}


def of_core(parameters):
    """The draws by the core's chunks, in another cut than that of the files where it can be."""
    size = min(chunk_size(parameters.classes) - 7, parameters.draws)
    pieces = {name: [] for name in NAMES}
    for start in range(0, parameters.draws, size):
        count = min(size, parameters.draws - start)
        chunk = Chunk(parameters, start, count, Stages(), Workspace())
        pieces["epsilon"].append(chunk.noise.copy())
        pieces["x"].append(chunk.exact_uniform.copy())
        pieces["g"].append(chunk.scores)
        pieces["class"].append(chunk.classes.copy())
        pieces["s"].append(chunk.relaxed.copy())
    return {name: np.concatenate(parts, axis=-1) for name, parts in pieces.items()}


def read_csv(path):
    """The arrays of a CSV file by Python's own means, with K rows each, or one."""
    lines = path.read_text("utf-8").splitlines()
    names, *rows = [line.split(",") for line in lines if not line.startswith("#")]
    columns = dict(zip(names, zip(*rows, strict=True), strict=True))
    found = {"draw": np.array(columns.pop("draw"), int)}
    for name in NAMES:
        mine = [c for n, c in columns.items() if n.partition("_")[0] == name]
        array = np.array(mine, float).astype(DTYPES[name])
        found[name] = array[0] if name == "class" else array
    return found


def same(got, expected):
    for name in NAMES:
        assert got[name].dtype == np.dtype(DTYPES[name])
        assert got[name].tobytes() == expected[name].tobytes(), name
        assert got[name].shape == expected[name].shape


@pytest.mark.parametrize("mistake", Mistake)
def test_npz_holds_what_the_core_draws_to_the_bit(tmp_path, mistake):
    parameters = Parameters(P, 0.3, 140_001, seed=7, mistake=mistake)
    save_draws(tmp_path / "a.npz", parameters)
    with np.load(tmp_path / "a.npz", allow_pickle=False) as found:
        same(found, of_core(parameters))


@pytest.mark.parametrize("temperature", [0, 1e-320, 1e-3, 1e308])
@pytest.mark.parametrize("ending", draws.ENDINGS)
def test_so_it_is_at_any_temperature_with_many_classes_and_in_csv(tmp_path, temperature, ending):
    classes = 33 if ending == "npz" else 3
    parameters = Parameters(range(classes), temperature, chunk_size(33) + 5, seed=3)
    path = tmp_path / f"a.{ending}"
    save_draws(path, parameters)
    same(np.load(path) if ending == "npz" else read_csv(path), of_core(parameters))


@pytest.mark.parametrize("mistake", Mistake)
def test_csv_reads_back_as_what_the_core_draws_to_the_bit(tmp_path, mistake):
    parameters = Parameters(P, 0.3, 5000, seed=2**63 - 1, mistake=mistake)
    save_draws(tmp_path / "a.csv", parameters)
    found = read_csv(tmp_path / "a.csv")
    same(found, of_core(parameters))
    assert found["draw"].tolist() == list(range(1, 5001))


@pytest.mark.parametrize("ending", draws.ENDINGS)
def test_the_arrays_agree_with_one_another(tmp_path, ending):
    """Each from the one before by its formula, to the rounding of single precision."""
    path, t = tmp_path / f"a.{ending}", 0.7
    save_draws(path, Parameters(P, t, 20_000))
    found = np.load(path) if ending == "npz" else read_csv(path)
    x, epsilon, g, classes, s = (found[name] for name in NAMES)
    np.testing.assert_allclose(epsilon, -np.log(-np.log(x)), rtol=2e-7, atol=2e-7)
    with np.errstate(divide="ignore"):
        np.testing.assert_allclose(g, np.log(P)[:, None] + epsilon, rtol=2e-7, atol=2e-6)
    np.testing.assert_array_equal(classes, g.argmax(axis=0))
    np.testing.assert_array_equal(classes, s.argmax(axis=0))
    weights = np.exp((g - g.max(axis=0)).astype(float) / t)
    np.testing.assert_allclose(s, weights / weights.sum(axis=0), rtol=2e-5, atol=1e-38)


@pytest.mark.parametrize("draws_", [1, 2, 65_535, 65_536, 65_537])
def test_any_number_of_draws_is_written_whole(tmp_path, draws_):
    parameters = Parameters((1, 2), draws=draws_)
    save_draws(tmp_path / "a.npz", parameters)
    same(np.load(tmp_path / "a.npz"), of_core(parameters))


@pytest.mark.parametrize("ending", draws.ENDINGS)
def test_the_parameters_are_in_the_file(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    experiment = Experiment(Parameters(P, 0.3, 5, seed=8), ("ä,#", "b", "c", "d", "e"))
    draws.save_draws(path, experiment)
    if ending == "npz":
        text = str(np.load(path, allow_pickle=False)["experiment"])
    else:
        lines = path.read_text("ascii").splitlines()
        assert lines[0].startswith("# Gumbel GUI ")
        ((_, text),) = csv.reader([lines[1]])
    assert open_file(path) == experiment
    assert read_experiment(text.encode()) == experiment


def test_numpy_reads_the_table(tmp_path):
    save_draws(tmp_path / "a.csv", Parameters((1, 2), draws=10))
    table = np.genfromtxt(tmp_path / "a.csv", delimiter=",", names=True, skip_header=3)
    assert table.dtype.names == (
        *("draw", "x_0", "x_1", "epsilon_0", "epsilon_1", "g_0", "g_1", "class", "s_0", "s_1"),
    )
    assert len(table) == 10


def test_other_programs_find_no_fault_in_the_archive(tmp_path):
    save_draws(tmp_path / "a.npz", Parameters(P, draws=70_000))
    with zipfile.ZipFile(tmp_path / "a.npz") as archive:
        assert archive.testzip() is None
        names = [member.filename for member in archive.infolist()]
        assert names == [f"{name}.npy" for name in ("experiment", *NAMES)]
        assert all(member.compress_type == zipfile.ZIP_STORED for member in archive.infolist())


def test_equal_parameters_give_equal_files_on_any_number_of_threads(tmp_path):
    parameters = Parameters(P, draws=300_000)
    for threads in (1, 2, 5):
        with (tmp_path / str(threads)).open("w+b") as file:
            for _ in NpzDraws(parameters, "", threads).write(file):
                pass
    first, *others = ((tmp_path / str(threads)).read_bytes() for threads in (1, 2, 5))
    assert all(other == first for other in others)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a sparse file")
def test_places_and_sizes_beyond_4_gib_are_right(tmp_path, monkeypatch):
    """The headers of 6·10⁸ draws, none of which is drawn: the file of 49 GB has holes for them."""
    monkeypatch.setattr("gumbel_gui.figures.data.npz.reserve", lambda *_: None)
    monkeypatch.setattr(
        "gumbel_gui.core.engine.Engine.accumulate", lambda *_: (progress for _ in "1")
    )
    progress = Progress(1, {"": Checksums((0,) * 17, (0,) * 17)})
    parameters = Parameters((1, 2, 3, 4), draws=6 * 10**8)
    with (tmp_path / "a.npz").open("wb") as file:
        for _ in NpzDraws(parameters, "{}").write(file):
            pass
    with zipfile.ZipFile(tmp_path / "a.npz") as archive:
        for member, size in zip(archive.infolist()[1:], (32, 16, 16, 1, 16), strict=True):
            assert member.file_size == size * parameters.draws + 128
            with archive.open(member) as opened:
                assert np.lib.format.read_magic(opened) == (1, 0)
                shape, in_columns, _ = np.lib.format.read_array_header_1_0(opened)
            assert shape == ((6 * 10**8,) if member.filename == "class.npy" else (4, 6 * 10**8))
            assert not in_columns


@pytest.mark.parametrize("make", [lambda p: NpzDraws(p, "", threads=1), lambda p: CsvDraws(p, "")])
def test_memory_does_not_grow_with_the_number_of_draws(tmp_path, make, monkeypatch):
    """The peak of what Python and NumPy allocate on one thread for 2 and 6 chunks, to 2 %."""
    size, peaks = 8192, []
    for module in ("core.engine", "figures.data.draws_csv"):
        monkeypatch.setattr(f"gumbel_gui.{module}.chunk_size", lambda _: size)
    for chunks in (1, 2, 6):  # the first also makes what is made once
        writer = make(Parameters((1, 2), draws=chunks * size))
        with (tmp_path / "a").open("wb") as file:
            tracemalloc.start()
            try:
                for _ in writer.write(file):
                    pass
                peaks.append(tracemalloc.get_traced_memory()[1])
            finally:
                tracemalloc.stop()
    assert peaks[2] <= 1.02 * peaks[1] < 10 * 2**20


@pytest.mark.parametrize("ending", draws.ENDINGS)
def test_how_much_is_done_is_told_and_rises_to_all(tmp_path, ending):
    shares = []
    save_draws(
        tmp_path / f"a.{ending}",
        Parameters((1, 2), draws=70_000),
        proceed=lambda share: shares.append(share) or True,
    )
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert 0 < shares[0] <= 1


@pytest.mark.parametrize("ending", draws.ENDINGS)
def test_what_is_cancelled_leaves_the_old_file_and_no_other(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    path.write_bytes(b"old")
    with pytest.raises(CancelledError):
        save_draws(path, Parameters(P, draws=10**6), proceed=lambda _: False)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize("ending", ["", "npy", "txt", "csv.gz"])
def test_another_ending_is_refused_in_a_sentence(tmp_path, ending):
    with pytest.raises(ExportError, match=r"must end in one of \.npz, \.csv\.$"):
        save_draws(tmp_path / f"a.{ending}", Parameters(P))


@pytest.mark.parametrize("ending", draws.ENDINGS)
def test_a_disk_without_room_is_noticed_before_anything_is_written(tmp_path, ending, monkeypatch):
    monkeypatch.setattr(draws, "writing", lambda _: pytest.fail("it was opened"))
    path = tmp_path / f"a.{ending}"
    with pytest.raises(ExportError) as caught:
        save_draws(path, replace(Parameters(P), draws=10**11))
    assert str(caught.value).startswith(f"output is {str(path)!r}, but must be on a disk with room")
    assert "needed" in str(caught.value)
    assert os.listdir(tmp_path) == []
