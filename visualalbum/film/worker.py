"""A deck's thread: the only caller of its libVLC player, from loading to releasing it."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from visualalbum.engine.ports import DeckState, Fault, Reading
from visualalbum.film.commands import Close, Command, ParkAt, Prime, Retire, RollAt, TrimBy
from visualalbum.film.instance import Instance
from visualalbum.film.phase import Phase
from visualalbum.film.pictures import NEVER_NS, Pictures
from visualalbum.film.player import Event, Happening, Player
from visualalbum.film.priming import Priming, Superseded, Unprimed
from visualalbum.film.release import NEAR_NS, Lead, wait_until
from visualalbum.film.seen import Seen
from visualalbum.film.trims import trim
from visualalbum.said import say

log = logging.getLogger("visualalbum.film")


@dataclass(frozen=True)
class Status:
    """Where the thread stands; `number` is the last command it has taken up."""

    number: int = 0
    state: DeckState = DeckState.EMPTY
    serial: int = -1
    primed_us: int = 0
    shown: int = 0
    late: int = 0
    lost: int = 0
    fault: Fault | None = None


class Worker:
    """Runs one player on a thread of its own; `put`, `status` and `readings` are for the engine's thread."""

    def __init__(
        self, name: str, instance: Instance, box: tuple[int, int], seen: Seen, on_picture: Callable[[str], None]
    ) -> None:
        self.name = name
        self._seen = seen
        self.status = Status()
        self.readings: deque[Reading] = deque(maxlen=1000)
        self.calling_since_ns = 0
        self._on_picture = on_picture
        self._queue: queue.SimpleQueue[Event | Command] = queue.SimpleQueue()
        self._waiting: deque[Command] = deque()
        self.pictures = Pictures(self._delivered, box)
        self._player = Player(instance, self.pictures, self._queue.put)
        self._lead = Lead()
        self._priming = Priming(self._player, self.pictures, self, self._lead)
        self._clip_prime: Prime | None = None
        self._index = 0
        self._phase: Phase | None = None
        self._acts: dict[str, int] = {}
        self.thread = threading.Thread(target=self._run, name=f"deck {name}", daemon=True)
        self.thread.start()

    def put(self, command: Command) -> None:
        """Queue a command; from any thread."""
        self._queue.put(command)

    def _delivered(self, instant_ns: int, published: bool, mark: int) -> None:
        """libVLC's thread."""
        if published:
            self._on_picture(self.name)
        self._queue.put(Event(Happening.DELIVERED, instant_ns, published=published, mark=mark))

    def next_event(self, timeout_ns: int) -> Event | None:
        """For priming: the next event; commands are set aside, and one that makes priming pointless raises."""
        self.calling_since_ns = time.monotonic_ns()
        try:
            item = self._queue.get(timeout=timeout_ns / 1e9) if timeout_ns else self._queue.get_nowait()
        except queue.Empty:
            return None
        if isinstance(item, Event):
            return item
        self._waiting.append(item)
        if isinstance(item, Prime | Retire | Close):
            raise Superseded
        return self.next_event(timeout_ns)

    def _run(self) -> None:
        while True:
            self.calling_since_ns = 0
            item = self._next()
            self.calling_since_ns = time.monotonic_ns()
            try:
                if isinstance(item, Close):
                    self.pictures.publish(NEVER_NS)
                    self._player.close()
                    return
                self._take(item)
            except Superseded:
                continue
            except Unprimed as unprimed:
                self._fail(unprimed.fault)
            except Exception as error:  # a thread has nobody to raise to: the engine is told
                log.exception("deck %s failed", self.name)
                sentence = say("deck {deck} failed: {reason}", deck=self.name, reason=str(error))
                self._fail(Fault("deck-failed", self.name, sentence))

    def _next(self) -> Event | Command | str:
        """The next command, event or act that is due."""
        if self._waiting:
            return self._waiting.popleft()
        name, instant_ns = min(self._acts.items(), key=lambda act: act[1], default=("", NEVER_NS))
        while True:
            left_ns = instant_ns - NEAR_NS - time.monotonic_ns()
            if left_ns <= 0:
                del self._acts[name]
                wait_until(instant_ns)
                return name
            try:
                return self._queue.get(timeout=None if instant_ns == NEVER_NS else left_ns / 1e9)
            except queue.Empty:
                continue

    def _take(self, item: Event | Command | str) -> None:
        match item:
            case Event():
                self._on_event(item)
            case "release":
                self._release()
            case "park":
                self._park()
            case "trim end":
                self._set_rate(1.0, 1.0)
            case Prime():
                self._prime(item)
            case RollAt():
                self._roll_at(item)
            case ParkAt():
                self._set(number=item.number)
                if self.status.state is DeckState.ROLLING:
                    self._acts["park"] = item.instant_ns
            case TrimBy():
                self._set(number=item.number)
                self._trim(item)
            case Retire():
                self._leave()
                self._set(number=item.number, state=DeckState.EMPTY, serial=-1, fault=None)
                self._player.stop()

    def _set(self, **changes: object) -> None:
        self.status = replace(self.status, **changes)  # type: ignore[arg-type]

    def _fail(self, fault: Fault) -> None:
        self._leave()
        self._set(state=DeckState.FAILED, fault=fault)

    def _leave(self) -> None:
        """Nothing of what was planned or seen holds any longer."""
        if "trim end" in self._acts:
            self._set_rate(1.0, 1.0)  # a player of libVLC keeps its rate, whatever it is loaded with
        self._acts.clear()
        self._phase = None
        self.pictures.publish(NEVER_NS)

    def _prime(self, prime: Prime) -> None:
        self._leave()
        self._clip_prime, self._index = prime, prime.clip.frame_at(prime.film_us)
        self.status = Status(prime.number, DeckState.PRIMING, prime.serial)
        self._priming.prime(prime.clip, self._index, exactly=prime.exactly)
        self._set(state=DeckState.PRIMED, primed_us=prime.clip.frames_us[self._index], shown=1)

    def _roll_at(self, roll: RollAt) -> None:
        self._set(number=roll.number)
        if self.status.state not in (DeckState.PRIMED, DeckState.PARKED) or self._clip_prime is None:
            return
        again = self.status.state is DeckState.PARKED
        self._set(state=DeckState.ROLLING)
        if again:
            self._leave()
            self._priming.prime_again(self._clip_prime.clip, self._index)
        self._acts["release"] = roll.instant_ns - self._seen.ns - self._priming.lead_ns

    def _release(self) -> None:
        assert self._clip_prime is not None
        clip, index = self._clip_prime.clip, self._index
        due_ns = time.monotonic_ns() + self._priming.lead_ns
        # The reader has the held picture. What comes before the next one is it again, or, unseen, an earlier one.
        next_ms = clip.frames_ms[min(index + 1, len(clip.frames_ms) - 1)]
        self.pictures.publish(due_ns + (next_ms - clip.frames_ms[index]) * 500_000)
        self._player.resume()
        self._phase = Phase(clip, self._clip_prime.serial, index, due_ns, self._seen)

    def _park(self) -> None:
        self.pictures.publish(NEVER_NS)
        self._player.pause()
        self._stand(time.monotonic_ns())

    def _stand(self, instant_ns: int) -> None:
        if self._phase is not None:
            self._index = self._phase.shown_at(instant_ns)
        self._leave()
        self._set(state=DeckState.PARKED)

    def _trim(self, command: TrimBy) -> None:
        if self._phase is None:
            return
        wanted = trim(command.percent, command.duration_ns)
        if wanted is None:
            self._set_rate(1.0, 1.0)
            return
        self._set_rate(wanted.rate, wanted.asked)
        self._acts["trim end"] = time.monotonic_ns() + wanted.duration_ns

    def _set_rate(self, rate: float, asked: float) -> None:
        if self._phase is not None:
            self._acts.pop("trim end", None)
            self._player.set_rate(asked)
            self._phase.set_rate(rate, time.monotonic_ns())

    def _on_event(self, event: Event) -> None:
        phase = self._phase
        if phase is None:
            return  # what is delivered or told while nothing rolls says nothing
        reading = None
        if event.what is Happening.DELIVERED and event.published:
            self._set(shown=self.status.shown + 1, late=phase.late)
            first = phase.off_ns is None
            reading = phase.delivered(event.instant_ns)
            if first and phase.off_ns is not None:
                self._lead.learn(phase.off_ns)
        elif event.what is Happening.TIME:
            reading = phase.reported(event.value, event.instant_ns)
            self._set(lost=self._player.counts()[1])
        elif event.what is Happening.ENDED:
            self._stand(event.instant_ns)
        elif event.what is Happening.FAILED:
            self._fail(self._broken())
        if reading is not None:
            self.readings.append(reading)

    def _broken(self) -> Fault:
        source = self._clip_prime.clip.source if self._clip_prime else Path("film")
        return Fault("film-broken", str(source), say("{film} broke off while it was shown", film=source.name))
