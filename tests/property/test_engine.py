"""Whatever is pressed, in whatever order: no port is misused, and the picture ends up on the song."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.engine.world import S, World
from visualalbum.engine.snapshot import State

COMMANDS = st.one_of(
    st.tuples(st.just("locate"), st.integers(-1, 21 * S)),
    st.tuples(st.just("nudge"), st.sampled_from([-5 * S, 5 * S])),
    st.tuples(st.sampled_from(["roll", "park", "toggle", "next_track", "previous_track", "start_of_track"]), st.none()),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(COMMANDS, st.integers(0, 60)), max_size=12))
def test_any_order_of_commands_ends_with_the_picture_on_the_song(
    presses: list[tuple[tuple[str, int | None], int]],
) -> None:
    world = World()
    for (command, argument), ticks in presses:
        method = getattr(world.engine, command)
        method() if argument is None else method(argument)
        world.run(ticks / 100)
    world.engine.locate(S)
    world.engine.roll()
    world.run(1.8)
    assert world.snapshot.state is State.ROLLING
    assert world.snapshot.stage.cue == "a"
    assert abs(world.drift_ms()) < 1.5
