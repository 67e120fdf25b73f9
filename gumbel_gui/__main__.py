"""``python -m gumbel_gui`` is the installed program ``gumbel-gui``."""

from gumbel_gui.cli import program

program()
