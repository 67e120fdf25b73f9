"""Finding: presets, the command palette and the list of shortcuts."""
