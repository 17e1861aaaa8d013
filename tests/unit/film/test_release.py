"""The learned lead and the precise wait."""

import pytest

from visualalbum.film.release import FIRST_LEAD_NS, LEAST_LEAD_NS, MOST_LEAD_NS, OUTLIER_NS, Lead, wait_until


def test_a_constant_error_is_learned_away():
    lead, needed_ns = Lead(), FIRST_LEAD_NS + 1_500_000
    for _ in range(20):
        lead.learn(needed_ns - lead.ns)
    assert abs(lead.ns - needed_ns) < 50_000


def test_a_stall_teaches_nothing():
    lead = Lead()
    lead.learn(OUTLIER_NS + 1)
    lead.learn(-OUTLIER_NS - 1)
    assert lead.ns == FIRST_LEAD_NS


@pytest.mark.parametrize(("error_ns", "bound_ns"), [(OUTLIER_NS, MOST_LEAD_NS), (-OUTLIER_NS, LEAST_LEAD_NS)])
def test_a_lead_stays_within_its_bounds(error_ns, bound_ns):
    lead = Lead()
    for _ in range(1000):
        lead.learn(error_ns)
    assert lead.ns == bound_ns


class Clock:
    """Sleeps take as long as asked and `extra_ns` more."""

    def __init__(self, extra_ns: int) -> None:
        self.now_ns, self.extra_ns, self.naps = 0, extra_ns, 0

    def now(self) -> int:
        return self.now_ns

    def sleep(self, seconds: float) -> None:
        self.naps += 1
        self.now_ns += round(seconds * 1e9) + self.extra_ns


@pytest.mark.parametrize("extra_ns", [5_000, 60_000])
def test_a_wait_ends_at_its_instant_and_never_before(extra_ns):
    clock = Clock(extra_ns)
    wait_until(2_000_000, clock.now, clock.sleep)
    assert 0 <= clock.now_ns - 2_000_000 <= 100_000
    assert clock.naps < 100


def test_a_wait_for_the_past_does_not_sleep():
    clock = Clock(0)
    clock.now_ns = 10
    wait_until(5, clock.now, clock.sleep)
    assert clock.naps == 0
