"""Plots of the Sample view: what the draws look like."""
