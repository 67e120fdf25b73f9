"""The program: what the script ``gumbel-gui`` calls, and ``python -m gumbel_gui``."""


def program() -> None:
    """Run the program and end the process.

    Python turns SIGINT into a KeyboardInterrupt wherever it is, also below calls by Qt, which
    cannot pass it on: so the signal ends the process, before anything is imported. The window takes
    it over once it is there. A signal that is ignored, as of a job in the background, stays so.

    The window is closed and everything is saved at the end. ``os._exit`` skips the destruction of
    what is left of Qt and Python, whose order is undefined and can crash.
    """
    try:
        import signal

        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    import os

    for number in range(3):  # a file opened later would be taken for a stream that is closed
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    from gumbel_gui.cli import main

    os._exit(main())


if __name__ == "__main__":
    program()
