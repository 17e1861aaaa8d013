"""Reading pixels from an X11 screen through libxcb, fast enough to time single frames."""

from __future__ import annotations

import ctypes
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

_Z_PIXMAP = 2  # xproto.h, XCB_IMAGE_FORMAT_Z_PIXMAP
_ALL_PLANES = 0xFFFFFFFF


class _Screens(ctypes.Structure):
    """xcb_screen_iterator_t; the first member of the screen it points to is the root window."""

    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _Cookie(ctypes.Structure):
    """xcb_get_image_cookie_t."""

    _fields_ = (("sequence", ctypes.c_uint),)


def _library() -> ctypes.CDLL:
    xcb = ctypes.CDLL("libxcb.so.1")
    pointer, number = ctypes.c_void_p, ctypes.c_uint32
    xcb.xcb_connect.restype, xcb.xcb_connect.argtypes = pointer, (ctypes.c_char_p, pointer)
    xcb.xcb_connection_has_error.argtypes = (pointer,)
    xcb.xcb_get_setup.restype, xcb.xcb_get_setup.argtypes = pointer, (pointer,)
    xcb.xcb_setup_roots_iterator.restype, xcb.xcb_setup_roots_iterator.argtypes = _Screens, (pointer,)
    xcb.xcb_get_image.restype = _Cookie
    size = ctypes.c_uint16
    xcb.xcb_get_image.argtypes = (pointer, ctypes.c_uint8, number, ctypes.c_int16, ctypes.c_int16, size, size, number)
    xcb.xcb_get_image_reply.restype, xcb.xcb_get_image_reply.argtypes = pointer, (pointer, _Cookie, pointer)
    xcb.xcb_get_image_data.restype, xcb.xcb_get_image_data.argtypes = pointer, (pointer,)
    xcb.xcb_get_image_data_length.argtypes = (pointer,)
    xcb.xcb_disconnect.argtypes = (pointer,)
    return xcb


_free = ctypes.CDLL(None).free
_free.argtypes = (ctypes.c_void_p,)


class ScreenReader:
    """A connection to a screen of 24-bit colour that gives rectangles of it as blue-green-red-unused bytes."""

    def __init__(self, display: str) -> None:
        """Connect; raises OSError where there is no such display."""
        self._xcb = _library()
        self._connection = self._xcb.xcb_connect(display.encode(), None)
        if self._xcb.xcb_connection_has_error(self._connection):
            self._xcb.xcb_disconnect(self._connection)
            raise OSError(f"no X11 screen at {display}")
        setup = self._xcb.xcb_get_setup(self._connection)
        self._root = self._xcb.xcb_setup_roots_iterator(setup).data[0]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._xcb.xcb_disconnect(self._connection)

    def ask(self, x: int, y: int, width: int, height: int) -> _Cookie:
        """Ask for a rectangle; several questions travel together and are answered with `answer` in turn."""
        return self._xcb.xcb_get_image(self._connection, _Z_PIXMAP, self._root, x, y, width, height, _ALL_PLANES)

    def answer(self, question: _Cookie, width: int, height: int) -> NDArray[np.uint8]:
        """The pixels asked for, height x width x 4; raises OSError where the screen is gone or the place is off it."""
        reply = self._xcb.xcb_get_image_reply(self._connection, question, None)
        if not reply:
            raise OSError("the screen did not answer: it is gone, or the rectangle is not all on it")
        try:
            data = self._xcb.xcb_get_image_data(reply)
            raw = ctypes.string_at(data, self._xcb.xcb_get_image_data_length(reply))
        finally:
            _free(reply)
        return np.frombuffer(raw, dtype=np.uint8).reshape(height, width, 4)

    def grab(self, x: int, y: int, width: int, height: int) -> NDArray[np.uint8]:
        """One rectangle now, height x width x 3, red first."""
        return self.answer(self.ask(x, y, width, height), width, height)[:, :, 2::-1]
