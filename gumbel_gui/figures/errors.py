"""The one error of this room."""


class ExportError(Exception):
    """A figure that cannot be made or saved; its text is one sentence for a person."""
