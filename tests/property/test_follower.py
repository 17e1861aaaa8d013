"""The follower converges, whatever the deck does, as long as the deck obeys its trims."""

from hypothesis import given, settings
from hypothesis import strategies as st

from visualalbum.engine.follower import Follower
from visualalbum.engine.policy import Action, SyncPolicy

FRAME_US = 41_667
STEPS = 240


@settings(max_examples=200, deadline=None)
@given(
    error_ms=st.floats(-24, 24),
    skew_ppm=st.floats(-300, 300),
    lateness_ms=st.lists(st.one_of(st.floats(0, 0.5), st.just(0.0), st.just(0.0), st.floats(0, 10)), min_size=STEPS),
)
def test_the_follower_brings_any_error_it_may_trim_under_three_milliseconds_and_keeps_it(
    error_ms: float, skew_ppm: float, lateness_ms: list[float]
) -> None:
    follower = Follower(SyncPolicy())
    drift_ms, trim_left_us, percent = error_ms, 0, 0.0
    for step in range(STEPS):
        trimmed_us = min(trim_left_us, FRAME_US)
        trim_left_us -= trimmed_us
        drift_ms += skew_ppm * FRAME_US / 1e9 - percent / 100 * trimmed_us / 1000
        late = lateness_ms[step] if step % 2 else 0.0
        decision = follower.judge(drift_ms + late, step * FRAME_US, 60_000_000)
        assert decision.action is not Action.RELOCATE
        if decision.action is Action.TRIM:
            trim_left_us, percent = decision.duration_us, decision.percent
        if step > 96:
            assert abs(drift_ms) < 3.0
