"""ExportError, the error of this package."""


class ExportError(Exception):
    """A figure that cannot be made or saved; its text is one sentence for the user."""
