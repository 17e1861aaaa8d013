"""The sync policy's one decision."""

import math

import pytest

from visualalbum.engine.policy import HOLD, Action, SyncPolicy, decide

POLICY = SyncPolicy()
LONG_MS = 20_000.0


@pytest.mark.parametrize("drift_ms", [0.0, 0.9, -0.9])
def test_an_error_in_the_dead_band_is_left_alone(drift_ms: float) -> None:
    assert decide(drift_ms, 50, LONG_MS, POLICY) == HOLD


def test_a_few_readings_must_show_more_than_many() -> None:
    assert decide(4.0, POLICY.few, LONG_MS, POLICY) == HOLD
    assert decide(4.0, POLICY.enough, LONG_MS, POLICY).action is Action.TRIM
    assert decide(9.0, POLICY.few, LONG_MS, POLICY).action is Action.TRIM
    assert decide(9.0, POLICY.few - 1, LONG_MS, POLICY) == HOLD


@pytest.mark.parametrize("drift_ms", [1.1, 4.0, -4.0, 18.0, 24.0, -24.0])
def test_a_late_picture_is_hurried_and_an_early_one_held_back_until_a_little_beyond_zero(drift_ms: float) -> None:
    decision = decide(drift_ms, 10, LONG_MS, POLICY)
    assert decision.action is Action.TRIM
    beyond_ms = decision.percent / 100 * decision.duration_us / 1000 - drift_ms
    assert beyond_ms == pytest.approx(math.copysign(POLICY.past * POLICY.dead_band_ms, drift_ms), abs=0.001)
    assert abs(beyond_ms) < POLICY.dead_band_ms, "or it would go back and forth"


def test_a_trim_is_as_gentle_as_a_second_permits() -> None:
    small, large = decide(1.1, 10, LONG_MS, POLICY), decide(24.0, 10, LONG_MS, POLICY)
    assert small.duration_us == pytest.approx(POLICY.trim_ms * 1000, abs=1)
    assert 0 < small.percent < 0.5
    assert large.percent == POLICY.most_percent


def test_an_error_too_large_to_trim_relocates_once_it_is_confirmed() -> None:
    assert decide(60.0, POLICY.few - 1, LONG_MS, POLICY) == HOLD
    assert decide(60.0, POLICY.few, LONG_MS, POLICY).action is Action.RELOCATE


def test_the_last_second_of_a_segment_is_left_alone() -> None:
    assert decide(20.0, 50, 900.0, POLICY) == HOLD
