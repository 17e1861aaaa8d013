"""The offset: how much later than the device says the song is heard, set before and while it rolls."""

from __future__ import annotations

import pytest

from tests.unit.engine.world import S, World


def rolling(offset_ms: int = 0) -> World:
    world = World()
    world.engine.set_offset(offset_ms * 1000)
    world.engine.roll()
    world.run_to(2)
    return world


@pytest.mark.parametrize("offset_ms", [80, 20, -60, -150])
def test_the_picture_of_a_new_start_is_as_much_later(offset_ms: int) -> None:
    world = rolling(offset_ms)
    assert abs(world.drift_ms() - offset_ms) < 1.5
    assert world.snapshot.offset_us == offset_ms * 1000
    assert world.events("late") == world.events("relocate") == []


@pytest.mark.parametrize(("offset_ms", "how"), [(5, "trim"), (-5, "trim"), (15, "trim"), (100, "relocate")])
def test_an_offset_set_while_it_rolls_is_followed_without_touching_the_song(offset_ms: int, how: str) -> None:
    world = rolling()
    world.engine.set_offset(offset_ms * 1000)
    world.run(1.5)
    assert abs(world.drift_ms() - offset_ms) < 1.5
    assert world.events(how)
    assert len(world.events("roll")) == 1
    assert [event["offset_us"] for event in world.events("offset")] == [offset_ms * 1000]


def test_a_place_and_an_instant_are_told_by_the_ear_and_by_the_device() -> None:
    world = rolling(100)
    assert abs(world.heard_us - world.snapshot.position_us - 100_000) < 1000
    told_ns = world.engine.told_ns(3 * S)
    assert told_ns is not None
    assert abs(told_ns - world.now_ns - (3 * S - world.heard_us) * 1000) < 1_000_000
    world.engine.park()
    assert world.engine.told_ns(3 * S) is None


def test_the_cuts_keep_to_the_offset() -> None:
    world = rolling(-40)
    world.run_to(5)
    assert abs(world.drift_ms() + 40) < 1.5
    assert world.snapshot.sync.relocates == 0
