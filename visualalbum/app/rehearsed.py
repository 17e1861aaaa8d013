"""The faults of `--faults`, brought about in the parts that a session is made of."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterable
from pathlib import Path

from visualalbum.engine.ports import Conformer, Deck
from visualalbum.engine.rehearsal import (
    Injection,
    Kind,
    LossyConformer,
    LossyDeck,
    LossyFilm,
    Rehearsal,
    read_injections,
)
from visualalbum.sound.client import SoundProcess


class Rehearsed:
    """Decks and clips that can be lost, and a list of what goes wrong when; without a file nothing does."""

    def __init__(self, faults: Path | None, sound: SoundProcess) -> None:
        self._sound = sound
        self._loss = LossyFilm(time.monotonic_ns)
        self._rehearsal = Rehearsal(read_injections(faults) if faults else (), self._inject)
        self._since_ns: int | None = None

    def decks(self, decks: Iterable[Deck]) -> list[Deck]:
        """The decks, each of which fails while its film is lost."""
        return [LossyDeck(deck, self._loss) for deck in decks]

    def conformer(self, conformer: Conformer) -> Conformer:
        """The conformer, which has nothing while the film is lost or the disk stalls."""
        return LossyConformer(conformer, self._loss)

    def tick(self, rolling: bool) -> None:
        """Do what is due; the faults' times count from the first tick that is told the song rolls."""
        now_ns = time.monotonic_ns()
        if rolling and self._since_ns is None:
            self._since_ns = now_ns
        if self._since_ns is not None:
            self._rehearsal.tick((now_ns - self._since_ns) / 1e9)

    def _inject(self, injection: Injection) -> None:
        match injection.kind:
            case Kind.BLOCK_PYTHON:
                until_s = time.monotonic() + injection.for_s
                while time.monotonic() < until_s:
                    pass
            case Kind.BLOCK_C:
                # Called through PyDLL, the C library's sleep keeps the interpreter lock, as a bad extension would.
                ctypes.PyDLL(None).usleep(round(injection.for_s * 1e6))
            case Kind.STALL_DISK:
                self._loss.stall(injection.for_s)
                self._sound.inject("stall-disk", injection.for_s)
            case Kind.LOSE_FILM:
                self._loss.lose(injection.for_s)
            case Kind.LOSE_DEVICE:
                self._sound.inject("lose-device", injection.for_s)
