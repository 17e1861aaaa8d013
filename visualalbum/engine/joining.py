"""Joining: how far ahead of a song that goes on a deck has to be primed, learned from how long it takes."""

from __future__ import annotations

from collections import deque

from visualalbum.engine.policy import SyncPolicy

KEPT = 8
"""Primings that are remembered: enough to know a busy machine by, few enough to forget it soon."""


class Joining:
    """Learns from every priming of a deck that had to join a song; see `SyncPolicy.join_us`."""

    def __init__(self, policy: SyncPolicy) -> None:
        self._policy = policy
        self._took_us: deque[int] = deque(maxlen=KEPT)

    def learn(self, took_us: int) -> None:
        """Take note of how long a priming has taken, from the command on."""
        self._took_us.append(took_us)

    @property
    def ahead_us(self) -> int:
        """Later than all but one of the last primings, which may have been a stall; never sooner than is usual."""
        longest_us = sorted(self._took_us)[-2] if len(self._took_us) > 1 else 0
        return min(max(self._policy.join_us, longest_us + self._policy.join_margin_us), self._policy.catch_up_us)
