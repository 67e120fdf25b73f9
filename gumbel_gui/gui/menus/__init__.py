"""The menu bar of the window."""
