"""Places named on the command line."""

import pytest

from visualalbum.timeline.cues import Timeline, TrackCue
from visualalbum.timeline.positions import UnknownPlaceError, position_us

S = 1_000_000
TIMELINE = Timeline(tracks=(TrackCue("one", "One", "", 0, 20 * S), TrackCue("two", "Two", "", 20 * S, 40 * S)))


@pytest.mark.parametrize(
    ("track", "time", "expected_s"),
    [(None, None, 0), (None, "0:25", 25), ("two", None, 20), ("2", "1.5", 21.5), ("one", "500 ms", 0.5)],
)
def test_times_count_on_the_track_given_else_on_the_programme(
    track: str | None, time: str | None, expected_s: float
) -> None:
    assert position_us(TIMELINE, track, time) == expected_s * S


@pytest.mark.parametrize(
    ("track", "time", "sentence"),
    [
        ("three", None, "there is no track 'three'; the tracks are: one, two"),
        (None, "-1", "is not a time"),
        (None, "nan", "is not a time"),
        (None, "0:41", "past the end"),
        (None, "bar 2", "no tempo here"),
        (None, "00:00:01:02", "counts frames"),
    ],
)
def test_a_place_that_is_not_there_is_named(track: str | None, time: str | None, sentence: str) -> None:
    with pytest.raises(UnknownPlaceError, match=sentence):
        position_us(TIMELINE, track, time)
