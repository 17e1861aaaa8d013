"""The follower converges, whatever the deck does, as long as the deck obeys its trims."""

from hypothesis import given, settings
from hypothesis import strategies as st

from visualalbum.engine.follower import Follower
from visualalbum.engine.policy import Action, SyncPolicy

READING_US = 250_000


@settings(max_examples=200)
@given(
    error_ms=st.floats(-39, 39),
    skew_ppm=st.floats(-300, 300),
    noise_ms=st.lists(st.floats(-0.5, 0.5), min_size=80, max_size=80),
)
def test_the_follower_brings_any_error_it_may_trim_under_two_milliseconds_and_keeps_it(
    error_ms: float, skew_ppm: float, noise_ms: list[float]
) -> None:
    follower = Follower(SyncPolicy())
    drift_ms, trim_left_us, percent = error_ms, 0, 0.0
    for step, noise in enumerate(noise_ms):
        trimmed_us = min(trim_left_us, READING_US)
        trim_left_us -= trimmed_us
        drift_ms += skew_ppm * READING_US / 1e9 - percent / 100 * trimmed_us / 1000
        decision = follower.judge(drift_ms + noise, step * READING_US, 60_000_000)
        assert decision.action is not Action.RELOCATE
        if decision.action is Action.TRIM:
            trim_left_us, percent = decision.duration_us, decision.percent
        if step > 24:
            assert abs(drift_ms) < 2.0
