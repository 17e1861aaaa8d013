"""The follower: holds one live deck to the song by small rate changes, from the deck's own readings."""

from __future__ import annotations

from collections import deque

from visualalbum.engine.policy import HOLD, Action, Decision, SyncPolicy, decide

SETTLE_US = 60_000
"""After a trim the deck is read again this much later: the picture under way still carries the old rate."""


class Follower:
    """Filters a deck's drift and decides; after a correction only fresh readings count."""

    def __init__(self, policy: SyncPolicy) -> None:
        self._policy = policy
        self._drifts: deque[tuple[int, float]] = deque()
        self._quiet_until_us = -1

    def forget(self) -> None:
        """The song's clock has jumped: drifts that were read by it before, and what was made of them, are void."""
        self._drifts.clear()
        self._quiet_until_us = -1

    def judge(self, drift_ms: float, time_us: int, remaining_us: int) -> Decision:
        """Take the drift read at a programme time and decide; `remaining_us` is what is left of the segment."""
        if time_us < self._quiet_until_us:
            return HOLD
        self._drifts.append((time_us, drift_ms))
        while self._drifts[0][0] < time_us - self._policy.window_us:
            self._drifts.popleft()
        ordered = sorted(drift for _time_us, drift in self._drifts)
        drift = ordered[int(len(ordered) * self._policy.quantile)]
        decision = decide(drift, len(ordered), remaining_us / 1000, self._policy)
        if decision.action is not Action.HOLD:
            self._drifts.clear()
            self._quiet_until_us = time_us + decision.duration_us + SETTLE_US
        return decision
