"""libVLC itself: one instance a process, its options, its versions, its log; and what to say where it is missing."""

from __future__ import annotations

import ctypes
import importlib
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from visualalbum.said import NOTHING, Said, both, say

vlc: Any = None
"""The module python-vlc, for this package alone; None where libVLC is missing."""
_missing = NOTHING
REMEDY = say("on Debian and Ubuntu: apt install libvlc5 vlc-plugin-base")
try:
    vlc = importlib.import_module("vlc")
    vlc.libvlc_get_version()  # on Linux python-vlc is imported without libVLC all the same, and fails when it is used
except ImportError as error:
    _missing = say(
        "the Python package python-vlc is missing, so no film can be shown ({reason}); install it with pip",
        reason=str(error),
    )
except (OSError, NameError, NotImplementedError, AttributeError) as error:  # what it raises then
    vlc = None
    _missing = both(say("libVLC is not installed, so no film can be shown ({reason})", reason=str(error)), REMEDY)

log = logging.getLogger("visualalbum.film")

OPTIONS = (
    "--ignore-config",
    "--no-interact",
    "--no-video-title-show",
    "--no-osd",
    # Without it a fresh video output drops the very picture that priming waits for: it does not know yet that the
    # player is paused and finds the picture late ("too late to be displayed (missing 33 ms)" in its log). With it 0
    # of 40 primings lost their picture, without it 3 of 24 with short groups of pictures and 40 of 48 with long ones.
    # While rolling, a late picture is then shown late and the next ones catch up; none is lost.
    "--no-drop-late-frames",
    "--no-skip-frames",
    # No text is drawn by libVLC: leaving its fonts alone saves 4 ms at every load and 12 at the first. ("dummy" is its
    # name for the same in other places; here it finds none and reads the fonts.)
    "--text-renderer=none",
    # Fast bilinear scaling: 1080p24 at 14 Mbit/s shown at 1280x720 takes 0.37 to 0.39 of a core with it, 0.65 to 0.75
    # with libVLC's bicubic, and hardly looks different. One decoding thread or more makes no difference to the cost.
    "--swscale-mode=0",
)


class LibVLCMissing(RuntimeError):
    """libVLC or its plugins are not there; the text says so in one sentence, with the remedy."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class LibVLCError(RuntimeError):
    """libVLC refused a call that does not fail on a sound system."""


def version() -> str:
    """libVLC's own version, such as `3.0.24`. Raises LibVLCMissing."""
    if vlc is None:
        raise LibVLCMissing(_missing)
    return str(vlc.libvlc_get_version().decode()).split()[0]


def binding_version() -> str:
    """The version of python-vlc. Raises LibVLCMissing."""
    version()
    return str(vlc.__version__)


class Instance:
    """The one libVLC instance of a process. Raises LibVLCMissing where it cannot be made."""

    def __init__(self, options: Sequence[str] = OPTIONS) -> None:
        version()
        chatty = log.isEnabledFor(logging.DEBUG)
        self._vlc = vlc.Instance([*options, "-vv" if chatty else "--quiet"])
        if self._vlc is None:
            raise LibVLCMissing(both(say("libVLC does not start: its plugins are missing or broken"), REMEDY))
        self._log_callback: Any = None
        if chatty:
            self._capture_log()

    def player(self) -> Any:
        """A new player; its maker releases it. Raises LibVLCError."""
        player = self._vlc.media_player_new()
        if player is None:
            raise LibVLCError("libVLC made no player")
        return player

    def media(self, path: Path, options: Sequence[str]) -> Any:
        """A medium of a file, never read as an address whatever its name. Raises LibVLCError."""
        media = self._vlc.media_new_path(os.fsencode(path))
        if media is None:
            raise LibVLCError(f"libVLC takes no medium at {path}")
        for option in options:
            media.add_option(option)
        return media

    def release(self) -> None:
        """Let go of libVLC, after every player."""
        if self._log_callback is not None:
            vlc.libvlc_log_unset(self._vlc)
        self._vlc.release()

    def _capture_log(self) -> None:
        """Only where someone reads it: each of libVLC's messages takes the interpreter lock."""
        vsnprintf = ctypes.CDLL(None).vsnprintf
        vsnprintf.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_void_p]

        def on_message(_data: Any, level: int, _context: Any, form: bytes, arguments: Any) -> None:
            """libVLC's threads, several at once."""
            text = ctypes.create_string_buffer(1024)
            vsnprintf(text, len(text), form, arguments)
            log.debug("libVLC (%d): %s", level, text.value.decode(errors="replace"))

        self._log_callback = vlc.CallbackDecorators.LogCb(on_message)
        vlc.libvlc_log_set(self._vlc, self._log_callback, None)
