"""Watches folders and a few files by the system's own notices: `stirred` tells that something may have been saved."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

from visualalbum.reach import exists

MOST = 100
"""Folders, and files, that are watched: a system may have no more than some thousand watches for all its programs.
What is left out is found by who looks at the files now and then."""


class Watch(QObject):
    """A folder tells of files that come, go and are replaced; only a file itself tells that it was written to."""

    stirred = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)

    @property
    def watched(self) -> frozenset[Path]:
        """What is watched now."""
        return frozenset(Path(name) for name in (*self._watcher.files(), *self._watcher.directories()))

    def follow(self, files: Iterable[Path], folders: Iterable[Path]) -> None:
        """Watch these, and nothing else; what is not there now is left out until the next call.

        A file that was saved by putting another in its place is not watched any more: call again after each notice.
        """
        wanted = frozenset([*islice(files, MOST), *islice(folders, MOST)])
        watched = self.watched
        if gone := watched - wanted:
            self._watcher.removePaths([str(path) for path in gone])
        if new := [str(path) for path in wanted - watched if exists(path)]:
            self._watcher.addPaths(new)

    @Slot(str)
    def _on_changed(self, _: str) -> None:
        self.stirred.emit()
