"""A screen's name, by which it is known again in every run."""

from __future__ import annotations

from PySide6.QtGui import QScreen


def screen_name(screen: QScreen) -> str:
    """Where it is plugged in and what it calls itself, as far as the system tells: `HDMI-1 EPSON EB-L200 X4GY0A`."""
    parts = (screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())
    told = " ".join("".join(letter if letter.isprintable() else " " for letter in part) for part in parts)
    return " ".join(told.split())[:200]
