"""Widgets without knowledge of the program: number boxes, sliders, lists, labels."""
