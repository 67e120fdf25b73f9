"""Menu actions that ask or tell by a dialog, or use the clipboard, and need only the state."""

from __future__ import annotations

from collections.abc import Callable

from gumbel_gui.gui.dialogs import actions as dialogs
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.window import MainWindow


def connect_dialogs(
    window: MainWindow,
    store: Store,
    settings: Settings,
    shown: Callable[[], tuple[str, ...]],
    changed: Callable[[], None],
) -> None:
    """Connect the actions.

    Args:
        window: whose actions they are.
        store: of the state.
        settings: where choices are remembered.
        shown: returns the names of the plots that are seen.
        changed: is called when settings have changed.
    """

    def animate() -> None:
        window.show_status(dialogs.save_animation(store.state, shown(), settings, window))
        changed()

    menus = window.menus
    menus.animate.triggered.connect(animate)
    menus.save_draws.triggered.connect(
        lambda: dialogs.save_draws(store.state, window, window.closing, window.show_status)
    )
    menus.code_wanted.connect(lambda name: window.show_status(dialogs.copy_code(name, store.state)))
    for asked in (menus.vector.triggered, window.probabilities.vector_wanted):
        asked.connect(lambda: dialogs.ask_for_vector(store, window))
    menus.about.triggered.connect(lambda: dialogs.show_about(window))
