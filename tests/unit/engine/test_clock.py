"""The song clock: from readings to the moment heard."""

from visualalbum.engine.clock import ENOUGH, SongClock
from visualalbum.engine.ports import Reading

BLOCK_US = 10_000


def feed(clock: SongClock, count: int, *, serial: int = 1, delay_ns: int = 0, first: int = 0) -> None:
    for block in range(first, first + count):
        time_us = block * BLOCK_US
        clock.add(Reading(serial, time_us, 5_000_000_000 + time_us * 1000 + delay_ns))


def fresh() -> SongClock:
    clock = SongClock()
    clock.restart(1)
    return clock


def test_the_clock_knows_nothing_until_enough_readings_came() -> None:
    clock = fresh()
    feed(clock, ENOUGH - 1)
    assert not clock.known
    feed(clock, 1, first=ENOUGH - 1)
    assert clock.known


def test_times_and_instants_are_each_others_inverse() -> None:
    clock = fresh()
    feed(clock, 20)
    assert clock.time_us(5_000_123_000) == 123
    assert clock.instant_ns(123) == 5_000_123_000


def test_what_is_heard_later_than_told_moves_times_and_instants_at_once() -> None:
    clock = fresh()
    feed(clock, 20)
    clock.later_ns = 80_000_000
    assert clock.time_us(5_080_123_000) == 123
    assert clock.instant_ns(123) == 5_080_123_000
    assert clock.told_ns(123) == 5_000_123_000


def test_a_locate_drops_readings_from_before() -> None:
    clock = fresh()
    feed(clock, 20)
    clock.restart(2)
    feed(clock, 20, serial=1)
    assert not clock.known


def test_one_wild_reading_does_not_move_the_clock() -> None:
    clock = fresh()
    feed(clock, 20)
    feed(clock, 1, first=20, delay_ns=300_000_000)
    assert clock.instant_ns(0) == 5_000_000_000


def test_a_device_that_corrects_itself_is_believed_within_six_blocks() -> None:
    clock = fresh()
    feed(clock, 40, delay_ns=-110_000_000)
    feed(clock, 6, first=40)
    assert clock.instant_ns(0) == 5_000_000_000


def test_a_device_200_ppm_fast_is_followed_within_a_tenth_of_a_millisecond() -> None:
    clock = fresh()
    for block in range(1000):
        time_us = block * BLOCK_US
        clock.add(Reading(1, time_us, round(time_us * 1000 * 1.0002)))
    true_ns = 999 * BLOCK_US * 1000 * 1.0002
    assert abs(clock.instant_ns(999 * BLOCK_US) - true_ns) < 100_000
