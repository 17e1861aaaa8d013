"""Figures of the sync held so far: the distribution of the last drifts and counts of what was done."""

from __future__ import annotations

from collections import deque
from statistics import median

from visualalbum.engine.snapshot import SyncFigures

KEPT = 240
"""Drifts in the distribution: ten seconds of a film, which gives a reading for every picture."""


class Figures:
    """Counts and collects; `now()` gives the frozen value for the snapshot."""

    def __init__(self) -> None:
        self._drifts_ms: deque[float] = deque(maxlen=KEPT)
        self.clear()

    def clear(self) -> None:
        """Start afresh."""
        self._drifts_ms.clear()
        self._spread: tuple[float | None, float | None] = (None, None)
        self.trims = self.relocates = self.takes = 0
        self.pictures = self.late = self.lost = 0
        self.take_ms: float | None = None
        self.worst_take_ms: float | None = None
        self.film_ahead_us: int | None = None

    def add(self, drift_ms: float) -> None:
        """Take the drift of one reading."""
        self._drifts_ms.append(drift_ms)
        sizes = sorted(abs(drift) for drift in self._drifts_ms)
        self._spread = median(self._drifts_ms), sizes[min(len(sizes) - 1, len(sizes) * 99 // 100)]

    def took(self, drift_ms: float) -> None:
        """Take the drift of the first reading after a take."""
        self.take_ms = drift_ms
        self.worst_take_ms = max(drift_ms, self.worst_take_ms or 0.0, key=abs)

    def count(self, pictures: int, late: int, lost: int) -> None:
        """Add pictures that were shown, came late, or were lost."""
        self.pictures += pictures
        self.late += late
        self.lost += lost

    def now(self) -> SyncFigures:
        """The figures as they stand."""
        return SyncFigures(
            drift_ms=self._drifts_ms[-1] if self._drifts_ms else None,
            median_ms=self._spread[0],
            p99_ms=self._spread[1],
            trims=self.trims,
            relocates=self.relocates,
            takes=self.takes,
            take_ms=self.take_ms,
            worst_take_ms=self.worst_take_ms,
            film_ahead_us=self.film_ahead_us,
            pictures=self.pictures,
            late=self.late,
            lost=self.lost,
        )
