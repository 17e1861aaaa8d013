"""Remembers where an album is left while it plays, so that it goes on there, also after the program was killed."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from visualalbum.app.begun import ways
from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.store import habits
from visualalbum.store.habits import Habits, Left
from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.mode import Mode
from visualalbum.ui.over_stage import Wanted

EVERY_S = 5.0
"""How much of a song is heard twice after a kill, at most; writing takes a millisecond."""

WORTH_US = 10_000_000
"""An album left this near to its start or its end begins anew."""


class Remembering:
    """The habits of this run: read once, written every few seconds where something has changed, and at the end."""

    def __init__(self) -> None:
        self.habits: Habits = habits.load()
        self._written = self.habits
        self._seen_s = time.monotonic()

    @property
    def ways(self) -> dict[Path, Mode]:
        """The way in which each album was played last."""
        return ways(self.habits)

    def place_us(self, manifest: Path, timeline: Timeline) -> int:
        """Where an album goes on; its start where it is not remembered, or has changed."""
        left = self.habits.left(manifest)
        track = next((one for one in timeline.tracks if left is not None and one.id == left.track), None)
        if left is None or track is None or left.position_us >= track.end_us - track.start_us:
            return 0
        place_us = track.start_us + left.position_us
        return place_us if WORTH_US <= place_us <= timeline.end_us - WORTH_US else 0

    def note(
        self,
        manifest: Path | None,
        timeline: Timeline,
        snapshot: Snapshot,
        nudges: Mapping[Path, int],
        *,
        now: bool = False,
    ) -> None:
        """See where things stand and write it, every few seconds or `now`; called every tick."""
        if not now and time.monotonic() - self._seen_s < EVERY_S:
            return
        self._seen_s = time.monotonic()
        self.habits = self.habits.model_copy(update={"volume": snapshot.volume, "muted": snapshot.muted})
        self.habits = self.habits.with_nudges(nudges)
        if manifest is not None and 0 <= snapshot.track < len(timeline.tracks):
            ended = snapshot.state is State.ENDED
            track = timeline.tracks[0 if ended else snapshot.track]
            place_us = 0 if ended else max(0, snapshot.track_position_us)
            left = Left(
                manifest=manifest, title=timeline.title, mode=timeline.mode, track=track.id, position_us=place_us
            )
            self.habits = self.habits.with_album(left)
        if self.habits != self._written:
            habits.save(self.habits)
            self._written = self.habits

    @property
    def picture_words(self) -> Wanted:
        """Which words were wanted on the picture last; in a first run none."""
        wanted = self.habits.picture_words
        return Wanted(wanted) if wanted in list(Wanted) else Wanted.NONE

    def note_texts(self, words: Wanted, captions: str | None) -> None:
        """Keep what is wanted over the picture, of all albums: the language that a person reads is always the same."""
        self.habits = self.habits.model_copy(update={"picture_words": str(words), "captions": captions})

    def note_window(self, width: int, height: int) -> None:
        """Keep the window's size."""
        self.habits = self.habits.model_copy(update={"window": (width, height)})
