"""Animations: figures that move, frame by frame into a file."""
