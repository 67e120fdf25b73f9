"""State of the window: parameters, labels, locks and options; edits, undo, settings, playback."""
