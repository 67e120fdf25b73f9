"""A clipboard manager of X11, as desktops have one: it keeps what a program leaves that ends.

It owns the selection CLIPBOARD_MANAGER, and takes the picture over when it is asked to save
(SAVE_TARGETS, see the clipboard manager specification of freedesktop.org). Arguments: a folder, in
which it writes ``ready`` when it can be asked, and ``saved.png`` with each picture.
"""

import sys
from pathlib import Path

from Xlib import X
from Xlib.display import Display
from Xlib.protocol.event import SelectionNotify


class ClipboardManager:
    def __init__(self, folder):
        self.folder, self.display = folder, Display()
        self.window = self.display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.window.change_attributes(event_mask=X.PropertyChangeMask)
        self.window.set_selection_owner(self.atom("CLIPBOARD_MANAGER"), X.CurrentTime)
        self.display.sync()

    def atom(self, name):
        return self.display.intern_atom(name)

    def serve(self):
        (self.folder / "ready").touch()
        while True:
            self.answer(self.next(X.SelectionRequest))

    def answer(self, request):
        if request.target == self.atom("SAVE_TARGETS"):
            (self.folder / "saved.png").write_bytes(self.fetch(self.atom("image/png")))
        words = {name: getattr(request, name) for name in ("selection", "target", "property")}
        event = SelectionNotify(time=request.time, requestor=request.requestor, **words)
        request.requestor.send_event(event)
        self.display.sync()

    def fetch(self, target):
        """Return what the owner of the clipboard has of a target, whole or in increments."""
        store = self.atom("STORE")
        self.window.convert_selection(self.atom("CLIPBOARD"), target, store, X.CurrentTime)
        if self.next(X.SelectionNotify).property == X.NONE:
            return b""
        data = self.take(store)
        if data.property_type != self.atom("INCR"):
            return bytes(data.value)
        parts = []
        while not parts or parts[-1]:
            while (event := self.next(X.PropertyNotify)).state != X.PropertyNewValue:
                assert event.atom == store
            parts.append(bytes(self.take(store).value))
        return b"".join(parts)

    def take(self, name):
        data = self.window.get_full_property(name, X.AnyPropertyType)
        self.window.delete_property(name)
        self.display.flush()
        return data

    def next(self, kind):
        while (event := self.display.next_event()).type != kind:
            pass
        return event


ClipboardManager(Path(sys.argv[1])).serve()
