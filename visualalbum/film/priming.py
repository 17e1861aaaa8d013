"""Priming: a player is brought to stand with exactly the wanted picture decoded, delivered and held."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from visualalbum.engine.ports import Fault
from visualalbum.film.pictures import NEVER_NS, Pictures
from visualalbum.film.player import START_EARLY_MS, Event, Happening, Player
from visualalbum.film.release import Lead
from visualalbum.media.clip import Clip
from visualalbum.said import say

STILLNESS_NS = 450_000_000
"""So long nothing happens before a load is given up: idle it takes 20 to 60 ms, with both cores busy up to 130 ms.
Two tries fit into the second after which a deck without a picture is faulty."""

TRIES = 2

LONGEST_NS = 5_000_000_000
"""A load that goes on decoding may take so long: 250 pictures of 4K before the wanted one take a slow machine 4 s."""

DECODING_LOOK_NS = 250_000_000
"""How often libVLC counts its decoded pictures anew."""

EARLY_NS = 2_000_000
"""Deliveries up to this much before a release's due instant belong to it: the lead is right within 0.5 ms. Before it
libVLC may deliver the held picture again, as it does every 60 to 80 ms; in these last ms it waits for the instant."""

FARTHEST_BACK = 3
"""Pictures before the wanted one that a run-up may start at: 1 was enough wherever 0 was not."""

EVEN_MS = 2
"""Pictures whose distances differ by no more are evenly spaced: Matroska rounds their times to 1 ms."""


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
        self._even_of: tuple[Clip, bool] | None = None
        self._ahead_ns = 0

    @property
    def lead_ns(self) -> int:
        """How long before its due instant the held picture's player is resumed."""
        return self._lead.ns + self._ahead_ns

    def prime(self, clip: Clip, index: int, *, exactly: bool = True) -> None:
        """Hold the picture of a clip and show it to the reader. Raises Unprimed, Superseded, LibVLCError.

        Evenly spaced pictures in the order they are shown in: libVLC holds the wanted one, always. Else it holds one up
        to three too early, or one too late, the clock right all the same, because its preroll ends at a time of
        decoding that it makes up (`src/input/decoder.c`, `modules/demux/mkv/mkv.cpp`): measured -1 for 22 of 30 places
        with three B-frames at 25 fps, +1 for 8 of 30 at 29.97. There the player runs, unseen, up to the wanted picture,
        which alone is shown, and is loaded once more; where it was passed already, from a picture further back. That
        takes three times as long as a load, which is all that is done where the picture need not be held `exactly`.
        """
        if not exactly or self._is_plain(clip):
            self._load(clip, index, 0, shown=True)
            return
        was_held = None
        for back in range(FARTHEST_BACK + 1):
            self._pictures.marking = True
            held = self._load(clip, index, back, shown=False)
            was_held = self._run_up(clip, index, held)
            self._pictures.marking = False
            if was_held is not None:
                break
        self._load(clip, index, back, shown=was_held is not False)

    def prime_again(self, clip: Clip, index: int) -> None:
        """The same where the reader sees the right picture already."""
        self._load(clip, index, 0 if self._is_plain(clip) else 1, shown=False)

    def _is_plain(self, clip: Clip) -> bool:
        if self._even_of is None or self._even_of[0] is not clip:
            steps = [after - before for before, after in pairwise(clip.frames_ms)]
            self._even_of = clip, clip.in_order and max(steps, default=0) - min(steps, default=0) <= EVEN_MS
        return self._even_of[1]

    def _load(self, clip: Clip, index: int, back: int, *, shown: bool) -> Event:
        """Load from nothing each time, 20 to 40 ms: a seek on a loaded player is no faster with long groups of pictures
        and leaves it open whether a delivery is still the old picture."""
        sentence = say("{film} gives no picture that libVLC can show", film=clip.source.name)
        fault = Fault("no-picture", str(clip.source), sentence)
        start_ms = clip.frames_ms[max(0, index - back)]
        self._ahead_ns = (clip.frames_ms[index] - start_ms) * 1_000_000
        if start_ms == 0:
            self._ahead_ns -= round(START_EARLY_MS * 1_000_000)
        for _ in range(TRIES):
            self._pictures.publish(NEVER_NS)
            self._player.stop()
            if not clip.path.is_file():
                sentence = say("the film {film} is gone", film=clip.source.name)
                raise Unprimed(Fault("film-missing", str(clip.source), sentence))
            if self._shape_of is not clip:
                self._pictures.expect(clip.quarters)
                self._shape_of = None
            while self._inbox.next_event(0):
                pass
            self._pictures.publish(0 if shown else NEVER_NS)
            self._player.load(clip.path, start_ms)
            held = self._wait_for_picture(clip, at_start=start_ms == 0)
            if held is not None:
                return held
        raise Unprimed(fault)

    def _wait_for_picture(self, clip: Clip, *, at_start: bool) -> Event | None:
        started_ns = looked_ns = moved_ns = time.monotonic_ns()
        decoded = 0
        while (now_ns := time.monotonic_ns()) - moved_ns < STILLNESS_NS and now_ns - started_ns < LONGEST_NS:
            if self._shape_of is not clip and (shape := self._player.shape()):
                self._pictures.set_shape(replace(shape, sample_aspect=clip.sample_aspect or shape.sample_aspect))
                self._shape_of = clip
            event = self._inbox.next_event(1_000_000 if self._shape_of is not clip else 20_000_000)
            if event and event.what is Happening.DELIVERED:
                return event
            if event and event.what in (Happening.ENDED, Happening.FAILED):
                return None
            if event and event.what is Happening.PAUSED and at_start:
                self._player.rewind()
            if now_ns - looked_ns > DECODING_LOOK_NS:
                looked_ns = now_ns
                if (count := self._player.counts()[0]) > decoded:
                    decoded, moved_ns = count, now_ns
        return None

    def _run_up(self, clip: Clip, index: int, held: Event) -> bool | None:
        """Run, unseen, until the wanted picture is due, and show what is delivered then.

        Returns False where that showed it; True where nothing came before the next picture, because the wanted one was
        held already, and will be after the next load: libVLC does the same each time; None where neither is so.
        """
        frames = clip.frames_ms
        length_ns = (frames[index + 1] - frames[index]) * 1_000_000 if index + 1 < len(frames) else 0
        due_ns = time.monotonic_ns() + self.lead_ns
        self._pictures.publish(due_ns - EARLY_NS, due_ns + length_ns // 2)
        self._player.resume()
        came: list[Event] = []
        while len(came) < 2 and (event := self._inbox.next_event(STILLNESS_NS)):
            if event.what is Happening.DELIVERED and event.instant_ns >= due_ns - EARLY_NS:
                came.append(event)
            elif event.what in (Happening.ENDED, Happening.FAILED):
                break
        if not length_ns:
            return not came
        if len(came) < 2 or abs(came[1].instant_ns - came[0].instant_ns - length_ns) > length_ns // 3:
            return None  # not two that follow each other: the old one was delivered again, or the machine stalls
        if came[0].published:
            return False
        is_next = abs(came[0].instant_ns - due_ns - length_ns) < length_ns // 3 and came[0].mark != held.mark
        return True if is_next else None
