"""What is true: parameters, the Gumbel distribution, the one sampler, its draws and statistics.

Imports NumPy and nothing else.
"""
