"""Dialogs: export, vector, preferences, about."""
