"""Plots of the Gradients view: Jacobian, gradient estimators, gradient descent."""
