"""What deliveries and libVLC's own clock tell about where a deck stands."""

from pathlib import Path

import pytest

from visualalbum.film.phase import LATE_NS, SETTLE_NS, Phase
from visualalbum.film.seen import FIRST_SEEN_NS, Seen
from visualalbum.media.clip import Clip

MS = 1_000_000
DUE_NS = 5_000 * MS


def clip(fps: float = 25, origin_us: int = 70_000_000) -> Clip:
    frames_us = tuple(origin_us + round(n * 1e6 / fps) for n in range(500))
    frames_ms = tuple(round((us - origin_us) / 1000) for us in frames_us)
    return Clip(Path("c.mkv"), Path("c.mp4"), frames_us[0], frames_us[-1], frames_us, frames_ms)


def phase(fps: float = 25) -> Phase:
    return Phase(clip(fps), 3, 10, DUE_NS, Seen())


def test_the_held_picture_delivered_again_says_nothing():
    assert phase().delivered(DUE_NS - 3 * MS) is None
    assert phase().delivered(DUE_NS + 1 * MS) is None


def test_a_picture_is_seen_when_it_has_been_painted():
    reading = phase().delivered(DUE_NS + 40 * MS)
    assert (reading.serial, reading.time_us, reading.instant_ns) == (3, 70_440_000, DUE_NS + 40 * MS + FIRST_SEEN_NS)


@pytest.mark.parametrize("fps", [24, 25, 30000 / 1001, 60])
def test_readings_of_a_steady_deck_agree_whatever_its_rate(fps):
    deck = phase(fps)
    film = clip(fps)
    zeros = [
        reading.instant_ns - reading.time_us * 1000
        for n in range(11, 400)
        if (reading := deck.delivered(DUE_NS + (film.frames_ms[n] - film.frames_ms[10]) * MS))
    ]
    assert len(zeros) == 389
    assert max(zeros) - min(zeros) == 0


def test_a_late_picture_is_counted_and_gives_no_reading():
    deck = phase()
    assert deck.delivered(DUE_NS + 40 * MS + LATE_NS + MS) is None
    assert deck.late == 1
    assert deck.delivered(DUE_NS + 80 * MS) is not None


def test_a_constant_lateness_is_read_as_it_is():
    deck = phase()
    readings = [deck.delivered(DUE_NS + n * 40 * MS + 5 * MS) for n in range(1, 50)]
    late_ns = {reading.instant_ns - DUE_NS - (reading.time_us - 70_400_000) * 1000 for reading in readings}
    assert late_ns == {5 * MS + FIRST_SEEN_NS}
    assert abs(deck.off_ns) < MS


def test_a_trim_is_followed_once_its_pictures_come():
    deck = phase()
    start_ns = DUE_NS + 1000 * MS
    deck.set_rate(1.25, start_ns)
    assert deck.delivered(start_ns + SETTLE_NS - 1) is None
    at_ns = start_ns + 800 * MS
    reading = deck.delivered(at_ns)
    assert (reading.time_us, reading.instant_ns) == (70_400_000 + 2_000_000, at_ns + FIRST_SEEN_NS)
    assert deck.late == 0


def test_libvlc_s_clock_mends_a_model_that_is_far_off_when_it_says_so_twice():
    deck = phase()
    assert deck.reported(900, DUE_NS + 502 * MS) is None
    assert deck.reported(900, DUE_NS + 600 * MS) is None
    reading = deck.reported(1150, DUE_NS + 851 * MS)
    assert (reading.time_us, reading.instant_ns) == (71_150_000, DUE_NS + 851 * MS + FIRST_SEEN_NS)
    assert deck.delivered(DUE_NS + 901 * MS).time_us == 71_200_000


def test_reports_that_waited_together_for_the_interpreter_lock_mend_nothing():
    deck = phase()
    free_ns = DUE_NS + 800 * MS
    assert deck.reported(900, free_ns) is None
    assert deck.reported(900, free_ns + MS) is None
    assert deck.reported(1150, free_ns + 2 * MS) is None
    assert deck.reported(1400, DUE_NS + 1_002 * MS) is None
    assert deck.delivered(DUE_NS + 1_040 * MS).instant_ns == DUE_NS + 1_040 * MS + FIRST_SEEN_NS


def test_the_picture_on_show_is_the_last_one_due():
    deck = phase()
    assert deck.shown_at(DUE_NS - MS) == 10
    assert deck.shown_at(DUE_NS + 79 * MS) == 11
    assert deck.shown_at(DUE_NS + 81 * MS) == 12


def test_the_picture_at_an_instant_is_the_nearest_and_never_past_the_end():
    deck = phase()
    assert deck.index_at(DUE_NS - 1000 * MS) == 10
    assert deck.index_at(DUE_NS + 61 * MS) == 12
    assert deck.index_at(DUE_NS + 3_600_000 * MS) == 499
