"""How far ahead of a running song a deck is primed: as far as it takes here, within bounds."""

from __future__ import annotations

import pytest

from tests.unit.engine.world import MS, World
from visualalbum.engine.joining import Joining
from visualalbum.engine.policy import SyncPolicy

POLICY = SyncPolicy()
S = 1_000_000


@pytest.mark.parametrize(
    ("took_ms", "ahead_ms"),
    [
        ((), 160),
        ((230,), 160),
        ((230, 60), 160),
        ((200, 190), 200),
        ((90, 220, 100, 230, 80), 230),
        ((90, 100, 2000, 80), 160),
        ((900, 900, 900), 300),
        ((230, 230, *[50] * 8), 160),
    ],
)
def test_it_is_later_than_all_but_one_of_the_last_primings(took_ms: tuple[int, ...], ahead_ms: int) -> None:
    joining = Joining(POLICY)
    for ms in took_ms:
        joining.learn(ms * 1000)
    assert joining.ahead_us == ahead_ms * 1000


def primed(world: World) -> list[tuple[object, object]]:
    return [(event["cue"], event["exactly"]) for event in world.events("prime")]


def test_what_joins_a_running_song_need_not_be_exact_but_near_the_edges_of_a_segment() -> None:
    world = World()
    world.engine.roll()
    world.run_to(2.0)
    assert primed(world) == [("a", True), ("b", True)]
    found = []
    for place_us in (5 * S, 4 * S - 150_000, 4 * S - 200_000):
        before = len(primed(world))
        world.engine.locate(place_us)
        world.run(0.05)
        found.append(primed(world)[before])
    assert found == [("b", False), ("b", True), ("a", True)]
    world.engine.park()
    world.engine.locate(5 * S)
    world.run(0.1)
    assert primed(world)[-1] == ("b", True)


def test_a_busy_machine_s_picture_is_in_sync_from_its_second_locate_on() -> None:
    world = World()
    for deck in world.decks:
        deck.behaviour.prime_ns = 250 * MS
    world.engine.roll()
    world.run_to(2.0)
    late = []
    for _ in range(4):
        before = len(world.events("late"))
        world.engine.locate(5 * S)
        world.run(0.6)
        late.append(len(world.events("late")) - before)
    assert late[2:] == [0, 0]
    assert abs(world.drift_ms()) < 3
