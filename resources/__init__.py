"""Data files of the program, read with ``importlib.resources.files("gumbel_gui.resources")``."""
