"""A deck on a virtual clock: priming takes time, takes miss a little, the rate is skewed, readings are coarse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from visualalbum.engine.ports import DeckReport, DeckState, Fault, Reading
from visualalbum.media.clip import Clip


@dataclass
class Behaviour:
    """What a deck does wrong. `broken` are films that give a fault after `fault_ns`, `dying` fail rolling.

    A `deaf` one says that it rolls and stands still.
    """

    prime_ns: int = 30_000_000
    take_error_ns: int = 200_000
    skew_ppm: float = 0.0
    reading_every_ns: int = 40_000_000
    quantum_us: int = 1
    fault_ns: int = 900_000_000
    broken: set[Path] = field(default_factory=set)
    dying: set[Path] = field(default_factory=set)
    deaf: bool = False


class FakeDeck:
    """`engine.ports.Deck` without pictures; misuse is an assertion. `log` lists the commands it was given."""

    def __init__(self, name: str, now: Callable[[], int], behaviour: Behaviour | None = None) -> None:
        self._name, self._now = name, now
        self.behaviour = behaviour or Behaviour()
        self.log: list[tuple[str, object]] = []
        self._closed = False
        self._state = DeckState.EMPTY
        self._serial = -1
        self._clip: Clip | None = None
        self._index = 0
        self._ready_ns = self._read_ns = 0
        self._park_ns: int | None = None
        self._fault: Fault | None = None
        self._rates: list[tuple[int, float]] = []
        self._shown = 0

    @property
    def name(self) -> str:
        return self._name

    def prime(self, clip: Clip, film_us: int, serial: int, *, exactly: bool = True) -> None:
        self._check("prime", film_us)
        assert clip.frames_us, "a clip without pictures"
        assert serial >= 0
        self._clip, self._index, self._serial = clip, clip.frame_at(film_us), serial
        self._fault, self._park_ns, self._shown = None, None, 0
        self._state = DeckState.PRIMING
        broken = clip.source in self.behaviour.broken
        self._ready_ns = self._now() + (self.behaviour.fault_ns if broken else self.behaviour.prime_ns)

    def roll_at(self, instant_ns: int) -> None:
        self._step()
        self._check("roll_at", instant_ns)
        assert self._state in (DeckState.PRIMED, DeckState.PARKED), f"rolled while {self._state}"
        due_ns = max(instant_ns, self._now()) + self.behaviour.take_error_ns
        self._rates = [(due_ns, 1 + self.behaviour.skew_ppm / 1e6)]
        self._read_ns, self._park_ns, self._state = due_ns, None, DeckState.ROLLING

    def park_at(self, instant_ns: int) -> None:
        self._step()
        self._check("park_at", instant_ns)
        if self._state is DeckState.ROLLING:
            self._park_ns = max(instant_ns, self._now())

    def trim(self, percent: float, duration_ns: int) -> None:
        self._step()
        self._check("trim", (percent, duration_ns))
        assert -20 <= percent <= 25, "a trim that everybody sees"
        assert duration_ns >= 0
        if self._state is DeckState.ROLLING:
            natural = 1 + self.behaviour.skew_ppm / 1e6
            start_ns = max(self._now(), self._rates[0][0])
            self._rates = [rate for rate in self._rates if rate[0] < start_ns] or self._rates[:1]
            self._rates += [(start_ns, natural * (1 + percent / 100)), (start_ns + duration_ns, natural)]

    def retire(self) -> None:
        self._check("retire", None)
        self._state, self._serial, self._clip, self._fault = DeckState.EMPTY, -1, None, None

    def poll(self) -> DeckReport:
        assert not self._closed, "polled after close"
        readings = self._step()
        primed_us = self._clip.frames_us[self._index] if self._clip and self._state is not DeckState.PRIMING else 0
        return DeckReport(self._state, self._serial, primed_us, readings, self._shown, fault=self._fault)

    def close(self) -> None:
        self._closed = True

    def film_us(self, instant_ns: int) -> int:
        """The film time it really shows at an instant while rolling: for tests to compare with."""
        assert self._clip is not None
        film = float(self._clip.frames_us[self._index])
        ends = [rate[0] for rate in self._rates[1:]] + [instant_ns]
        for (start_ns, rate), end_ns in zip(self._rates, ends, strict=True):
            film += max(0, min(end_ns, instant_ns) - start_ns) * rate / 1000
        return round(film)

    def _check(self, command: str, argument: object) -> None:
        assert not self._closed, f"{command} after close"
        self.log.append((command, argument))

    def _step(self) -> tuple[Reading, ...]:
        """Live up to now; gives the readings that fell due."""
        clip, now_ns = self._clip, self._now()
        if clip and self._state is DeckState.PRIMING and now_ns >= self._ready_ns:
            broken = clip.source in self.behaviour.broken
            self._state, self._shown = (DeckState.FAILED, 0) if broken else (DeckState.PRIMED, 1)
            if broken:
                self._fault = Fault("no-picture", str(clip.source), f"{clip.source.name} gives no picture")
        if not clip or self._state is not DeckState.ROLLING:
            return ()
        if self.behaviour.deaf:
            return ()
        until_ns = min(now_ns, now_ns if self._park_ns is None else self._park_ns)
        readings = []
        while self._read_ns <= until_ns and self.film_us(self._read_ns) <= clip.frames_us[-1]:
            seen_us = self.film_us(self._read_ns) // self.behaviour.quantum_us * self.behaviour.quantum_us
            readings.append(Reading(self._serial, seen_us, self._read_ns))
            self._read_ns += self.behaviour.reading_every_ns
            self._shown += 1
        ended = self.film_us(until_ns) > clip.frames_us[-1]
        if clip.source in self.behaviour.dying:
            self._state = DeckState.FAILED
            self._fault = Fault("film-broken", str(clip.source), f"{clip.source.name} broke off while it was shown")
        elif ended or until_ns < now_ns or until_ns == self._park_ns:
            self._index = clip.frame_at(min(self.film_us(until_ns), clip.frames_us[-1]))
            self._state, self._park_ns = DeckState.PARKED, None
        return tuple(readings)
