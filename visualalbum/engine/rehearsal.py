"""Faults on purpose: a list of what is to go wrong when, for tests and rehearsals.

The file is JSON, a list of objects: `{"at": 2, "fault": "block-python", "for": 0.3, "every": 2}`; seconds since the
song was first heard; `every` repeats it, `for` is how long it lasts.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from visualalbum.engine.ports import Conformer, Deck, DeckReport, DeckState, Fault
from visualalbum.media.clip import Clip
from visualalbum.said import say


class Kind(StrEnum):
    """What can be made to fail."""

    BLOCK_PYTHON = "block-python"
    """The window's thread computes in Python."""
    BLOCK_C = "block-c"
    """The window's thread sits in a C call that keeps the interpreter lock."""
    STALL_DISK = "stall-disk"
    """Nothing that reads media gets any data."""
    LOSE_FILM = "lose-film"
    """The film on the stage cannot be read any more."""
    LOSE_DEVICE = "lose-device"
    """The sound device is gone."""


@dataclass(frozen=True)
class Injection:
    """One fault: seconds since the song was first heard, how long it lasts, and how often it comes (0: once)."""

    at_s: float
    kind: Kind
    for_s: float
    every_s: float = 0.0


def read_injections(path: Path) -> tuple[Injection, ...]:
    """Read a file of faults; raises ValueError with a sentence that names the entry at fault, OSError if unreadable."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"{path}: this is not JSON: {error}") from error
    if not isinstance(entries, list):
        raise ValueError(f"{path}: a list of faults is expected")
    return tuple(_injection(path, number, entry) for number, entry in enumerate(entries, start=1))


def _injection(path: Path, number: int, entry: object) -> Injection:
    where = f"{path}: fault {number}"
    if not isinstance(entry, dict) or set(entry) - {"at", "fault", "for", "every"}:
        raise ValueError(f"{where}: expected an object with at, fault, for, and every where it repeats")
    try:
        kind = Kind(str(entry.get("fault")))
    except ValueError:
        raise ValueError(f"{where}: fault is one of {', '.join(Kind)}") from None
    times = [entry.get("at"), entry.get("for", 0), entry.get("every", 0)]
    if not all(isinstance(time, int | float) and 0 <= time < 1e6 for time in times):
        raise ValueError(f"{where}: at, for and every are seconds from 0 on")
    return Injection(float(times[0]), kind, float(times[1]), float(times[2]))


class Rehearsal:
    """Calls `act(injection)` for each fault when it is due; `tick` is called with seconds since the song began."""

    def __init__(self, injections: tuple[Injection, ...], act: Callable[[Injection], None]) -> None:
        self._due = [(injection.at_s, injection) for injection in injections]
        self._act = act

    def tick(self, elapsed_s: float) -> None:
        """Do what is due; a repeated fault whose turn was missed comes once, not several times in a row."""
        due, self._due = (
            [item for item in self._due if item[0] <= elapsed_s],
            [item for item in self._due if item[0] > elapsed_s],
        )
        for at_s, injection in due:
            if injection.every_s > 0:
                missed = int((elapsed_s - at_s) / injection.every_s)
                self._due.append((at_s + (missed + 1) * injection.every_s, injection))
            self._act(injection)


class LossyFilm:
    """Whether film can be read at present; shared by the decks and the conformer it wraps."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._lost_until_ns = 0
        self._stalled_until_ns = 0

    def lose(self, seconds: float) -> None:
        """Make every film unreadable for a while."""
        self._lost_until_ns = self._now() + round(seconds * 1e9)

    def stall(self, seconds: float) -> None:
        """Make no clip ready for a while."""
        self._stalled_until_ns = self._now() + round(seconds * 1e9)

    @property
    def lost(self) -> bool:
        """Films are unreadable now."""
        return self._now() < self._lost_until_ns

    @property
    def stalled(self) -> bool:
        """No clip gets ready now."""
        return self._now() < self._stalled_until_ns


class LossyDeck:
    """A deck that fails while its film is lost, and loads nothing while the disk stalls.

    What it has loaded plays on then: libVLC reads ahead by itself, from a clip that the system has in memory.
    """

    def __init__(self, deck: Deck, film: LossyFilm) -> None:
        self._deck = deck
        self._film = film
        self._waiting: tuple[Clip, int, int, bool] | None = None
        self.name = deck.name
        self.roll_at, self.park_at, self.trim = deck.roll_at, deck.park_at, deck.trim

    def prime(self, clip: Clip, film_us: int, serial: int, *, exactly: bool = True) -> None:
        """As the deck's, once the disk answers."""
        self._waiting = clip, film_us, serial, exactly
        self._load()

    def retire(self) -> None:
        """As the deck's."""
        self._waiting = None
        self._deck.retire()

    def poll(self) -> DeckReport:
        """The deck's report, or a failure."""
        self._load()
        report = self._deck.poll()
        if self._waiting is not None:
            report = DeckReport(DeckState.PRIMING, self._waiting[2])
        if self._film.lost and report.state is not DeckState.EMPTY:
            return DeckReport(DeckState.FAILED, report.serial, fault=_lost(say("the film")))
        return report

    def _load(self) -> None:
        if self._waiting is not None and not self._film.stalled:
            clip, film_us, serial, exactly = self._waiting
            self._waiting = None
            self._deck.prime(clip, film_us, serial, exactly=exactly)


class LossyConformer:
    """A conformer that has nothing while its films are lost or stalled."""

    def __init__(self, conformer: Conformer, film: LossyFilm) -> None:
        self._conformer = conformer
        self._film = film

    def clip(self, path: Path, stream: int, start_us: int, end_us: int, *, urgent: bool = False) -> Clip | Fault | None:
        """The clip, a fault while the film is lost, None while it is stalled."""
        if self._film.lost:
            return _lost(str(path))
        if self._film.stalled:
            return None
        return self._conformer.clip(path, stream, start_us, end_us, urgent=urgent)


def _lost(subject: str) -> Fault:
    return Fault("film-lost", subject, say("{film} cannot be read any more (a fault on purpose)", film=subject))
