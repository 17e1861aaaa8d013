"""Everything of the sound that is not a callback: takes commands, runs the feeder and the output, tells events."""

from __future__ import annotations

import time
from collections.abc import Callable

from visualalbum.engine.ports import Device
from visualalbum.sound.events import Ended, Event, Prepared
from visualalbum.sound.feeder import Feeder
from visualalbum.sound.outlet import Outlet
from visualalbum.sound.outputs.port import OutputError
from visualalbum.sound.player import RAMP, Player, Stretch, sample_at
from visualalbum.sound.readings import Readings
from visualalbum.sound.resample import RATE
from visualalbum.sound.watch import Watch
from visualalbum.timeline.cues import SoundPlan

AHEAD_NS = 3 * 10**8
"""What it takes at least to start in the middle of a rolling song: decoding and starting the device."""

FADE_S = 0.5
"""Longest wait for a fade to be asked for, and again for it to be heard; libVLC holds 0.39 s."""


class Desk:
    """The sound's one controlling thread calls all of this; `tick` every few hundredths of a second.

    `tell` takes events and faults, from this thread and the feeder's; `wake` asks for a tick soon.
    """

    def __init__(
        self,
        output: str,
        device: Device,
        readings: Readings,
        tell: Callable[[Event], None],
        wake: Callable[[], None],
        watch: Watch,
    ) -> None:
        self._readings = readings
        self._tell = tell
        self._watch = watch
        self._player = Player(readings)
        self._feeder = Feeder(tell, lambda stretch: wake())
        self._feeder.start()
        self._plan = SoundPlan()
        self._prepared: Stretch | None = None
        self._to_cross: tuple[int, int] | None = None
        self._crossing: Stretch | None = None
        self._told_prepared = False
        self._lead_in: int | None = None
        self._outlet = Outlet(output, device, self._player.fill, tell, watch, self._go_on)

    # commands

    def load(self, plan: SoundPlan) -> None:
        """Take a programme; whatever was playing stops."""
        self.park()
        self._plan = plan
        self._feeder.feed(plan, None)

    def revise(self, plan: SoundPlan) -> None:
        """Take another programme that sounds the same around where this one is heard; nothing stops."""
        self._plan = plan
        for stretch in (self._prepared, self._player.stretch, self._crossing):
            if stretch is not None:
                stretch.end = round(plan.length * RATE)
        self._feeder.revise(plan)

    def cross(self, serial: int, plan: SoundPlan, by_us: int) -> None:
        """Go over into another programme once this one rolls and that one is decoded."""
        self._plan = plan
        self._to_cross = serial, by_us
        self.tick()

    def prepare(self, serial: int, position_us: int) -> None:
        """Stop, and decode from a position on."""
        self.park()
        end = round(self._plan.length * RATE)
        self._set_prepared(Stretch(serial, min(max(0, sample_at(position_us)), end), end))

    def rejoin(self, serial: int, position_us: int, instant_ns: int) -> None:
        """Roll on as if it had never stopped, a position being due at an instant that may be long past."""
        self.park()
        end = round(self._plan.length * RATE)
        stretch = Stretch(serial, 0, end)
        stretch.joining = sample_at(position_us), instant_ns
        start = min(max(0, stretch.due_at(time.monotonic_ns() + AHEAD_NS)), end)
        joined = Stretch(serial, start, end)
        joined.joining = stretch.joining
        self._set_prepared(joined)
        self._lead_in = 0

    def roll(self, serial: int, lead_in_us: int) -> None:
        """Start what was prepared with this serial, as soon as it is; another serial is out of date."""
        if self._prepared is not None and self._prepared.serial == serial:
            self._lead_in = sample_at(lead_in_us)
            self.tick()

    def park(self) -> None:
        """Stop at once."""
        self._prepared = self._to_cross = self._crossing = self._lead_in = None
        if self._player.stretch is not None:
            self._outlet.output.abort()
            self._player.roll(None)

    def set_volume(self, volume: float) -> None:
        """Set the amplitude of all that is heard, 0 to 1."""
        self._player.set_volume(volume)

    def choose(self, device: Device) -> None:
        """Play on another device; a rolling song goes on there."""
        self._outlet.choose(device)

    def look(self) -> None:
        """See which devices there are."""
        self._watch.look()

    def inject(self, kind: str, seconds: float) -> None:
        """Let something fail for a while: "stall-disk" or "lose-device"."""
        if kind == "stall-disk":
            self._feeder.stall(seconds)
        elif kind == "lose-device":
            self._outlet.take_away(seconds)

    def close(self) -> None:
        """Fade out, and let go of everything."""
        if self._player.stretch is not None:
            self._player.set_volume(0.0)
            until_s = time.monotonic() + FADE_S
            while not self._player.silent and time.monotonic() < until_s:
                time.sleep(0.01)
            time.sleep(min(FADE_S, self._outlet.output.latency_us / 1e6 + RAMP / RATE))
        self._player.roll(None)
        self._outlet.close()
        self._feeder.close()

    # the tick

    @property
    def idle(self) -> bool:
        """Whether nothing comes to pass by itself: only a command can change that."""
        waits = self._prepared is not None and not self._told_prepared
        return self._outlet.idle and not waits and self._player.stretch is None

    def tick(self) -> None:
        """See what has come to pass since the last one."""
        self._outlet.tick()
        self._readings.set_latency(self._outlet.output.latency_us)
        self._tick_prepared()
        self._tick_rolling()

    def _set_prepared(self, stretch: Stretch) -> None:
        self._prepared = stretch
        self._told_prepared = False
        self._feeder.feed(self._plan, stretch)

    def _tick_prepared(self) -> None:
        stretch = self._prepared
        if stretch is None or not self._outlet.ready or not stretch.filled:
            return
        if not self._told_prepared:
            self._told_prepared = True
            self._tell(Prepared(stretch.serial))
        if self._lead_in is not None:
            stretch.at -= self._lead_in
            self._prepared = self._lead_in = None
            self._player.roll(stretch)
            self._start()

    def _tick_rolling(self) -> None:
        stretch = self._player.stretch
        if stretch is None:
            return
        self._tick_crossing(stretch)
        if stretch.end_ns is not None and time.monotonic_ns() >= stretch.end_ns:
            self.park()
            self._tell(Ended(stretch.serial))
        elif self._outlet.output.stalled():
            self._outlet.output.abort()
            self._go_on()
        elif reason := self._outlet.output.lost():
            self._outlet.lose(reason)

    def _tick_crossing(self, stretch: Stretch) -> None:
        if self._to_cross is not None:
            serial, by = self._to_cross[0], sample_at(self._to_cross[1])
            end = round(self._plan.length * RATE)
            due = stretch.at + by + AHEAD_NS * RATE // 10**9
            self._to_cross = None
            self._crossing = Stretch(serial, min(max(0, due), end), end, by)
            self._feeder.feed(self._plan, self._crossing)
        if self._crossing is not None and self._crossing.filled:
            self._player.cross(self._crossing)
            self._crossing = None

    def _start(self) -> None:
        try:
            self._outlet.output.start()
        except OutputError as error:
            self._outlet.lose(error.sentence)

    def _go_on(self) -> None:
        """Let a rolling song go on, on another output, where it would have been."""
        stretch = self._player.stretch
        if stretch is not None:
            stretch.join_in()
            self._start()
