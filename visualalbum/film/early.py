"""libVLC's plugins, read in a thread of their own while the program is still reading its own modules."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from visualalbum.film.instance import Instance, LibVLCMissing

CLOSE_S = 3.0
"""A libVLC that takes longer to read its plugins is left to the end of the process."""


@contextmanager
def plugins_loaded() -> Iterator[None]:
    """Make an instance beside all else: it takes 0.1 s, and one that is made while it is there takes none of that.

    What makes one meanwhile waits for the rest of it within libVLC. Where there is no libVLC, that tells so.
    """
    made: list[Instance] = []

    def make() -> None:
        try:
            made.append(Instance())
        except LibVLCMissing:
            return

    thread = threading.Thread(target=make, name="libvlc-plugins", daemon=True)
    thread.start()
    try:
        yield
    finally:
        thread.join(CLOSE_S)
        for instance in made:
            instance.release()
