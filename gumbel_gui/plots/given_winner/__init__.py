"""Plots of the Given the winner view: what is known of noise and scores once a class won."""
