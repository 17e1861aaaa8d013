"""The waveforms of the track that is on and of the next one, made or remembered by a worker process."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.media.media_error import MediaError
from visualalbum.media.waveform import Heard, Waveform, waveform_cached
from visualalbum.timeline.cues import Timeline
from visualalbum.ui.errands import Errands

LIMIT_S = 600.0
"""A film of six hours from a slow disk; a track's sound takes a 300th of its length."""

Sound = tuple[tuple[Heard, ...], int]
"""What is heard of a track, and its length in microseconds."""


def track_sound(timeline: Timeline, track: int) -> Sound:
    """What a track sounds like: its song, or else the sound of the films it shows."""
    if not 0 <= track < len(timeline.tracks):
        return (), 0
    cue = timeline.tracks[track]
    song = timeline.sound.songs[track] if track < len(timeline.sound.songs) else None
    if song and song.path is not None and song.samples:
        heard = [Heard(song.path, song.stream, None, 0, round(song.length * 1_000_000))]
    else:
        heard = [
            Heard(film.path, film.stream, film.zero_us + film.in_us, start_us, film.end_us - film.start_us)
            for film in timeline.sound.film_sounds
            for start_us in (film.start_us - cue.start_us,)
            if cue.start_us <= film.start_us < cue.end_us
        ]
    return tuple(heard), cue.end_us - cue.start_us


class Waveforms(QObject):
    """`ready` tells that another one is there."""

    ready = Signal()

    def __init__(self, jobs: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[Sound, Waveform | None] = {}
        self._errands = Errands(jobs, "waveforms", self, long=True)
        self._errands.done.connect(self._take)

    def want(self, timeline: Timeline, track: int) -> Waveform | None:
        """The waveform of a track, None while it is not there; from now on it and the next one's are made and kept."""
        sounds = [track_sound(timeline, track), track_sound(timeline, track + 1)]
        self._errands.call_back(sound for sound in self._errands.under_way if sound not in sounds)
        self._kept = {sound: known for sound, known in self._kept.items() if sound in sounds}
        for sound in sounds:
            if sound[0] and sound[1] > 0 and sound not in self._kept:
                self._send(sound)
        return self._kept.get(sounds[0])

    def renew(self, changed: Collection[Path]) -> None:
        """Measure again what has changed on the disk; what was there before is given until then."""
        for sound in {*self._kept, *self._errands.under_way}:
            if any(heard.path in changed for heard in sound[0]):
                self._errands.call_back([sound])  # it may have been read before the change
                self._send(sound)

    def forget(self) -> None:
        """Drop everything: another album, or the same one mended."""
        self._errands.call_back(self._errands.under_way)
        self._kept.clear()

    def _send(self, sound: Sound) -> None:
        self._errands.send(sound, waveform_cached, *sound, limit_s=LIMIT_S)

    @Slot(object, object)
    def _take(self, sound: Sound, job: Job[Waveform]) -> None:
        try:
            self._kept[sound] = job.result()
        except (MediaError, JobError):
            self._kept[sound] = None  # what is wrong with it is told where it is heard; the bar stays plain
        self.ready.emit()
