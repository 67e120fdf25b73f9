"""What a screen reader gets to know of the running program, as JSON on standard output.

A program of its own, for the Python of the system, whose package pyatspi (Debian's python3-pyatspi)
is a real client of AT-SPI. It shows each view as a user of a screen reader does, by the actions of
the tabs, sets t by the value of its box, and opens the table of one plot by its menu.
"""

import json
import sys
import time
from contextlib import suppress
from itertools import islice

import pyatspi
from gi.repository import Atspi, GLib

PATIENCE = 40.0
ANSWER = 3000
"""Milliseconds for one answer; whoever opens a dialog gives none."""
CELLS = 60
"""Parts of a table that are looked at."""


def wait_for(look, what):
    """Look until there is something, and return it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(Exception):  # what is looked at may come or go meanwhile
            if found := look():
                return found
        time.sleep(0.05)
    sys.exit(f"waited {PATIENCE} s in vain for {what}")


def walk(node):
    """Yield what is shown, from the top."""
    yield node
    for child in node:
        if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
            yield from walk(child)


def told(node):
    """Return what is told of a node."""
    record = {"role": node.getRoleName(), "name": node.name, "description": node.description}
    record["focusable"] = node.getState().contains(pyatspi.STATE_FOCUSABLE)
    interfaces = pyatspi.listInterfaces(node)
    if "Text" in interfaces:
        record["text"] = node.queryText().getText(0, -1)
    if "Value" in interfaces:
        value = node.queryValue()
        record |= {"value": value.currentValue}
        record |= {"least": value.minimumValue, "largest": value.maximumValue}
    return record


def program():
    """Return the program once its window is there."""
    desktop = pyatspi.Registry.getDesktop(0)
    found = [each for each in desktop if each is not None and each.name == "Gumbel GUI"]
    return found[0] if found and found[0].childCount else None


def of_role(nodes, role):
    return [each for each in nodes if each.getRoleName() == role]


def act(node):
    """Do the first thing that can be done with a node."""
    with suppress(GLib.GError):
        node.queryAction().doAction(0)


def cards(pane):
    """Return the plots that are drawn, in which there is a caption."""
    found = [each for each in of_role(walk(pane), "panel") if each.name]
    return found if all(each.description for each in found) else []


def views(pane, tabs):
    """Show each view, and return what is told of its plots."""
    found, before = [], []
    for tab in tabs:
        act(tab)
        shown = wait_for(
            lambda before=before: (now := cards(pane)) and now != before and now, tab.name
        )
        before = shown
        found.append([told(node) for node in walk(pane)])
    return found


def set_t(nodes):
    """Set t by the value of its box, and return what box and slider then tell."""
    (box,), (slider,) = of_role(nodes, "spin button"), of_role(nodes, "slider")
    box.queryValue().currentValue = 2.5
    wait_for(lambda: slider.description == "2.5", "a slider at t = 2.5")
    return [told(box), told(slider)]


def table(application, window, card):
    """Open the table of a plot by its entry in a menu, and return what is told of it."""
    wait_for(lambda: card.queryComponent().grabFocus(), "the focus on a plot")
    (bar,) = of_role(window, "menu bar")
    act(pyatspi.findDescendant(bar, lambda each: "Ctrl+T" in keys(each)))

    def opened():
        others = [each for each in application if each != window]
        return [each for other in others for each in of_role(walk(other), "table")]

    return [told(each) for each in islice(walk(wait_for(opened, "a table")[0]), CELLS)]


def keys(node):
    """Return the keys of an entry of a menu."""
    is_entry = node.getRoleName() == "menu item" and "Action" in pyatspi.listInterfaces(node)
    return node.queryAction().getKeyBinding(0) if is_entry else ""


def main(name_of_t):
    Atspi.set_timeout(ANSWER, ANSWER)
    application = wait_for(program, "the program")
    window = wait_for(lambda: application[0], "the window")
    nodes = wait_for(
        lambda: (found := list(walk(window))) and of_role(found, "slider") and found, "it"
    )
    (pane,), tabs = of_role(nodes, "layered pane"), of_role(nodes, "page tab")
    answer = {"window": [told(each) for each in nodes]}
    answer["t"] = set_t([each for each in nodes if each.name == name_of_t])
    answer["views"] = views(pane, tabs)
    act(tabs[0])
    first = [each["name"] for each in answer["views"][0] if each["role"] == "panel"]
    card = wait_for(lambda: (now := cards(pane)) and now[-1].name in first and now[1], "a plot")
    answer["table_of"] = card.name
    answer["table"] = table(application, window, card)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
