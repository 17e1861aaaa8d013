"""What an output is given, and the readings that cross to the engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from visualalbum.engine.ports import Reading
from visualalbum.sound import readings
from visualalbum.sound.player import RAMP, Player, Stretch, sample_at, time_us
from visualalbum.sound.readings import SLOTS, Readings
from visualalbum.sound.resample import RATE
from visualalbum.sound.stereo import silence

BLOCK = 480
SECOND = 10**9


@pytest.fixture
def memory() -> Iterator[Readings]:
    path = readings.create()
    memory = Readings(path)
    yield memory
    memory.close()
    path.unlink()


@pytest.fixture
def player(memory: Readings) -> Player:
    return Player(memory)


def stretch(start: int = 0, end: int = 10 * RATE, serial: int = 7) -> Stretch:
    made = Stretch(serial, start, end)
    made.ring.write(np.ones((min(RATE, end - start), 2), np.float32))
    return made


def fetch(memory: Readings) -> list[Reading]:
    return list(memory.fetch(0)[1])


@pytest.mark.parametrize("sample", [0, 1, 5, 47999, 48000, 123456789])
def test_a_sample_is_found_again_by_its_time(sample: int) -> None:
    assert sample_at(time_us(sample)) == sample
    assert abs(time_us(sample) - sample * 1e6 / RATE) <= 0.5


def test_each_block_has_a_reading_of_its_own_instant(player: Player, memory: Readings) -> None:
    player.roll(stretch(start=RATE))
    block = silence(BLOCK)
    for number in range(3):
        player.fill(block, SECOND + number * SECOND // 100)
    assert fetch(memory) == [Reading(7, 1_000_000 + n * 10_000, SECOND + n * SECOND // 100) for n in range(3)]
    assert block.all()


def test_an_output_that_does_not_know_its_delay_gives_no_reading(player: Player, memory: Readings) -> None:
    player.roll(stretch())
    player.fill(silence(BLOCK), None)
    player.fill(silence(BLOCK), SECOND)
    assert fetch(memory) == [Reading(7, 10_000, SECOND)]


def test_the_lead_in_is_silent_and_no_underrun(player: Player, memory: Readings) -> None:
    rolling = stretch(start=RATE)
    rolling.at -= BLOCK
    player.roll(rolling)
    block = np.ones((BLOCK, 2), np.float32)
    player.fill(block, SECOND)
    assert not block.any()
    assert fetch(memory)[0].time_us == 990_000
    assert memory.state()[1] == 0


def test_what_is_decoded_of_what_comes_next_is_told(player: Player, memory: Readings) -> None:
    player.roll(stretch())
    player.fill(silence(BLOCK), SECOND)
    assert memory.state().ahead_us == (RATE - BLOCK) * 1_000_000 // RATE
    for _ in range(100):
        player.fill(silence(BLOCK), SECOND)
    assert memory.state().ahead_us == 0


def test_a_block_that_is_not_there_is_counted_and_time_goes_on(player: Player, memory: Readings) -> None:
    player.roll(stretch())
    block = silence(BLOCK)
    for number in range(102):
        player.fill(block, number * SECOND // 100)
    assert not block.any()
    assert fetch(memory)[-1].time_us == 1_010_000
    player.roll(None)
    assert memory.state()[1] == 2


def test_the_end_is_the_instant_its_last_sample_is_over(player: Player) -> None:
    rolling = stretch(end=BLOCK + BLOCK // 2)
    player.roll(rolling)
    player.fill(silence(BLOCK), SECOND)
    assert rolling.end_ns is None
    player.fill(silence(BLOCK), SECOND + 10_000_000)
    assert rolling.end_ns == SECOND + 15_000_000


def test_a_song_is_joined_by_a_guess_which_is_no_reading(player: Player, memory: Readings) -> None:
    rolling = stretch(end=20 * RATE)
    rolling.joining = 0, SECOND
    player.roll(rolling)
    player.fill(silence(BLOCK), SECOND + SECOND // 2, sure=False)
    assert (rolling.at, fetch(memory)) == (RATE // 2 + BLOCK, [])
    player.fill(silence(BLOCK), 2 * SECOND)
    assert fetch(memory) == [Reading(7, 510_000, 2 * SECOND)]


def test_joining_goes_on_where_the_song_would_have_been(player: Player, memory: Readings) -> None:
    rolling = stretch()
    player.roll(rolling)
    player.fill(silence(BLOCK), SECOND)
    rolling.join_in()
    player.fill(silence(BLOCK), SECOND + 250_000_000)
    assert fetch(memory)[-1] == Reading(7, 250_000, SECOND + 250_000_000)


def test_a_second_join_before_the_first_is_done_changes_nothing(player: Player, memory: Readings) -> None:
    rolling = stretch()
    player.roll(rolling)
    player.fill(silence(BLOCK), SECOND)
    rolling.join_in()
    rolling.join_in()
    player.fill(silence(BLOCK), SECOND + 100_000_000)
    assert fetch(memory)[-1].time_us == 100_000


def test_the_volume_moves_without_a_click(player: Player) -> None:
    player.roll(stretch())
    heard = []
    for volume in (1.0, 0.0, 0.0, 0.0, 0.5, 0.5, 0.5):
        player.set_volume(volume)
        block = silence(BLOCK)
        player.fill(block, SECOND)
        heard.append(block[:, 0].copy())
    steps = np.abs(np.diff(np.concatenate(heard)))
    assert steps.max() < 2 / RAMP
    assert not heard[3].any()
    assert np.allclose(heard[6], 0.5)


@pytest.mark.parametrize("volume", [-1.0, 7.0])
def test_a_volume_out_of_range_is_brought_into_it(player: Player, volume: float) -> None:
    player.set_volume(volume)
    player.roll(stretch())
    block = silence(BLOCK)
    player.fill(block, SECOND)
    assert np.allclose(block, min(1.0, max(0.0, volume)))


def test_one_goes_over_into_the_next_within_a_block_once_that_has_begun(player: Player, memory: Readings) -> None:
    player.roll(stretch())
    following = Stretch(8, 3 * RATE + BLOCK, 10 * RATE, by=3 * RATE)
    following.ring.write(np.full((RATE, 2), 0.5, np.float32))
    player.cross(following)
    blocks = [silence(BLOCK) for _ in range(3)]
    for number, block in enumerate(blocks):
        player.fill(block, SECOND + number * SECOND // 100)
    before, over, after = (block[:, 0] for block in blocks)
    assert (before == 1).all()
    assert (np.diff(over) < 0).all()
    assert (over[0], over[-1]) == (1, 0.5)
    assert (after == 0.5).all()
    assert [(one.serial, one.time_us) for one in fetch(memory)] == [(7, 0), (8, 3_010_000), (8, 3_020_000)]
    assert memory.state()[:2] == (8, 0)
    assert player.stretch is following


def test_a_stop_forgets_what_was_to_follow(player: Player, memory: Readings) -> None:
    player.roll(stretch())
    player.cross(stretch(serial=8))
    player.roll(None)
    player.roll(stretch(serial=9))
    player.fill(silence(BLOCK), SECOND)
    assert memory.state()[0] == 9


def test_nothing_rolling_is_silence_without_readings(player: Player, memory: Readings) -> None:
    block = np.ones((BLOCK, 2), np.float32)
    player.fill(block, SECOND)
    assert not block.any()
    assert fetch(memory) == []


def test_readings_cross_to_another_process_and_the_oldest_are_lost(tmp_path: Path) -> None:
    path = readings.create()
    writer, reader = Readings(path), Readings(path)
    for number in range(SLOTS + 10):
        writer.add(3, number, number * 100)
    count, found = reader.fetch(0)
    assert count == SLOTS + 10
    assert found == tuple(Reading(3, number, number * 100) for number in range(10, SLOTS + 10))
    assert reader.fetch(count) == (count, ())
    writer.set_rolling(3)
    assert reader.state()[0] == 3
    writer.close()
    reader.close()
    path.unlink()


def test_a_reading_caught_half_written_is_left_out() -> None:
    path = readings.create()
    writer, reader = Readings(path), Readings(path)
    writer.add(3, 1000, 2000)
    writer.close()
    content = bytearray(path.read_bytes())
    content[-(readings.SIZE - 32) + 16] ^= 1
    path.write_bytes(content)
    assert reader.fetch(0) == (1, ())
    reader.close()
    path.unlink()
