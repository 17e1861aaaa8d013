"""What of all that may be dropped on the window is an album."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent

from visualalbum.reach import is_folder

MANIFEST_SUFFIXES = (".yaml", ".yml")


def dropped(event: QDropEvent) -> Path | None:
    """The first manifest, or else the first folder, among what is being dragged; None where there is neither."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.toLocalFile()]
    manifests = (path for path in paths if path.suffix.lower() in MANIFEST_SUFFIXES)
    return next(manifests, None) or next((path for path in paths if is_folder(path)), None)
