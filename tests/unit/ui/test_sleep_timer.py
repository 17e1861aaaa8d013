"""The sleep timer, on a clock and a programme that the test turns."""

from __future__ import annotations

import pytest

from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.timeline.cues import Timeline, TrackCue
from visualalbum.ui.sleep_timer import Drowsiness, Sleep, SleepTimer, sleep_text

S = 1_000_000
ALBUM = Timeline("Backstage", tracks=(TrackCue("one", "", "", 0, 60 * S), TrackCue("two", "", "", 60 * S, 100 * S)))


class Night:
    """A timer, the time, and where the programme is."""

    def __init__(self) -> None:
        self.s = 0.0
        self.timer = SleepTimer(lambda: round(self.s * 1e9))

    def at(self, position_s: float, state: State = State.ROLLING, timeline: Timeline = ALBUM) -> Drowsiness:
        track = sum(position_s * S >= track.start_us for track in timeline.tracks) - 1
        return self.timer.tick(timeline, Snapshot(state, round(position_s * S), timeline.end_us, track))


@pytest.fixture
def night() -> Night:
    return Night()


def test_off_it_does_nothing(night: Night) -> None:
    assert night.at(59.9) == Drowsiness()


def test_minutes_are_counted_by_the_clock_whatever_the_programme_does(night: Night) -> None:
    night.timer.choose(Sleep.MINUTES_15)
    night.s = 14 * 60
    assert night.at(3, State.PARKED) == Drowsiness(left_us=60 * S)
    night.s = 15 * 60
    assert night.at(7) == Drowsiness(park=True)
    assert night.timer.sleep is Sleep.OFF
    assert night.at(8) == Drowsiness()


def test_it_fades_over_the_last_ten_seconds_evenly_to_the_ear(night: Night) -> None:
    night.timer.choose(Sleep.MINUTES_15)
    faded = []
    for left_s in (10.01, 10, 7.5, 5, 2.5, 0.001):
        night.s = 15 * 60 - left_s
        faded.append(night.at(30).fade)
    assert faded == pytest.approx([1, 1, 0.75**3, 0.5**3, 0.25**3, 0], abs=1e-6)
    night.s = 15 * 60
    assert night.at(30).fade == 1, "parked, the volume is what it was"


def test_what_stands_when_its_time_comes_is_not_parked_again(night: Night) -> None:
    night.timer.choose(Sleep.MINUTES_15)
    night.s = 15 * 60
    assert night.at(30, State.PARKED) == Drowsiness()
    assert night.timer.sleep is Sleep.OFF


def test_chosen_again_it_counts_anew_and_off_it_is_loud_again(night: Night) -> None:
    night.timer.choose(Sleep.MINUTES_15)
    for left_s in (10, 5):
        night.s = 15 * 60 - left_s
        faded = night.at(30).fade
    assert faded < 1
    night.timer.choose(Sleep.MINUTES_15)
    assert night.at(30) == Drowsiness(left_us=15 * 60 * S)
    night.timer.choose(Sleep.OFF)
    assert night.at(30) == Drowsiness()


def test_the_end_of_a_track_is_the_programmes(night: Night) -> None:
    night.timer.choose(Sleep.TRACK)
    night.s = 9999
    assert night.at(20) == Drowsiness(left_us=40 * S)
    assert night.at(55).fade == 1, "the first tick in the last seconds begins the fade"
    assert night.at(57.5).fade == pytest.approx(0.5**3)
    assert night.at(60.01) == Drowsiness(park=True, wake_us=60 * S), "and so it wakes at the next track's start"
    assert night.timer.sleep is Sleep.OFF


def test_another_track_has_another_end(night: Night) -> None:
    night.timer.choose(Sleep.TRACK)
    assert night.at(59).left_us == 1 * S
    assert night.at(60, State.STARTING).left_us == 40 * S, "a person went there"
    assert night.at(60.02).left_us == round(39.98 * S)
    assert night.at(20).left_us == 40 * S


def test_an_album_that_is_changed_while_it_plays_has_other_ends(night: Night) -> None:
    shorter = Timeline(
        "Backstage", tracks=(TrackCue("one", "", "", 0, 20 * S), TrackCue("two", "", "", 20 * S, 90 * S))
    )
    night.timer.choose(Sleep.TRACK)
    assert night.at(19).left_us == 41 * S
    assert night.at(20.1, timeline=shorter).left_us == round(69.9 * S)


def test_the_end_of_the_album_parks_nothing_since_it_ends_by_itself(night: Night) -> None:
    night.timer.choose(Sleep.ALBUM)
    assert night.at(20) == Drowsiness(left_us=80 * S)
    night.at(90)
    assert night.at(95).fade == pytest.approx(0.5**3)
    assert night.at(100, State.ENDED) == Drowsiness()
    assert night.timer.sleep is Sleep.OFF


@pytest.mark.parametrize("sleep", [Sleep.TRACK, Sleep.ALBUM])
def test_without_an_album_it_waits_for_one(night: Night, sleep: Sleep) -> None:
    night.timer.choose(sleep)
    assert night.at(0, State.EMPTY, Timeline()) == Drowsiness()
    assert night.timer.sleep is sleep
    left_us = night.at(30).left_us
    assert left_us is not None and left_us > 0


def test_every_choice_follows_another_and_has_its_words() -> None:
    assert [sleep.next for sleep in Sleep] == [*list(Sleep)[1:], Sleep.OFF]
    assert Sleep.OFF.text == "Off"
    assert Sleep.TRACK.text == "At the end of this track"
    assert Sleep.MINUTES_45.text == "In 45 minutes"


@pytest.mark.parametrize(
    ("sleep", "left_s", "text"),
    [
        (Sleep.OFF, None, ""),
        (Sleep.TRACK, None, "Sleep timer on"),
        (Sleep.TRACK, 59.2, "Sleep in 60 s"),
        (Sleep.ALBUM, 60.5, "Sleep in 2 min"),
        (Sleep.MINUTES_15, 900, "Sleep in 15 min"),
        (Sleep.MINUTES_15, 0.4, "Sleep in 1 s"),
    ],
)
def test_what_is_left_is_told_in_a_few_words(sleep: Sleep, left_s: float | None, text: str) -> None:
    assert sleep_text(sleep, None if left_s is None else round(left_s * S)) == text
