"""A keyboard on an X11 screen, through libXtst: a key goes down within a fraction of a millisecond of the call.

xdotool is a process of its own for each key: starting it takes 5 to 20 ms, which is what some figures are about.
"""

from __future__ import annotations

import ctypes
import time
from types import TracebackType
from typing import Self


class Keyboard:
    """A connection to a screen that presses keys, named as X names them (`space`, `Right`)."""

    def __init__(self, display: str) -> None:
        """Connect; raises OSError where there is no such display."""
        self._x11, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))
        if not self._display:
            raise OSError(f"no X11 screen at {display}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._x11.XCloseDisplay(self._display)

    def press(self, key: str) -> int:
        """Press and let go of a key; returns the instant just before. Raises ValueError where X knows no such key."""
        symbol = ctypes.c_ulong(self._x11.XStringToKeysym(key.encode()))
        code = self._x11.XKeysymToKeycode(self._display, symbol)
        if not code:
            raise ValueError(f"no key {key}")
        pressed_ns = time.monotonic_ns()
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, code, down, ctypes.c_ulong(0))
        self._x11.XSync(self._display, 0)
        return pressed_ns
