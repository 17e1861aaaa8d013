"""The dialog in which a person finds an album to open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from visualalbum.ui.tongue import tr


def ask_for_album(window: QWidget) -> Path | None:
    """Have a manifest or a bundle named; None where a person would rather not."""
    kinds = tr("Visual albums (*.visualalbum.yaml *.visualalbum.yml *.zip);;YAML (*.yaml *.yml);;All files (*)")
    name, _ = QFileDialog.getOpenFileName(window, tr("Open an album"), "", kinds)
    window.activateWindow()  # where no window manager runs nobody gives the keyboard back
    return Path(name) if name else None
