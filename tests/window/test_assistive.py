"""What a screen reader gets to know, in each language, asked by a real client of AT-SPI.

PyQt binds no ``QAccessible``, so that a slider tells the place of its handle as its value. What it
stands for is its description, and the value of the box of the same name.
"""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from gumbel_gui import language
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.base import VIEWS

SYSTEM_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("assistive_client.py")
PATIENCE = 120
ROLES = {"push button", "check box", "text", "slider", "spin button", "combo box", "table"}
ROLES |= {"table cell", "page tab", "page tab list", "panel", "label", "menu item"}


@contextmanager
def session_bus():
    """Start a bus of a session, and give its address."""
    words = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    bus = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield bus.stdout.readline().strip()
    finally:
        bus.terminate()
        bus.communicate()


@pytest.fixture(scope="module", params=["en", "zh"])
def told(request, display, tmp_path_factory):
    """Return the language, and what the client was told by a program that speaks it."""
    try:
        subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("the client needs Debian's python3-pyatspi")
    home = tmp_path_factory.mktemp("home")
    (home / "GumbelGUI").mkdir()
    record = json.dumps({"language": request.param, "theme": "contrast"})
    (home / "GumbelGUI" / "window-1.json").write_text(record)
    hidden = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANG", "LC_ALL", "XDG_RUNTIME_DIR")
    environment = {k: v for k, v in os.environ.items() if k not in hidden}
    environment |= {"DISPLAY": display((1600, 1000)), "LC_ALL": "C.UTF-8"}
    environment |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    with session_bus() as address, language.speaking(request.param):
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        script = Path(sys.executable).with_name("gumbel-gui")
        program = subprocess.Popen([script], env=environment, stderr=subprocess.PIPE, text=True)
        try:
            words = [SYSTEM_PYTHON, CLIENT, language.tr("Temperature")]
            client = subprocess.run(
                words, env=environment, capture_output=True, text=True, timeout=PATIENCE
            )
        finally:
            program.terminate()
            _, errors = program.communicate()
        assert client.returncode == 0, (client.stderr, errors)
        yield request.param, json.loads(client.stdout)


def all_nodes(answer):
    return [*answer["window"], *(node for view in answer["views"] for node in view)]


def test_every_control_has_a_name_and_a_role(told):
    _, answer = told
    controls = [node for node in all_nodes(answer) if node["focusable"]]
    assert len(controls) > 100
    assert [node for node in controls if not node["name"]] == []
    assert {node["role"] for node in controls} <= ROLES


def test_every_number_is_told_as_the_quantity(told):
    _, answer = told
    boxes = {node["name"]: node for node in all_nodes(answer) if node["role"] == "spin button"}
    for name, box in boxes.items():
        several = "," in box["text"]  # the weights of the loss
        shown = "".join(box["text"].split())
        assert several or box["value"] == float(shown), name
        assert several or box["least"] <= box["value"] <= box["largest"], name
    sliders = [node for node in all_nodes(answer) if node["role"] == "slider"]
    assert len(sliders) >= 12
    for slider in sliders:
        # Over the steps of what plays, the handle's place is the quantity itself.
        same = (box for name, box in boxes.items() if slider["name"].startswith(name))
        box = next(same, slider)
        assert float(slider["description"]) == pytest.approx(box["value"], rel=1e-3), slider


def test_a_choice_tells_what_is_chosen_and_what_for(told):
    _, answer = told
    choices = [node for node in all_nodes(answer) if node["role"] == "combo box"]
    assert len(choices) >= 7
    assert all(node["name"] and node["description"] for node in choices)


def test_t_can_be_set_by_the_value_of_its_box(told):
    _, answer = told
    box, slider = answer["t"]
    assert box["value"] == 2.5
    assert box["text"] == slider["description"] == "2.5"


def test_each_plot_tells_its_title_and_its_caption(told):
    spoken, answer = told
    assert len(answer["views"]) == len(VIEWS)
    for view, nodes in zip(VIEWS, answer["views"], strict=True):
        cards = [node for node in nodes if node["role"] == "panel" and node["name"]]
        labels = {node["name"] for node in nodes if node["role"] == "label"}
        assert len(cards) == len(plots_of(view))
        for card in cards:
            assert {card["name"], card["description"]} <= labels
            assert spoken == "en" or any("一" <= c <= "鿿" for c in card["description"]), card


def test_the_language_is_the_chosen_one(told):
    spoken, answer = told
    tabs = [node["name"] for node in answer["window"] if node["role"] == "page tab"]
    with language.speaking(spoken):
        assert tabs == [language.tr(title) for title in VIEWS.values()]


def test_the_table_of_a_plot_tells_its_cells_and_headers(told):
    _, answer = told
    table = answer["table"]
    headers = [node["name"] for node in table if node["role"] == "table column header"]
    cells = [node["name"] for node in table if node["role"] == "table cell"]
    assert len(headers) >= 3
    assert all(headers)
    assert len(cells) > 10
    for cell in cells:
        float("".join(cell.split()).replace("−", "-"))
