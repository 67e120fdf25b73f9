"""What only changes how the window looks: enlarging, text size, presenting, folding."""
