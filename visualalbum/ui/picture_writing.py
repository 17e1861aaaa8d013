"""Writes one picture as a PNG file beside others: runs in a worker process, QtGui without an application."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from visualalbum.store.atomic import write_bytes
from visualalbum.ui.still_reading import Pixels


class UnwritablePictureError(Exception):
    """A picture that cannot be saved; its text is the reason."""


def write_picture(pixels: Pixels, folder: Path, name: str) -> Path:
    """Write `name`.png, or `name` (2).png where that is there; returns its path. Raises UnwritablePictureError."""
    image = QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format(pixels.format))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise UnwritablePictureError("it cannot be made into a PNG file")
    data = bytes(buffer.data().data())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            path = folder / (f"{name}.png" if number == 1 else f"{name} ({number}).png")
            try:
                _write_new(path, data)
            except FileExistsError:
                continue
            return path
    except OSError as error:
        raise UnwritablePictureError((error.strerror or str(error)).lower()) from None
    raise AssertionError("numbers do not end")


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. Raises FileExistsError, or OSError."""
    path.touch(exist_ok=False)  # from now on the name is ours
    try:
        write_bytes(path, data, durable=True)
    except OSError:
        path.unlink(missing_ok=True)
        raise
