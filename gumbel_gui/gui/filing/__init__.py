"""What enters and leaves the window: experiment files, drops; figures, copies, draws, tables."""
