"""Experiment files, and experiments inside figures: what they say, and how they are read."""
