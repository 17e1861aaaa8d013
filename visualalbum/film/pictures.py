"""Pictures in memory: libVLC writes each one into a buffer of ours, the stage reads the latest; no window, no Qt."""

from __future__ import annotations

import ctypes
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from visualalbum.film.instance import vlc
from visualalbum.film.shape import Shape, fit

BUFFERS = 4
"""One being written, the latest, and the two handed out last, which are not written to while a reader may look."""

ALIGNMENT = 64
"""Bytes of a row are a multiple of it and buffers start on one: swscale writes such rows with its vector code."""

NEVER_NS = 1 << 63
"""Later than any instant of the monotonic clock."""

SHAPE_WAIT_S = 0.25
"""How long libVLC's set-up of its output waits until the deck has read the film's shape, which takes it about 1 ms."""

_Pointer = ctypes.c_void_p
_LOCK = ctypes.CFUNCTYPE(_Pointer, _Pointer, ctypes.POINTER(_Pointer))
_DISPLAY = ctypes.CFUNCTYPE(None, _Pointer, _Pointer)
_SETUP = ctypes.CFUNCTYPE(
    ctypes.c_uint,
    ctypes.POINTER(_Pointer),
    ctypes.POINTER(ctypes.c_char),
    *[ctypes.POINTER(ctypes.c_uint)] * 4,
)


@dataclass(frozen=True)
class Picture:
    """One picture: rows of `stride` bytes, four bytes a pixel in the order blue, green, red, unused.

    `buffer` stays as it is until two further pictures have been fetched. `sequence` counts the pictures of a deck;
    this one was delivered at an instant of CLOCK_MONOTONIC. It is upright when turned by so many `quarters` clockwise:
    libVLC writes pictures as they are stored.
    """

    buffer: memoryview
    width: int
    height: int
    stride: int
    sequence: int
    delivered_ns: int
    quarters: int = 0


class _Frames:
    """The buffers of one format."""

    def __init__(self, width: int, height: int, quarters: int) -> None:
        self.width, self.height, self.quarters = width, height, quarters
        self.stride = -(-width * 4 // ALIGNMENT) * ALIGNMENT
        size = self.stride * height
        self._raw = [(ctypes.c_ubyte * (size + ALIGNMENT))() for _ in range(BUFFERS)]
        skips = [-ctypes.addressof(raw) % ALIGNMENT for raw in self._raw]
        self.addresses = [ctypes.addressof(raw) + skip for raw, skip in zip(self._raw, skips, strict=True)]
        self.views = [memoryview(raw).cast("B")[skip : skip + size] for raw, skip in zip(self._raw, skips, strict=True)]


class Pictures:
    """The memory side of one player; `on_delivery(instant_ns, published, mark)` is called from libVLC's thread.

    `mark` tells pictures apart that look different while `marking` is set, and is 0 while it is not.

    Pictures delivered before `publish` allows are kept back: the reader goes on seeing the one before them.
    """

    def __init__(self, on_delivery: Callable[[int, bool, int], None], box: tuple[int, int]) -> None:
        self.box = box
        self.marking = False
        self._publish_from_ns, self._publish_until_ns = 0, NEVER_NS
        self._shape: Shape | None = None
        self._quarters = 0
        self._shape_known = threading.Event()
        self._on_delivery = on_delivery
        self._frames: _Frames | None = None
        self._writing = 0
        self._latest: tuple[_Frames, int, int, int] | None = None
        self._held: tuple[int, int] = (-1, -1)
        self._sequence = 0
        # libVLC keeps the bare addresses: these must live as long as the player.
        self._callbacks: tuple[Any, ...] = (_LOCK(self._lock), _DISPLAY(self._display), _SETUP(self._setup))

    def attach(self, player: Any) -> None:
        """Make a player write here. python-vlc declares the setup callback's text as read-only: not used."""
        lock, display, setup = (ctypes.cast(callback, _Pointer) for callback in self._callbacks)
        address = ctypes.cast(player, _Pointer)
        set_callbacks = vlc.dll["libvlc_video_set_callbacks"]
        set_callbacks.argtypes, set_callbacks.restype = [_Pointer] * 5, None
        set_callbacks(address, lock, None, display, None)
        set_format = vlc.dll["libvlc_video_set_format_callbacks"]
        set_format.argtypes, set_format.restype = [_Pointer] * 3, None
        set_format(address, setup, None)

    def publish(self, from_ns: int, until_ns: int = NEVER_NS) -> None:
        """Show the reader what is delivered from an instant on; with an end, only the first one before that."""
        self._publish_from_ns, self._publish_until_ns = from_ns, until_ns

    def expect(self, quarters: int) -> None:
        """Be ready for another film, to be turned by so many quarters; `set_shape` will tell its shape."""
        self._shape, self._quarters = None, quarters
        self._shape_known.clear()

    def set_shape(self, shape: Shape) -> None:
        """Tell the shape of the pictures to come."""
        self._shape = shape
        self._shape_known.set()

    def picture(self) -> Picture | None:
        """The latest picture, for one reading thread; None before the first one."""
        while (latest := self._latest) is not None:
            frames, index, sequence, delivered_ns = latest
            if index != self._held[0]:
                self._held = (index, self._held[0])
            if self._latest is latest:  # else it may have been reused before it was held
                size = frames.width, frames.height, frames.stride
                return Picture(frames.views[index], *size, sequence, delivered_ns, frames.quarters)
        return None

    def _setup(self, _opaque: Any, chroma: Any, width: Any, height: Any, pitches: Any, lines: Any) -> int:
        """libVLC's thread: choose the format. The size it offers is padded for the decoder, so ours is used."""
        self._shape_known.wait(SHAPE_WAIT_S)
        shape = self._shape or Shape(width[0], height[0])
        box, quarters = self.box, self._quarters
        frames = _Frames(*fit(shape.aspect, box[::-1] if quarters % 2 else box), quarters)
        for place, letter in enumerate(b"RV32"):
            chroma[place] = letter
        width[0], height[0] = frames.width, frames.height
        pitches[0], lines[0] = frames.stride, frames.height
        self._frames, self._writing, self._held = frames, 0, (-1, -1)
        return 1

    def _lock(self, _opaque: Any, planes: Any) -> None:
        """libVLC's thread: name a buffer that is neither the latest nor in a reader's hands."""
        frames, latest = self._frames, self._latest
        assert frames is not None
        taken = {*self._held, latest[1] if latest and latest[0] is frames else -1}
        self._writing = next(index for index in range(BUFFERS) if index not in taken)
        planes[0] = frames.addresses[self._writing]

    def _display(self, _opaque: Any, _picture: Any) -> None:
        """libVLC's thread, at the picture's own instant: what was written is now the latest."""
        instant_ns = time.monotonic_ns()
        assert self._frames is not None
        published = self._publish_from_ns <= instant_ns < self._publish_until_ns
        if published:
            if self._publish_until_ns != NEVER_NS:
                self._publish_from_ns = NEVER_NS
            self._sequence += 1
            self._latest = (self._frames, self._writing, self._sequence, instant_ns)
        mark = zlib.crc32(self._frames.views[self._writing]) if self.marking else 0
        self._on_delivery(instant_ns, published, mark)
