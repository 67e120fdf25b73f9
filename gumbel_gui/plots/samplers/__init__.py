"""Plots of the Samplers view: which ways sample p, and why."""
