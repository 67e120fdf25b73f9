"""Memory of arrays that runs out at a chosen allocation, by NumPy's own handler for it.

The handler is compiled when it is used: NumPy frees arrays while an exception is on its way, when
no Python may run.
"""

import ctypes
import shutil
import subprocess
from contextlib import contextmanager

from numpy._core import multiarray

SOURCE = """
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

char capsule[] = "mem_handler"; /* stays, as arrays may */
atomic_long count, first = -1, last = -1;

static int refused(void) {
    long number = count++;
    return first <= number && number <= last;
}
static void *get(void *c, size_t n) { return refused() ? NULL : malloc(n); }
static void *zeros(void *c, size_t n, size_t each) { return refused() ? NULL : calloc(n, each); }
static void *resize(void *c, void *old, size_t n) { return refused() ? NULL : realloc(old, n); }
static void release(void *c, void *old, size_t n) { free(old); }

struct { /* PyDataMem_Handler */
    char name[127];
    unsigned char version;
    struct {
        void *context;
        void *(*get)(void *, size_t), *(*zeros)(void *, size_t, size_t);
        void *(*resize)(void *, void *, size_t);
        void (*release)(void *, void *, size_t);
    } allocator;
} handler = {"scarce", 1, {NULL, get, zeros, resize, release}};
"""
COMPILER = shutil.which("cc")
SET_HANDLER = 304
"""Of the table of NumPy's C interface: PyDataMem_SetHandler."""


class ScarceMemory:
    """Counts the allocations of arrays on threads that ``use`` it, and refuses some.

    Args:
        folder: for the compiled handler.
    """

    def __init__(self, folder):
        library = folder / "scarce.so"
        words = [COMPILER, "-shared", "-fPIC", "-O1", "-w", "-xc", "-", "-o", library]
        subprocess.run(words, input=SOURCE.encode(), check=True)
        self._library = ctypes.CDLL(str(library))
        new, get = ctypes.pythonapi.PyCapsule_New, ctypes.pythonapi.PyCapsule_GetPointer
        new.restype, new.argtypes = ctypes.py_object, [ctypes.c_void_p] * 3
        get.restype, get.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
        places = (ctypes.c_char.in_dll(self._library, name) for name in ("handler", "capsule"))
        self._capsule = new(*map(ctypes.addressof, places), None)
        table = ctypes.cast(get(multiarray._ARRAY_API, None), ctypes.POINTER(ctypes.c_void_p))
        self._set = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.py_object)(table[SET_HANDLER])

    def _number(self, name):
        return ctypes.c_long.in_dll(self._library, name)

    @property
    def count(self):
        """How many allocations there were since ``refuse``."""
        return self._number("count").value

    def refuse(self, first, last=None):
        """Refuse the allocations of these numbers, from 0; one, if the last is not given."""
        self._number("count").value = 0
        self._number("first").value = first
        self._number("last").value = first if last is None else last

    @contextmanager
    def use(self):
        """Let this thread have its memory from here."""
        before = self._set(self._capsule)
        try:
            yield
        finally:
            self._set(before)
