"""The errors of this package: of figures that leave, and of files that are opened."""

from gumbel_gui.language import mark, tr

REASONS = (
    *(mark("permission denied"), mark("no space left on device"), mark("is a directory")),
    *(mark("no such file or directory"), mark("not a directory"), mark("read-only file system")),
    *(mark("file name too long"), mark("bad file descriptor"), mark("input/output error")),
    *(mark("disk quota exceeded"), mark("operation not permitted"), mark("file too large")),
    *(mark("too many open files"), mark("no such device or address"), mark("no such device")),
    *(mark("file exists"), mark("device or resource busy"), mark("invalid argument")),
    *(mark("too many levels of symbolic links"), mark("text file busy")),
)
"""What systems say of an error that a user can meet, in small letters."""


def reason(error: OSError) -> str:
    """Return why something could not be read or written, in a few words."""
    return tr((error.strerror or str(error)).lower())


class ExportError(Exception):
    """A figure that cannot be made or saved; its text is one sentence for the user."""


class NoRoomError(ExportError):
    """A figure whose plots and words do not fit into its size."""


class CancelledError(Exception):
    """Work that was cancelled by the user; nothing has been saved."""


class OpenError(Exception):
    """A file that cannot be opened; its text is one sentence for the user."""
