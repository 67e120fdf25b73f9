"""The core: parameters, the Gumbel distribution, the sampler, draws, gradients and statistics.

Imports NumPy and nothing else.
"""
