"""A device that gulps, and lies about its delay just after a start: it is believed once it has been seen through."""

from __future__ import annotations

from itertools import pairwise

import pytest

from visualalbum.sound.outputs.haste import Haste

MS = 1_000_000
BLOCK, BLOCK_MS = 480, 10
FILL, GULP, GULP_MS = 31, 6, 65
"""As measured on a PulseAudio tunnel that holds 250 ms: blocks asked for at once, then so many every 65 ms."""
LEFT_MS = 183
"""What a gulp finds still to be played: the first one is heard so long after it was taken."""
WRONG_MS = (-197, -185, -152, -112, -48, -30)
"""What is wrong in the device's word until the gulp after the last of these."""


class Device:
    """Starts of a stream, one after the other; `wait_ms` is how long each waits for its first gulp."""

    def __init__(self, wrong_ms: tuple[int, ...] = WRONG_MS) -> None:
        self.haste = Haste()
        self.now_ms = 1000.0
        self.wrong_ms = wrong_ms

    def start(self, wait_ms: float, for_ms: float = 1500.0, fill: int = FILL) -> list[tuple[float, float, bool]]:
        """Play for a while: when each block was asked for, how wrong its instant was, and whether that is sure."""
        began_ms = self.now_ms
        heard_ms = began_ms + wait_ms + LEFT_MS
        self.haste.start(round(began_ms * MS))
        found = []
        asked = [(began_ms + 1 + block / 10, 0) for block in range(fill)]
        gulp = 1
        while (at_ms := began_ms + wait_ms + (gulp - 1) * GULP_MS) < began_ms + for_ms:
            asked += [(max(at_ms, asked[fill - 1][0]) + block / 10, gulp) for block in range(GULP)]
            gulp += 1
        for played, (at_ms, gulps) in enumerate(asked):
            wrong = self.wrong_ms[gulps] if gulps < len(self.wrong_ms) else 0
            zero, sure = self.haste.heard(played * BLOCK, round(at_ms * MS), round((heard_ms + wrong) * MS))
            found.append((at_ms - began_ms, zero / MS - heard_ms, sure))
        self.now_ms += for_ms + 100
        return found


@pytest.mark.parametrize("first_ms", [18, 47, 64])
@pytest.mark.parametrize("second_ms", [20, 47, 64])
def test_once_seen_through_the_device_is_told_from_its_first_gulp_on(first_ms: int, second_ms: int) -> None:
    device = Device()
    device.start(first_ms)
    device.start(second_ms)
    found = device.start(second_ms)
    sure = [(at_ms, wrong_ms) for at_ms, wrong_ms, is_sure in found if is_sure]
    assert max(abs(wrong_ms) for _, wrong_ms in sure) < 3
    assert sure[0][0] == second_ms
    assert max(abs(wrong_ms) for _, wrong_ms, _ in found) <= GULP_MS


def test_a_device_that_slept_when_it_was_opened_is_seen_through_all_the_same() -> None:
    device = Device()
    device.start(1600, for_ms=2450)
    device.haste.settled()
    found = device.start(47)
    assert max(abs(wrong_ms) for _, wrong_ms, sure in found if sure) < 3


def test_a_device_that_was_never_seen_is_believed() -> None:
    found = Device().start(20)
    assert [sure for _, _, sure in found] == [True] * len(found)
    assert found[0][1] == WRONG_MS[0]


def test_a_start_that_was_broken_off_teaches_nothing() -> None:
    device = Device()
    device.start(20, for_ms=300)
    assert device.start(20)[0][1] == WRONG_MS[0]


def test_a_device_that_is_right_from_the_start_is_never_doubted() -> None:
    device = Device(())
    device.start(20)
    assert {(wrong_ms, sure) for _, wrong_ms, sure in device.start(47)} == {(0, True)}


def test_a_word_that_comes_true_sooner_is_taken_again() -> None:
    device = Device()
    device.start(20)
    device.start(47)
    found = device.start(30)
    later = [wrong_ms for at_ms, wrong_ms, _ in found if at_ms > 400]
    assert set(later) == {0}
    assert all(after - before >= 0 for before, after in pairwise(at_ms for at_ms, _, _ in found))


def test_an_underrun_just_after_a_start_is_no_habit() -> None:
    device = Device(())
    device.start(20)
    device.wrong_ms = (-60,) * 5
    device.start(20)
    assert device.start(20)[0] == (1, -60, True), "it was seen once"
    assert not device.start(20)[0][2], "and now twice"


@pytest.mark.parametrize(("wait_ms", "fill"), [(37, FILL + 3), (60, FILL - 2), (2, FILL)])
def test_a_start_that_is_unlike_the_one_before_is_believed_as_the_first_one(wait_ms: int, fill: int) -> None:
    device = Device()
    device.start(20)
    found = device.start(wait_ms, fill=fill)
    assert {wrong_ms for _, wrong_ms, is_sure in found if is_sure} <= {0, *WRONG_MS}


def test_settling_counts_as_having_been_seen_through() -> None:
    device = Device()
    device.start(20, for_ms=900)
    device.haste.settled()
    sure = [wrong_ms for _, wrong_ms, is_sure in device.start(40) if is_sure]
    assert max(map(abs, sure)) < 2
