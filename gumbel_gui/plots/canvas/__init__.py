"""Frame, panes, axes, ticks and key of a plot."""
