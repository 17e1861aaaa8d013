"""What other hands ask for: small values, put on a queue by their threads and obeyed in the window's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Verb(StrEnum):
    """Orders that need nothing more."""

    PLAY = "play"
    PAUSE = "pause"
    TOGGLE = "toggle"
    STOP = "stop"
    NEXT = "next"
    PREVIOUS = "previous"
    RAISE = "raise"
    """Bring the window to the front."""
    QUIT = "quit"


@dataclass(frozen=True)
class Locate:
    """Go to a programme position."""

    position_us: int


@dataclass(frozen=True)
class SetVolume:
    """Set the volume as people see it: the slider's place, 0 to 1."""

    volume: float


@dataclass(frozen=True)
class Open:
    """Open an album by its manifest."""

    manifest: Path


@dataclass(frozen=True)
class ShowFolder:
    """Show a folder by other means: no file manager answered on the bus."""

    folder: Path


Order = Verb | Locate | SetVolume | Open | ShowFolder
