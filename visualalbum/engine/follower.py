"""The follower: holds one live deck to the song by small rate changes, from the deck's own readings."""

from __future__ import annotations

from collections import deque
from statistics import median

from visualalbum.engine.policy import HOLD, Action, Decision, SyncPolicy, decide

AGREEING = 5
"""Readings in the median: a second and a quarter of libVLC's."""
SETTLE_US = 60_000
"""After a trim the deck's clock is read again this much later: its readings are a frame behind at the most."""


class Follower:
    """Filters a deck's drift and decides; after a correction only fresh readings count."""

    def __init__(self, policy: SyncPolicy) -> None:
        self._policy = policy
        self._drifts_ms: deque[float] = deque(maxlen=AGREEING)
        self._quiet_until_us = -1

    def judge(self, drift_ms: float, time_us: int, remaining_us: int) -> Decision:
        """Take the drift read at a programme time and decide; `remaining_us` is what is left of the segment."""
        if time_us < self._quiet_until_us:
            return HOLD
        self._drifts_ms.append(drift_ms)
        drift = median(self._drifts_ms)
        decision = decide(drift, len(self._drifts_ms), remaining_us / 1000, self._policy)
        if decision.action is not Action.HOLD:
            self._drifts_ms.clear()
            self._quiet_until_us = time_us + decision.duration_us + SETTLE_US
        return decision
