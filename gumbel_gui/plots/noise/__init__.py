"""Plots of the Gumbel noise view: where the noise comes from."""
