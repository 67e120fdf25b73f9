from gumbel_gui.plots.look.colours import mixed
from gumbel_gui.plots.look.style import DARK, LIGHT


def test_a_mixed_colour_is_a_share_of_the_way_from_one_to_the_other():
    assert mixed("#102030", "#ffffff", 0) == "#102030"
    assert mixed("#102030", "#a0b0c0", 1) == "#a0b0c0"
    assert mixed("#000000", "#64c832", 0.5) == "#326419"


def test_a_faint_colour_is_nearer_to_the_ground_than_muted_words_are():
    assert LIGHT.muted < LIGHT.faint < LIGHT.surface
    assert DARK.surface < DARK.faint < DARK.muted
