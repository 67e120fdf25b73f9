"""The window: state, worker, controls, cards, dialogs, guide.

The composition root is ``app``: it makes the store, the worker and the window and wires them.
"""
