"""A deck: one silent player of moving pictures, as the engine knows it. Every call returns at once."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from visualalbum.engine.ports import DeckReport, DeckState, Fault, Reading
from visualalbum.film.commands import Close, Command, ParkAt, Prime, Retire, RollAt, TrimBy
from visualalbum.film.instance import Instance
from visualalbum.film.pictures import Picture
from visualalbum.film.seen import Seen
from visualalbum.film.worker import Worker
from visualalbum.media.clip import Clip
from visualalbum.said import say

log = logging.getLogger("visualalbum.film")

STUCK_NS = 3_000_000_000
"""A call into libVLC takes milliseconds; one that takes this long does not come back in time for any show."""


class Deck:
    """`engine.ports.Deck` on libVLC. `picture` is called by one reading thread, everything else by the engine's."""

    def __init__(
        self, name: str, instance: Instance, box: tuple[int, int], seen: Seen, on_picture: Callable[[str], None]
    ) -> None:
        self._name, self._instance, self._box, self._seen, self._on_picture = name, instance, box, seen, on_picture
        self._worker = Worker(name, instance, box, seen, on_picture)
        self._number = 0
        self._asked = DeckReport(DeckState.EMPTY)
        self._asked_number = 0
        self._last: Picture | None = None
        self._fault: Fault | None = None

    @property
    def name(self) -> str:
        """A name the stage finds its pictures by."""
        return self._name

    def prime(self, clip: Clip, film_us: int, serial: int, *, exactly: bool = True) -> None:
        """Load a clip, seek to its first picture at or after a film time, and hold it, `exactly` or one near it."""
        self._fault = None
        self._put(Prime(self._next(), clip, film_us, serial, exactly), DeckState.PRIMING, serial)

    def roll_at(self, instant_ns: int) -> None:
        """Roll so that the held picture is due at the instant; from PARKED that takes 0.1 s of preparation."""
        self._put(RollAt(self._next(), instant_ns), DeckState.ROLLING)

    def park_at(self, instant_ns: int) -> None:
        """Stop at the instant (at once if it is past), holding the last picture shown."""
        self._worker.put(ParkAt(self._next(), instant_ns))

    def trim(self, percent: float, duration_ns: int) -> None:
        """Play faster by a percentage for a while: the nearest rate libVLC can do, for as long as shifts as much."""
        self._worker.put(TrimBy(self._next(), percent, duration_ns))

    def retire(self) -> None:
        """Unload; the last picture stays available until the next one is primed."""
        self._fault = None
        self._put(Retire(self._next()), DeckState.EMPTY, -1)

    def poll(self) -> DeckReport:
        """Fetch what happened since the last call; a player that hangs in libVLC is replaced by a new one."""
        worker = self._worker
        since_ns = worker.calling_since_ns
        if since_ns and time.monotonic_ns() - since_ns > STUCK_NS:
            self._replace()
            worker = self._worker
        status = worker.status
        if self._fault is not None:
            return DeckReport(DeckState.FAILED, self._asked.serial, fault=self._fault)
        if status.number < self._asked_number:
            return self._asked
        return DeckReport(
            state=status.state,
            serial=status.serial,
            primed_us=status.primed_us,
            readings=self._readings(status.serial),
            shown=status.shown,
            late=status.late,
            lost=status.lost,
            fault=status.fault,
        )

    def picture(self) -> Picture | None:
        """The latest picture, for one reading thread."""
        picture = self._worker.pictures.picture()
        if picture is not None:
            self._last = picture
        return self._last

    def set_target_size(self, width: int, height: int) -> None:
        """Ask for pictures that fill this many device pixels; from the next priming on."""
        self._box = (width, height)
        self._worker.pictures.box = self._box

    def close(self) -> None:
        """Begin to end; `join` waits for it."""
        self._worker.put(Close(self._next()))

    def join(self, timeout_s: float) -> bool:
        """Wait for the end of the thread; whether it came."""
        self._worker.thread.join(timeout_s)
        return not self._worker.thread.is_alive()

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _put(self, command: Command, state: DeckState, serial: int | None = None) -> None:
        """Queue a command, and report what it leads to until the thread has taken it up."""
        self._asked = DeckReport(state, self._asked.serial if serial is None else serial)
        self._asked_number = command.number
        self._worker.put(command)

    def _readings(self, serial: int) -> tuple[Reading, ...]:
        """What the thread has read since the last call, without what was seen before the last load."""
        readings = self._worker.readings
        fetched = [readings.popleft() for _ in range(len(readings))]
        return tuple(reading for reading in fetched if reading.serial == serial)

    def _replace(self) -> None:
        """Leave a hanging player to its thread, which ends it if libVLC ever comes back, and start with a new one."""
        log.error("deck %s hangs in libVLC and is replaced", self._name)
        self._worker.put(Close(self._next()))
        self._worker = Worker(self._name, self._instance, self._box, self._seen, self._on_picture)
        sentence = say("deck {deck} hung in libVLC and was replaced", deck=self._name)
        self._fault = Fault("deck-stuck", self._name, sentence)
