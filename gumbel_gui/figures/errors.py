"""The errors of this package: of figures that leave, and of files that are opened."""


class ExportError(Exception):
    """A figure that cannot be made or saved; its text is one sentence for the user."""


class NoRoomError(ExportError):
    """A figure whose plots and words do not fit into its size."""


class CancelledError(Exception):
    """Work that was cancelled by the user; nothing has been saved."""


class OpenError(Exception):
    """A file that cannot be opened; its text is one sentence for the user."""
