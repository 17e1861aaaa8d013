"""What the sound asks of an output, whatever plays it."""

from __future__ import annotations

from typing import Protocol

from visualalbum.said import Said
from visualalbum.sound.stereo import Samples

BLOCK = 480
"""Samples in a block: 10 ms, one reading each."""


class OutputError(Exception):
    """An output cannot be opened or started; the text is a sentence that says what to do, without its full stop."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class LibraryMissing(OutputError):
    """What an output is made with is not installed: trying again does not help."""


class Fill(Protocol):
    """Fills a block of shape (samples, 2) that is heard from an instant on; None while the output does not know.

    Where it is not `sure` of it, that is a guess: good enough to join a song by, and not to hold pictures to.
    """

    def __call__(self, block: Samples, dac_ns: int | None, *, sure: bool = True) -> None: ...


class Output(Protocol):
    """Plays what it is given, 48000 samples a second, and tells when each block is heard. One thread calls it.

    Opening one is constructing it with a device's name ("" for the usual one) and a Fill, which the output calls from
    a thread of its own between `start` and `abort`. Raises OutputError where it cannot be opened.
    """

    name: str
    device: str
    latency_us: int
    """From the call of `fill` to the ear, as seen last."""

    def settle(self) -> bool:
        """Whether it knows its delay and can start; asked every few hundredths of a second until it does."""

    def start(self) -> None:
        """Ask for blocks from now on. Raises OutputError where the device is gone."""

    def abort(self) -> None:
        """Be silent at once; no block is asked for once this returns."""

    def stalled(self) -> bool:
        """Whether a device that was playing stands still and may go on if it is started again."""

    def lost(self) -> Said:
        """Why the device plays no more though it was started; empty while all is well."""

    def close(self) -> None:
        """Let go of the device."""
