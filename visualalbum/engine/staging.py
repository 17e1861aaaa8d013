"""Staging: turns what the timeline wants on the stage into decks and stills that have a picture to show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from visualalbum.engine.clock import SongClock
from visualalbum.engine.policy import SyncPolicy
from visualalbum.engine.sequencer import Sequencer
from visualalbum.engine.snapshot import Layer, PlannedStage, Source, StagePicture
from visualalbum.timeline.cues import Fit, Timeline
from visualalbum.timeline.stage import FilmShown, Stage

AHEAD_US = 100_000
"""How far ahead a change of the stage is announced: five ticks, so that a busy event loop has it in time."""
TICK_NS = 5_000_000
"""A change nearer than this is as good as made: the next tick sees it as such, whatever its clock says."""
STILLS_AHEAD = 3


class Staging:
    """Keeps the last picture while a new one is late, then lets the still, the cover or black stand in."""

    def __init__(self, sequencer: Sequencer, policy: SyncPolicy, now: Callable[[], int]) -> None:
        self._sequencer = sequencer
        self._policy = policy
        self._now = now
        self._stage = Stage(Timeline())
        self._last = StagePicture()
        self._missing_since_ns: int | None = None
        self._changed_us = -1
        self._patient_until_ns = 0

    def load(self, stage: Stage) -> None:
        """Take another timeline's stage; the stage is black until it gives a picture."""
        self._stage = stage
        self._last = StagePicture()
        self._patient_until_ns = 0
        self.restart()

    def revise(self, stage: Stage, by_us: int = 0) -> None:
        """Take another version of the stage, where now is `by_us` later; what is seen stays until it has a picture."""
        self._stage = stage
        self._changed_us += by_us
        self._patient_until_ns = self._now() + self._policy.revision_us * 1000

    def restart(self) -> None:
        """Forget the changes announced before a locate."""
        self._missing_since_ns = None
        self._changed_us = -1

    def show(self, time_us: int, clock: SongClock | None) -> tuple[StagePicture, PlannedStage | None]:
        """What the stage shows now, and its next change if that is near and the song is rolling (`clock` given)."""
        if clock is None:
            return self._keep(self._picture(time_us), time_us), None
        # The stage's own timer changes over ahead of the instant; what it has changed to is not taken back
        # when the clock's estimate moves by a hair.
        seen_us = max(time_us + self._policy.stage_lead_us, self._changed_us)
        shown = self._keep(self._picture(seen_us), seen_us)
        changes = (self._stage.next_change(seen_us), self._sequencer.next_take(seen_us))
        change_us = min((change for change in changes if change is not None), default=None)
        if change_us is None or change_us > seen_us + AHEAD_US:
            return shown, None
        picture = self._picture(change_us)
        if picture is None:
            return shown, None
        instant_ns = clock.instant_ns(change_us) - self._policy.stage_lead_us * 1000
        if instant_ns - self._now() < TICK_NS:
            self._changed_us = change_us
        return shown, PlannedStage(instant_ns, picture)

    def stills_ahead(self, time_us: int) -> tuple[tuple[Path, Fit], ...]:
        """Stills that come soon, what may have to stand in first, with their fits: the view loads them ahead."""
        lane = self._stage.stills
        index = max(0, lane.before(time_us))
        stand_in = [(still.path, still.fit) for still in self._stage.fallback(time_us)]
        coming = [(still.path, still.fit) for still in lane.cues[index : index + STILLS_AHEAD]]
        return tuple(dict.fromkeys([*stand_in, *coming]))

    def _picture(self, time_us: int) -> StagePicture | None:
        """The stage at a time; None where a film has no picture yet but still may get one."""
        return self._composed(time_us, patient=True)

    def _composed(self, time_us: int, *, patient: bool) -> StagePicture | None:
        layers: list[Layer] = []
        cue = ""
        for item in self._stage.at(time_us):
            deck = self._sequencer.deck_for(item.cue, time_us) if isinstance(item, FilmShown) else None
            if isinstance(item, FilmShown):
                cue = item.cue.id
                if deck is not None:
                    layers.append(Layer(Source.DECK, deck=deck.name, opacity=item.opacity, fit=item.cue.fit))
                elif patient and not self._sequencer.failed(item.cue):
                    return None
                else:
                    layers += self._stand_in(time_us, item)
            else:
                cue = item.cue.id if item.cue else cue
                layers.append(Layer(Source.STILL, still=item.path, fit=item.fit))
        return StagePicture(tuple(layers), cue)

    def _stand_in(self, time_us: int, item: FilmShown) -> list[Layer]:
        stills = self._stage.fallback(time_us)
        return [Layer(Source.STILL, still=still.path, fit=still.fit, opacity=item.opacity) for still in stills]

    def _keep(self, picture: StagePicture | None, time_us: int) -> StagePicture:
        now_ns = self._now()
        if picture is not None:
            self._missing_since_ns = None
            self._last = picture
        else:
            self._missing_since_ns = self._missing_since_ns or now_ns
            if now_ns - self._missing_since_ns > self._policy.stale_us * 1000 and now_ns >= self._patient_until_ns:
                self._last = self._composed(time_us, patient=False) or self._last
        return self._last
