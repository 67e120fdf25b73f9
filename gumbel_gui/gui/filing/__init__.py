"""Experiment files in the window: new, open, save, recent ones, and files that are dropped."""
