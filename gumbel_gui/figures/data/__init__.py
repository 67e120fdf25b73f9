"""Files of numbers."""
