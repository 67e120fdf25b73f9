"""Tabs: the wheel turns none."""

import pytest

from gumbel_gui.gui.widgets.tabs import Tabs


@pytest.mark.parametrize("angle", [-120, 120])
def test_the_wheel_leaves_the_tabs_alone(show, turn, angle):
    tabs = Tabs("Views", ("one", "two", "three"))
    tabs.setCurrentIndex(1)
    show(tabs)
    tabs.setFocus()
    assert not turn(tabs, angle)
    assert tabs.currentIndex() == 1
