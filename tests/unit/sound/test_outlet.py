"""The device that is wanted, what stands in for it, and how one is gone over to: on outputs that open as told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from visualalbum.engine.ports import USUAL, Device, Fault
from visualalbum.sound import outlet
from visualalbum.sound.events import Chosen, Devices, Event, Playing
from visualalbum.sound.outlet import Outlet
from visualalbum.sound.outputs import choice
from visualalbum.sound.outputs.port import Fill, OutputError

HALL, BALCONY = Device("hall", "The hall"), Device("balcony", "The balcony")


class FakeOutput:
    """An output that plays on the devices that are `there`, and is `open` until it is closed."""

    name = "portaudio"
    latency_us = 0

    def __init__(self, world: World, device: str) -> None:
        self.device = device or "default"
        self.asked = device
        self.settled = True
        self._world = world
        world.open.append(self)

    def settle(self) -> bool:
        return self.settled and self._world.settles

    def start(self) -> None: ...
    def abort(self) -> None: ...

    def stalled(self) -> bool:
        return False

    def lost(self) -> str:
        return ""

    def close(self) -> None:
        self._world.open.remove(self)


class World:
    """A machine whose devices a test plugs in and out; `served` where a sound server tells of them."""

    def __init__(self, *there: Device, served: bool = True) -> None:
        self.found = Devices(there, served)
        self.open: list[FakeOutput] = []
        self.most_open = 0
        self.settles = True
        self.looks = 0
        self.told: list[Event] = []
        self.went_on: list[str] = []
        self.now_ns = 10**12

    def output(self, device: str, fill: Fill) -> FakeOutput:
        if not self.found.there or (device and not self.found.has(device)):
            raise OutputError(f"{device} is not there")
        made = FakeOutput(self, device)
        self.most_open = max(self.most_open, len(self.open))
        return made

    def look(self) -> None:
        self.looks += 1

    def plug(self, *there: Device) -> None:
        self.found = Devices(there, self.found.served)

    def outlet(self, device: Device = USUAL, asked: str = "portaudio") -> Outlet:
        self.outlet_made = Outlet(asked, device, lambda block, dac_ns: None, self.told.append, self, self._go_on)  # type: ignore[arg-type]
        self.tick()
        return self.outlet_made

    def tick(self, after_s: float = 0.0) -> None:
        self.now_ns += round(after_s * 10**9)
        self.outlet_made.tick()

    def monotonic_ns(self) -> int:
        return self.now_ns

    def _go_on(self) -> None:
        self.went_on.append(self.outlet_made.output.device)

    @property
    def plays_on(self) -> list[str]:
        return [output.asked for output in self.open]

    def faults(self) -> list[tuple[str, bool]]:
        return [(event.subject, event.over) for event in self.told if isinstance(event, Fault)]

    def choices(self) -> list[Chosen]:
        return [event for event in self.told if isinstance(event, Chosen)]

    def playing(self) -> str:
        return [event.device for event in self.told if isinstance(event, Playing)][-1]


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    world = World(HALL, BALCONY)
    monkeypatch.setitem(choice.OUTPUTS, "portaudio", world.output)
    monkeypatch.setitem(choice.OUTPUTS, "vlc", world.output)
    monkeypatch.setattr(outlet, "time", world)
    yield world
    world.outlet_made.close()
    assert world.open == []


def test_another_device_is_opened_beside_and_gone_over_to_once_it_has_settled(world: World) -> None:
    it = world.outlet(HALL)
    world.settles = False
    it.choose(BALCONY)
    world.tick()
    assert (world.plays_on, it.output.device, world.went_on) == (["hall", "balcony"], "The hall", [])
    world.settles = True
    world.tick()
    assert (world.plays_on, world.went_on, world.playing()) == (["balcony"], ["The balcony"], "The balcony")
    assert world.choices() == [Chosen(BALCONY)]
    assert world.faults() == []


def test_the_device_in_force_is_no_choice(world: World) -> None:
    it = world.outlet(HALL)
    it.choose(HALL)
    world.tick()
    assert (world.choices(), world.went_on, world.most_open) == ([], [], 1)


def test_one_that_cannot_be_opened_leaves_everything_as_it_was(world: World) -> None:
    it = world.outlet(HALL)
    it.choose(Device("cellar", "The cellar"))
    world.tick()
    (told,) = world.choices()
    assert told.device == HALL
    assert told.sentence.startswith("The cellar cannot be opened; the sound stays on The hall. ")
    assert (world.plays_on, world.went_on, world.faults()) == (["hall"], [], [])


def test_a_second_choice_before_the_first_has_settled_is_the_one_that_counts(world: World) -> None:
    it = world.outlet(HALL)
    world.settles = False
    it.choose(BALCONY)
    it.choose(USUAL)
    it.choose(HALL)
    world.settles = True
    world.tick()
    assert (world.plays_on, world.went_on) == (["hall"], [])
    assert [told.device for told in world.choices()] == [BALCONY, USUAL, HALL]


def test_one_that_is_not_there_at_the_start_is_told_and_plays_as_soon_as_it_is(world: World) -> None:
    world.plug(HALL)
    world.outlet(BALCONY)
    assert (world.plays_on, world.faults()) == ([""], [("The balcony", False)])
    world.tick(60)
    assert world.plays_on == [""], "a device that no server tells of is not tried"
    world.plug(HALL, BALCONY)
    world.tick()
    world.tick()
    assert (world.plays_on, world.faults()[1:]) == (["balcony"], [("The balcony", True)])


def test_one_that_is_waited_for_is_given_up_with_another_choice(world: World) -> None:
    world.plug(HALL)
    it = world.outlet(BALCONY)
    it.choose(USUAL)
    assert world.faults()[1:] == [("default", True)]
    world.plug(HALL, BALCONY)
    world.tick(60)
    world.tick()
    assert world.plays_on == [""]


def test_one_that_is_taken_away_is_told_and_has_the_sound_again_when_it_comes_back(world: World) -> None:
    world.outlet(BALCONY)
    world.plug(HALL)
    world.tick()
    assert world.faults() == [("The balcony", False)]
    assert world.went_on == [], "the server itself has gone over to the usual device"
    assert world.playing() == outlet.ITS_OWN
    world.plug(HALL, BALCONY)
    world.tick()
    world.tick()
    assert (world.plays_on, world.went_on, world.faults()[1:]) == (
        ["balcony"],
        ["The balcony"],
        [("The balcony", True)],
    )


def test_a_device_by_a_name_that_is_on_no_list_is_not_taken_for_gone(world: World) -> None:
    world.output = lambda device, fill: FakeOutput(world, device)  # type: ignore[method-assign]
    choice.OUTPUTS["portaudio"] = world.output
    world.outlet(Device("@DEFAULT_SINK@", "@DEFAULT_SINK@"))
    world.plug(HALL)
    world.tick()
    assert world.faults() == []


def test_with_no_device_left_the_clock_goes_on_unheard_until_any_comes(world: World) -> None:
    it = world.outlet(BALCONY)
    world.plug()
    world.tick()
    it.lose("The balcony takes no more sound")
    assert (it.output.name, world.went_on, world.plays_on) == ("null", ["no device"], [])
    world.plug(HALL)
    world.tick()
    assert (world.plays_on, world.playing()) == ([""], "default"), "better the usual one than none"
    assert world.faults()[-1] == ("The balcony", False)
    world.plug(HALL, BALCONY)
    world.tick()
    world.tick()
    assert (world.plays_on, world.faults()[-1]) == (["balcony"], ("The balcony", True))


def test_without_a_server_one_device_is_let_go_before_the_other_is_opened(world: World) -> None:
    world.found = Devices((HALL, BALCONY), served=False)
    it = world.outlet(HALL)
    it.choose(BALCONY)
    assert world.went_on == ["no device"], "the song's clock goes on meanwhile"
    world.tick()
    assert (world.plays_on, world.most_open, world.went_on[1:]) == (["balcony"], 1, ["The balcony"])
    it.choose(Device("cellar", "The cellar"))
    world.tick()
    world.tick()
    assert (world.plays_on, world.choices()[-1].device) == (["balcony"], BALCONY)


def test_without_a_server_one_looks_now_and_then_for_the_device_that_is_waited_for(world: World) -> None:
    world.found = Devices((HALL,), served=False)
    world.outlet(BALCONY)
    for _ in range(100):
        world.tick(0.1)
    assert 2 <= world.looks <= 3
    world.plug(HALL, BALCONY)
    world.tick()
    world.tick()
    assert world.plays_on == ["balcony"]


def test_the_null_output_knows_no_devices(world: World) -> None:
    it = world.outlet(asked="null")
    it.choose(BALCONY)
    world.tick()
    assert (it.output.name, world.plays_on, world.faults()) == ("null", [], [])
