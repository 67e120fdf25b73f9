"""Display check, signals and exception hooks, theme."""
