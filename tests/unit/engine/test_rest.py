"""A parked album lets its decks rest after a while: the picture stays, and everything goes on as if they had not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.engine.world import ALBUM, World, cue
from visualalbum.engine.ports import DeckState
from visualalbum.engine.snapshot import State

LONG_S = 21


def loaded(world: World) -> int:
    return sum(deck.poll().state is not DeckState.EMPTY for deck in world.decks)


@pytest.fixture
def world() -> World:
    """Parked in the second segment, for as long as it takes."""
    world = World()
    world.engine.roll()
    world.run_to(5.0)
    world.engine.park()
    world.run(0.5)
    before = world.snapshot
    assert loaded(world) > 0
    world.run(LONG_S)
    assert loaded(world) == 0
    assert world.snapshot.stage == before.stage, "what was seen stays"
    return world


def test_a_roll_goes_on_in_sync_where_it_stood(world: World) -> None:
    at_us = world.snapshot.position_us
    world.engine.roll()
    world.run(1.0)
    assert world.snapshot.state is State.ROLLING
    assert world.snapshot.position_us == pytest.approx(at_us + 800_000, abs=200_000)
    assert abs(world.drift_ms()) < 1.5


def test_a_locate_shows_the_frame_of_its_place(world: World) -> None:
    world.engine.locate(9_000_000)
    world.run(0.5)
    assert world.snapshot.stage.cue == "c"
    assert loaded(world) > 0


def test_another_version_shows_its_own_picture(world: World) -> None:
    world.engine.revise(replace(ALBUM, films=(cue("a", 0, 4, 12), cue("x", 4, 8, 40))))
    world.run(0.5)
    assert world.snapshot.stage.cue == "x"
    world.engine.roll()
    world.run(1.0)
    assert abs(world.drift_ms()) < 1.5


def test_it_rests_after_the_end_too_and_starts_anew() -> None:
    world = World(position_us=19_000_000)
    world.engine.roll()
    world.run(LONG_S + 3)
    assert world.snapshot.state is State.ENDED
    assert loaded(world) == 0
    world.engine.roll()
    world.run(1.0)
    assert world.snapshot.stage.cue == "a"
    assert abs(world.drift_ms()) < 1.5


def test_it_does_not_rest_while_it_rolls() -> None:
    world = World()
    world.engine.roll()
    world.run(LONG_S - 2)
    assert world.events("rest") == []
