"""Plots of the Gradients view: what can be differentiated, and at what price."""
