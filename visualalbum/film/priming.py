"""Priming: a player is brought to stand with exactly the wanted picture decoded, delivered and held."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from visualalbum.engine.ports import Fault
from visualalbum.film.pictures import NEVER_NS, Pictures
from visualalbum.film.player import Event, Happening, Player
from visualalbum.film.release import Lead
from visualalbum.media.clip import Clip

STILLNESS_NS = 450_000_000
"""So long nothing happens before a load is given up: idle it takes 20 to 60 ms, with both cores busy up to 130 ms.
Two tries fit into the second after which a deck without a picture is faulty."""

TRIES = 2

LONGEST_NS = 5_000_000_000
"""A load that goes on decoding may take so long: 250 pictures of 4K before the wanted one take a slow machine 4 s."""

DECODING_LOOK_NS = 250_000_000
"""How often libVLC counts its decoded pictures anew."""

EARLY_NS = 4_000_000
"""Deliveries up to this much before an instant belong to it: naps and clocks are good to 1 ms, and pictures before the
primed one are delivered at once when the player is resumed, 7 ms and more before."""

RUN_LATE_NS = 8_000_000
"""A picture delivered this much after its instant in a run-up may be the wrong one: the run-up is done again."""

RUNS = 3


class Superseded(Exception):
    """A newer command makes this priming pointless."""


class Inbox(Protocol):
    """Where a deck's thread gets its events from."""

    def next_event(self, timeout_ns: int) -> Event | None:
        """The next event, None after a while without one; raises Superseded."""


class Unprimed(Exception):
    """No picture came; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


class Priming:
    """Primes one player; all calls come from the deck's thread."""

    def __init__(self, player: Player, pictures: Pictures, inbox: Inbox, lead: Lead) -> None:
        self._player, self._pictures, self._inbox, self._lead = player, pictures, inbox, lead
        self._shape_of: Clip | None = None

    def prime(self, clip: Clip, index: int) -> None:
        """Hold the picture of a clip and show it to the reader. Raises Unprimed, Superseded, LibVLCError.

        Where pictures are stored in another order than they are shown in, libVLC holds one that is up to three too
        early (its end of preroll is a time of decoding, `src/input/decoder.c`): measured -1 for 22 of 30 places with
        three B-frames, never too late, the clock right. There the player runs, unseen, up to the wanted picture, which
        alone is shown, and is loaded once more.
        """
        if clip.in_order:
            self._load(clip, index, shown=True)
            return
        for _ in range(RUNS):
            self._load(clip, index, shown=False)
            if self._run_up():
                break
        self._load(clip, index, shown=False)

    def prime_unseen(self, clip: Clip, index: int) -> None:
        """The same without a new picture for the reader, who sees the right one already."""
        self._load(clip, index, shown=False)

    def _load(self, clip: Clip, index: int, *, shown: bool) -> None:
        """Load from nothing each time, 20 to 40 ms: a seek on a loaded player is no faster with long groups of pictures
        and leaves it open whether a delivery is still the old picture."""
        fault = Fault("no-picture", str(clip.source), f"{clip.source.name} gives no picture that libVLC can show")
        for _ in range(TRIES):
            self._pictures.publish(NEVER_NS)
            self._player.stop()
            if not clip.path.is_file():
                raise Unprimed(Fault("film-missing", str(clip.source), f"the film {clip.source.name} is gone"))
            if self._shape_of is not clip:
                self._pictures.set_shape(None)
                self._shape_of = None
            while self._inbox.next_event(0):
                pass
            self._pictures.publish(0 if shown else NEVER_NS)
            self._player.load(clip.path, clip.frames_ms[index])
            if self._wait_for_picture(clip):
                return
        raise Unprimed(fault)

    def _wait_for_picture(self, clip: Clip) -> bool:
        started_ns = looked_ns = moved_ns = time.monotonic_ns()
        decoded = 0
        while (now_ns := time.monotonic_ns()) - moved_ns < STILLNESS_NS and now_ns - started_ns < LONGEST_NS:
            if self._shape_of is not clip and (shape := self._player.shape()):
                self._pictures.set_shape(shape)
                self._shape_of = clip
            event = self._inbox.next_event(1_000_000 if self._shape_of is not clip else 20_000_000)
            if event and event.what is Happening.DELIVERED:
                return True
            if event and event.what in (Happening.ENDED, Happening.FAILED):
                return False
            if now_ns - looked_ns > DECODING_LOOK_NS:
                looked_ns = now_ns
                if (count := self._player.counts()[0]) > decoded:
                    decoded, moved_ns = count, now_ns
        return False

    def _run_up(self) -> bool:
        """Run, unseen, until the primed place is due and show the picture delivered then; whether it came in time."""
        due_ns = time.monotonic_ns() + self._lead.ns
        self._pictures.publish(due_ns - EARLY_NS, once=True)
        self._player.resume()
        while event := self._inbox.next_event(STILLNESS_NS):
            if event.what is Happening.DELIVERED and event.instant_ns >= due_ns - EARLY_NS:
                return event.instant_ns < due_ns + RUN_LATE_NS
        return False


