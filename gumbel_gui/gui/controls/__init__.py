"""Controls of the side column, and playback."""
