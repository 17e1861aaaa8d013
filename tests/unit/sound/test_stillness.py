"""A delay is believed once it stands still, and not while a device only fills what it holds."""

from __future__ import annotations

from visualalbum.sound.outputs.stillness import FILLED_S, STEADY_S, Stillness
from visualalbum.sound.resample import RATE

MS = 1_000_000
RIGHT_NS = 5_000 * MS


def asked(*steps: tuple[float, float, float | None]) -> list[bool]:
    """What is said after looks: seconds asked for, how far off the delay is in ms, and seconds at the first pause."""
    still = Stillness()
    return [
        still.reached(round(played_s * RATE), RIGHT_NS + round(off_ms * MS), filled_s and round(filled_s * RATE))
        for played_s, off_ms, filled_s in steps
    ]


def test_a_device_that_never_pauses_is_believed_after_half_a_second() -> None:
    assert asked((0.01, 0, None), (0.3, 0.4, None), (STEADY_S + 0.02, 0.2, None)) == [False, False, True]


def test_a_sink_that_sleeps_asks_for_nothing_and_is_waited_for() -> None:
    # As a null sink does: 0.13 s at once, a second of nothing, then the truth.
    steps = [(0.01, -1193, None), *[(0.13, -1193, None)] * 100, (0.16, 0, 0.13), (0.16 + FILLED_S, 0.02, 0.13)]
    said = asked(*steps)
    assert said[:-1] == [False] * (len(steps) - 1)
    assert said[-1]


def test_what_a_far_device_takes_at_once_says_nothing() -> None:
    gulps = [(0.32, -251, None), (0.38, -218, 0.32), (0.44, -177, 0.32), (0.56, -97, 0.32), (0.62, -97, 0.32)]
    assert asked(*gulps, (0.68, 0, 0.32), (0.87, 0, 0.32), (0.93, 0, 0.32))[-3:] == [False, False, True]
    assert not any(asked(*gulps))


def test_a_delay_that_goes_on_moving_is_not_believed() -> None:
    assert not any(asked(*((0.1 * n, 2.0 * n, 0.13) for n in range(40))))
