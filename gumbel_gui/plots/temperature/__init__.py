"""Plots of the Temperature view: what t does to the relaxed vectors."""
