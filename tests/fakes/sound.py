"""A sound that plays nothing, on a clock that the test turns: with delay, skew and faults, and strict about its use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from visualalbum.engine.ports import Fault, Reading, SoundReport
from visualalbum.timeline.cues import SoundPlan

BLOCK_US = 10_000


@dataclass
class _Rolling:
    """A roll: block n is heard from `heard_ns` on plus n blocks, and begins `first_us` plus n blocks."""

    serial: int
    first_us: int
    heard_ns: int
    told: int = 0


class FakeSound:
    """The engine's `Sound` on a virtual clock `now`; misuse raises AssertionError.

    Decoding takes `decode_ns`, a block is asked for `latency_ns` before it is heard, the first one `start_ns` after
    `roll`. The device's clock is fast by `skew_ppm`, and each reading is off by up to `jitter_ns`, in a fixed pattern.
    """

    def __init__(
        self,
        now: Callable[[], int],
        *,
        decode_ns: int = 20_000_000,
        start_ns: int = 1_000_000,
        latency_ns: int = 100_000_000,
        skew_ppm: float = 0.0,
        jitter_ns: int = 0,
    ) -> None:
        self._now = now
        self._decode_ns, self._start_ns, self._latency_ns = decode_ns, start_ns, latency_ns
        self._skew_ppm, self._jitter_ns = skew_ppm, jitter_ns
        self._plan: SoundPlan | None = None
        self._prepared: tuple[int, int, int] | None = None  # serial, position in us, ready at
        self._to_roll: int | None = None  # the lead-in in us
        self._last_serial = -1
        self._rolling: _Rolling | None = None
        self._lasting: SoundPlan | None = None
        self._crossing: tuple[int, int, int] | None = None  # serial, by how many us, ready at
        self._silent_until_ns = 0
        self._ended = False
        self._faults: list[Fault] = []
        self._closed = False
        self.volume = 1.0
        self.underruns = 0
        self.revised = self.loaded = self.crossed = 0

    # the port

    def load(self, plan: SoundPlan) -> None:
        """Take a programme; whatever was playing stops."""
        self._check_open()
        self._plan = plan
        self.loaded += 1
        self._stop()

    def revise(self, plan: SoundPlan) -> None:
        """Take a programme that is the same where this one is heard."""
        self._check_open()
        assert self._plan is not None, "revised before a programme was loaded"
        at_us = self._stands_us
        assert _heard(plan, at_us) == _heard(self._plan, at_us), "revised under the ear"
        self._plan = plan
        self.revised += 1

    def cross(self, serial: int, plan: SoundPlan, by_us: int) -> None:
        """Go over into another programme after `decode_ns`."""
        self._check_open()
        assert self._rolling is not None, "crossed from nothing"
        assert serial > self._last_serial, f"serial {serial} after {self._last_serial}"
        self._last_serial = serial
        self._lasting, self._crossing = plan, (serial, by_us, self._now() + self._decode_ns)

    def prepare(self, serial: int, position_us: int) -> None:
        """Stop, and be ready at a position after `decode_ns`."""
        self._check_open()
        assert self._plan is not None, "prepared before a programme was loaded"
        assert serial > self._last_serial, f"serial {serial} after {self._last_serial}"
        self._stop()
        assert 0 <= position_us <= self._end_us, f"prepared at {position_us}, outside the programme"
        self._last_serial = serial
        self._prepared = (serial, position_us, self._now() + self._decode_ns)

    def roll(self, serial: int, lead_in_us: int) -> None:
        """Start what was prepared, as soon as it is."""
        self._check_open()
        assert lead_in_us >= 0, "a lead-in before it begins"
        assert self._prepared is not None, "rolled without being prepared"
        assert serial == self._prepared[0], f"rolled serial {serial}, prepared was {self._prepared[0]}"
        assert self._rolling is self._to_roll is None, "rolled twice"
        self._to_roll = lead_in_us
        self._start_when_ready()

    def park(self) -> None:
        """Stop at once."""
        self._check_open()
        self._stop()

    def set_volume(self, volume: float) -> None:
        """Set the amplitude."""
        self._check_open()
        assert 0 <= volume <= 1, f"volume {volume}"
        self.volume = volume

    def poll(self) -> SoundReport:
        """Fetch what happened."""
        self._check_open()
        faults, self._faults = tuple(self._faults), []
        now_ns = self._now()
        self._start_when_ready()
        readings = tuple(self._due(now_ns))
        if self._crossing is not None and self._rolling is not None and now_ns >= self._crossing[2]:
            self._go_over(self._rolling, *self._crossing[:2])
        rolling = self._rolling
        if rolling is not None and now_ns >= self._instant_ns(rolling, self._end_us):
            self._rolling, self._ended = None, True
        ready = self._prepared is not None and now_ns >= self._prepared[2]
        return SoundReport(
            output="fake",
            device="no device",
            prepared=self._prepared[0] if ready and self._prepared is not None else -1,
            rolling=self._rolling is not None,
            ended=self._ended,
            readings=readings,
            underruns=self.underruns,
            latency_us=self._latency_ns // 1000,
            faults=faults,
        )

    def close(self) -> None:
        """End."""
        self._closed = True

    # what a test can do to it

    def fail(self, fault: Fault) -> None:
        """Report a fault at the next poll."""
        self._faults.append(fault)

    def jump(self, by_ns: int) -> None:
        """Let the device find out that its delay is another: everything is heard later from now on."""
        assert self._rolling is not None, "nothing rolls"
        self._rolling.heard_ns += by_ns

    def lose_readings(self, for_ns: int) -> None:
        """Give no readings for a while, as a device that is gone; the song goes on."""
        self._silent_until_ns = self._now() + for_ns

    # inside

    @property
    def _end_us(self) -> int:
        return round(self._plan.length * 1_000_000) if self._plan is not None else 0

    @property
    def _stands_us(self) -> int:
        """The place that is heard, or will be at a roll."""
        if self._rolling is not None:
            return self._rolling.first_us + (self._now() - self._rolling.heard_ns) // 1000
        return self._prepared[1] if self._prepared is not None else self._end_us

    def _check_open(self) -> None:
        assert not self._closed, "used after it was closed"

    def _stop(self) -> None:
        if self._crossing is not None:
            self._plan, self._crossing = self._lasting, None
        self._prepared = self._rolling = self._to_roll = None
        self._ended = False

    def _start_when_ready(self) -> None:
        if self._to_roll is None or self._prepared is None or self._now() < self._prepared[2]:
            return
        serial, position_us, ready_ns = self._prepared
        began_ns = max(ready_ns, self._now())
        self._rolling = _Rolling(serial, position_us - self._to_roll, began_ns + self._start_ns)
        self._to_roll = None

    def _go_over(self, rolling: _Rolling, serial: int, by_us: int) -> None:
        """The next block is the other programme's."""
        next_us = rolling.first_us + rolling.told * BLOCK_US
        self._rolling = _Rolling(serial, next_us + by_us, self._instant_ns(rolling, next_us))
        self._plan, self._crossing = self._lasting, None
        self.crossed += 1

    def _instant_ns(self, rolling: _Rolling, time_us: int) -> int:
        return rolling.heard_ns + round((time_us - rolling.first_us) * 1000 / (1 + self._skew_ppm / 1e6))

    def _due(self, now_ns: int) -> list[Reading]:
        found: list[Reading] = []
        rolling = self._rolling
        while rolling is not None:
            time_us = rolling.first_us + rolling.told * BLOCK_US
            instant_ns = self._instant_ns(rolling, time_us)
            if time_us >= self._end_us or instant_ns - self._latency_ns > now_ns:
                break
            # A third of the pattern early, a third late: the median is the truth.
            off_ns = (rolling.told % 3 - 1) * self._jitter_ns
            rolling.told += 1
            if now_ns >= self._silent_until_ns:
                found.append(Reading(rolling.serial, time_us, instant_ns + off_ns))
        return found


def _heard(plan: SoundPlan, at_us: int) -> list[object]:
    """The songs and film sounds of a plan within a second of a place."""
    from_us, to_us = at_us - 1_000_000, at_us + 1_000_000
    songs = [one for one in plan.songs if one.start * 10**6 < to_us and (one.start + one.length) * 10**6 > from_us]
    return [*songs, *(one for one in plan.film_sounds if one.start_us < to_us and one.end_us > from_us)]
