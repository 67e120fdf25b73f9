"""What is touched: the window, its controls and cards, and what keeps them in step.

The composition root is ``app``: it makes the store, the worker and the window and wires them.
"""
