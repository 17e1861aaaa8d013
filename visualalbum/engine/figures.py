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

    def add(self, drift_ms: float) -> None:
        """Take the drift of one reading."""
        self._drifts_ms.append(drift_ms)
        sizes = sorted(abs(drift) for drift in self._drifts_ms)
        self._spread = median(self._drifts_ms), sizes[min(len(sizes) - 1, len(sizes) * 99 // 100)]

    def count(self, pictures: int, late: int, lost: int) -> None:
        """Add pictures that were shown, came late, or were lost."""
        self.pictures += pictures
        self.late += late
        self.lost += lost

    def now(self) -> SyncFigures:
        """The figures as they stand."""
        counts = (self.trims, self.relocates, self.takes, self.pictures, self.late, self.lost)
        return SyncFigures(self._drifts_ms[-1] if self._drifts_ms else None, *self._spread, *counts)
