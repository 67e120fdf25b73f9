"""Gumbel GUI: a desktop laboratory for the Gumbel-softmax trick."""

__version__ = "0.1.0"
