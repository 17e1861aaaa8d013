"""When to let a primed player go so that its held picture is due at an instant: a lead, learned, and a precise wait."""

from __future__ import annotations

import time
from collections.abc import Callable

FIRST_LEAD_NS = 10_900_000
"""libVLC makes the primed place due 10 ms after it is resumed (its allowance for waking threads, `src/input/es_out.c`)
and 0.4 ms later by measurement; the place is START_EARLY_MS before the picture."""

LEAST_LEAD_NS, MOST_LEAD_NS = 5_000_000, 25_000_000
"""Nothing learned leads outside of these: a stalling machine must not teach what is wrong when it does not."""

LEARN = 0.2
"""How much of an error one take teaches: five takes bring a constant error down to a third."""

OUTLIER_NS = 3_000_000
"""A take this wrong was a stall, not the machine's habit."""

NEAR_NS = 2_000_000
"""A plain wait ends this much before its instant: a thread beside a busy interpreter wakes up to 5 ms late, beside an
idle one 0.1 ms."""


class Lead:
    """The learned time from resuming a player to its held picture's instant."""

    def __init__(self) -> None:
        self.ns = FIRST_LEAD_NS

    def learn(self, error_ns: float) -> None:
        """The first picture after a take was delivered this much after its due instant."""
        if abs(error_ns) <= OUTLIER_NS:
            self.ns = round(min(MOST_LEAD_NS, max(LEAST_LEAD_NS, self.ns + LEARN * error_ns)))


def wait_until(
    instant_ns: int,
    now: Callable[[], int] = time.monotonic_ns,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Sleep to an instant at most NEAR_NS away in ever shorter naps, waking within 0.1 ms of it on a quiet machine."""
    while (left_ns := instant_ns - now()) > 0:
        sleep(max(0, left_ns - 150_000) / 2e9 if left_ns > 200_000 else 0)
