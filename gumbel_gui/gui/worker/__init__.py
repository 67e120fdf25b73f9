"""The drawing thread, its jobs and its results."""
