"""Folders in use: a lock that ends with its process, so that nobody else takes them away."""

from __future__ import annotations

import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: a folder with an open file cannot be deleted there, which protects as well as a lock
    fcntl = None  # type: ignore[assignment]


class Hold:
    """A folder that is in use until this is closed, by anybody, or by one `alone`. Raises OSError where that cannot be.

    The folder may be renamed meanwhile.
    """

    def __init__(self, folder: Path, *, alone: bool = False) -> None:
        self._handle: int | None = None
        if fcntl:
            self._handle = os.open(folder, os.O_RDONLY)
            try:
                fcntl.flock(self._handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
            except OSError:
                self.close()
                raise

    def close(self) -> None:
        """Let go of it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
