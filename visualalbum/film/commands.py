"""What a deck's thread is told to do, each with its number in the order of calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from visualalbum.media.clip import Clip


@dataclass(frozen=True)
class Prime:
    """Load, seek, hold the first picture, or one near it."""

    number: int
    clip: Clip
    film_us: int
    serial: int
    exactly: bool = True


@dataclass(frozen=True)
class RollAt:
    """Let the held picture be due at an instant."""

    number: int
    instant_ns: int


@dataclass(frozen=True)
class ParkAt:
    """Stop at an instant."""

    number: int
    instant_ns: int


@dataclass(frozen=True)
class TrimBy:
    """Play at another rate for a while."""

    number: int
    percent: float
    duration_ns: int


@dataclass(frozen=True)
class Retire:
    """Unload."""

    number: int


@dataclass(frozen=True)
class Close:
    """Unload, release the player, end the thread."""

    number: int


Command: TypeAlias = Prime | RollAt | ParkAt | TrimBy | Retire | Close
