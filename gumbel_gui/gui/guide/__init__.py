"""The guide: panel, lessons, steps and progress."""
