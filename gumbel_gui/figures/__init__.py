"""Figures of a size in mm: as PNG, SVG, PDF or on the clipboard."""
