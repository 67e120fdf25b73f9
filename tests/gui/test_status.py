"""The status line's speed."""

from types import SimpleNamespace

import pytest

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.status import status_of


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (0.4, "0.4 per second"),
        (3.0, "3 per second"),
        (850.2, "850 per second"),
        (45_678.0, "45\N{NO-BREAK SPACE}678 per second"),
        (2.5e6, "2.5 million per second"),
    ],
)
def test_a_slow_speed_is_not_called_0_million(rate, words):
    result = SimpleNamespace(
        done=5, parameters=Parameters((1, 1)), seconds=1, rate=rate, complete=False, running=True
    )
    assert status_of(result, keeping=True, following=1).endswith(words)
