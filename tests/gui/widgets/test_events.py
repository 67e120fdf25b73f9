"""Events: which shortcuts a line of text leaves to the window."""

import pytest
from PyQt6.QtCore import QEvent
from PyQt6.QtGui import QKeyEvent, QKeySequence

from gumbel_gui.gui.widgets.events import leaves_to_window


@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("Ctrl+E", (True, True)),
        ("Ctrl+Z", (True, False)),
        ("Ctrl+C", (True, True)),
        ("E", (False, False)),
    ],
)
def test_which_shortcuts_are_left_to_the_window(qapp, keys, left, typing):
    """On X11, where text fields use Ctrl+E themselves, this is what decides."""
    combination = QKeySequence(keys)[0]
    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, combination.key(), combination.keyboardModifiers()
    )
    assert leaves_to_window(event, typing=typing, selected=False) == left[typing]
    copies = keys == "Ctrl+C"  # what is selected
    assert leaves_to_window(event, typing=typing, selected=True) == (left[typing] and not copies)
