"""The old place of what is in number_box, number_slider and labels; goes with the last import."""

from gumbel_gui.gui.widgets.labels import ErrorLabel as ErrorLabel
from gumbel_gui.gui.widgets.labels import StableLabelBox as StableLabelBox
from gumbel_gui.gui.widgets.number_box import LabelEdit as LabelEdit
from gumbel_gui.gui.widgets.number_box import NumberBox as NumberBox
from gumbel_gui.gui.widgets.number_slider import NumberSlider as NumberSlider
