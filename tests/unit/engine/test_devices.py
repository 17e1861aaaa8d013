"""What a device asks of the engine: how soon it is to be heard from standby, and corrections of its own delay."""

from dataclasses import replace

import pytest

from tests.unit.engine.world import ALBUM, World, cue
from visualalbum.engine.policy import SyncPolicy


def test_a_song_that_stands_by_is_heard_sooner_than_one_that_waits_for_its_picture() -> None:
    world = World()
    world.engine.roll()
    world.run_to(2)
    world.engine.park()
    world.run(0.5)
    world.engine.roll()
    world.run_to(3)
    world.engine.park()
    world.run(21)  # its decks rest
    world.engine.roll()
    world.run(1)
    policy = SyncPolicy()
    leads_us = [event["lead_in_us"] for event in world.trace.events if event["event"] == "roll"]
    assert leads_us == [policy.lead_in_us, policy.go_lead_in_us, policy.lead_in_us]


@pytest.mark.parametrize("by_ms", [-18, 18])
def test_a_device_that_corrects_its_delay_a_little_is_followed_at_once(by_ms: int) -> None:
    """Drifts from before the correction are void: they would hide it for most of the window, and be trimmed instead."""
    long = replace(ALBUM, films=(cue("long", 0, 20, 5),), stills=())
    world = World(timeline=long)
    world.engine.roll()
    world.run_to(3.0)
    world.sound.jump(by_ms * 1_000_000)
    world.run(1.2)
    assert world.snapshot.sync.relocates == 0
    assert abs(world.drift_ms()) < 2


def test_a_song_is_parked_where_its_frame_began_and_waits_for_a_frame_that_did_not() -> None:
    world = World()
    world.engine.roll()
    world.run_to(2.02)
    world.engine.park()
    world.run(0.5)
    assert world.snapshot.position_us % 40_000 < 1000
    world.engine.locate(2_025_000)
    world.run(0.5)
    world.engine.roll()
    world.run(1)
    roll = [event for event in world.trace.events if event["event"] == "roll"][-1]
    assert roll["lead_in_us"] == SyncPolicy().go_lead_in_us + 25_000
