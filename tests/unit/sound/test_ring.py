"""The ring of samples decoded ahead."""

from __future__ import annotations

import numpy as np

from visualalbum.sound.ring import BEHIND, SIZE, Ring
from visualalbum.sound.stereo import Samples, silence


def numbers(first: int, count: int) -> Samples:
    return np.repeat(np.arange(first, first + count, dtype=np.float32)[:, None], 2, axis=1)


def test_what_is_written_is_taken_by_its_number() -> None:
    ring = Ring(1000)
    ring.write(numbers(1000, 500))
    block = silence(100)
    assert ring.take(1200, block) == 100
    assert np.array_equal(block, numbers(1200, 100))


def test_what_is_not_there_is_silence() -> None:
    ring = Ring(1000)
    ring.write(numbers(1000, 50))
    block = numbers(1, 100)
    assert ring.take(990, block) == 50
    assert not block[:10].any()
    assert np.array_equal(block[10:60], numbers(1000, 50))
    assert not block[60:].any()
    assert ring.take(5000, block) == 0
    assert not block.any()


def test_it_goes_round_without_a_seam() -> None:
    ring = Ring(SIZE - 70)
    block = silence(100)
    at = SIZE - 70
    ring.write(numbers(at, 4000))
    for _ in range(3 * SIZE // 100):
        ring.write(numbers(ring.written, 100))
        assert ring.take(at, block) == 100
        assert np.array_equal(block, numbers(at, 100))
        at += 100


def test_it_has_no_room_for_what_would_overwrite_the_last_half_second() -> None:
    ring = Ring(0)
    ring.write(silence(ring.room))
    assert ring.room == 0
    ring.take(BEHIND, silence(100))
    assert ring.room == BEHIND + 100
    ring.write(numbers(ring.written, ring.room))
    assert ring.take(BEHIND, silence(100)) == 100


def test_what_was_skipped_is_silence() -> None:
    ring = Ring(0)
    ring.write(numbers(0, 100))
    ring.skip_to(1000)
    ring.write(numbers(1000, 100))
    block = silence(1100)
    assert ring.take(0, block) == 100
    assert not block[:1000].any()
    assert np.array_equal(block[1000:], numbers(1000, 100))
