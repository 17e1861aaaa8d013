"""What the windows ask of the rest of the program: the engine's commands, and the decks' pictures."""

from __future__ import annotations

from typing import Any, Protocol

from visualalbum.timeline.cues import Timeline


class Controls(Protocol):
    """The commands of the engine, called in the GUI thread; none of them blocks."""

    @property
    def timeline(self) -> Timeline:
        """What is loaded; another object after every load."""

    def roll(self) -> None:
        """Play from here."""

    def park(self) -> None:
        """Stand still, the last frame held."""

    def toggle(self) -> None:
        """Roll when standing, park when rolling."""

    def locate(self, position_us: int) -> None:
        """Go to a programme position."""

    def nudge(self, by_us: int) -> None:
        """Go forward, or back where it is negative."""

    def next_track(self) -> None:
        """Go to the start of the next track."""

    def previous_track(self) -> None:
        """Go to the start of the track before."""

    def start_of_track(self) -> None:
        """Go to the start of this track."""

    def set_volume(self, volume: float) -> None:
        """Set the linear amplitude, 0 to 1."""

    def set_muted(self, muted: bool) -> None:
        """Silence everything, or bring it back at the volume set."""

    def set_fade(self, fade: float) -> None:
        """Set what the volume is multiplied with, 0 to 1, without touching what people have set."""


class Picture(Protocol):
    """One film picture: `height` rows of `stride` bytes, 32 bits a pixel, blue first (libVLC's RV32, Qt's RGB32).

    `buffer` supports the buffer protocol and is not written to while this is the deck's latest picture; `sequence`
    is another number for every picture of a deck, which was delivered at an instant of CLOCK_MONOTONIC. It is upright
    when turned by so many `quarters` clockwise.
    """

    @property
    def buffer(self) -> Any: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def stride(self) -> int: ...
    @property
    def sequence(self) -> int: ...
    @property
    def delivered_ns(self) -> int: ...
    @property
    def quarters(self) -> int: ...


class Pictures(Protocol):
    """Where the stage finds the decks' pictures; called in the GUI thread for every paint."""

    def picture(self, deck: str) -> Picture | None:
        """The latest picture of a deck, or None while it has none."""

    def painted(self, after_ns: int) -> None:
        """Tell that a rolling film's picture had been painted so long after its delivery."""
