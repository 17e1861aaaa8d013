"""What of all that may be dropped on the window is an album."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent

from visualalbum.reach import is_folder

SUFFIXES = (".yaml", ".yml", ".zip")


def dropped(event: QDropEvent) -> Path | None:
    """The first manifest or bundle, or else the first folder, among what is being dragged; None where there is none."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.toLocalFile()]
    files = (path for path in paths if path.suffix.lower() in SUFFIXES)
    return next(files, None) or next((path for path in paths if is_folder(path)), None)
