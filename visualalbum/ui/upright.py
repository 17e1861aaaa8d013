"""Turns the pictures of a film that lies on its side as it is stored."""

from __future__ import annotations

from PySide6.QtGui import QImage, QTransform


def upright(image: QImage, quarters: int) -> QImage:
    """An image turned clockwise by some quarters; the same one where there is nothing to turn.

    Turned once and then copied like any other. A painter that turns as it draws is as quick (0.3 ms for 1080 by 608
    pixels), but only where nothing lies over the picture and nothing dissolves: then it takes eight times as long.
    """
    return image.transformed(QTransform().rotate(90 * quarters)) if quarters else image
