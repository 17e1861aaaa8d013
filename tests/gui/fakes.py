"""A fake engine that plays by a clock of its own, decks that draw numbered pictures, and a queue without workers."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from visualalbum.engine.ports import Fault
from visualalbum.engine.snapshot import Layer, Snapshot, Source, StagePicture, State, SyncFigures
from visualalbum.timeline.cues import FilmCue, Fit, StillCue, Timeline, TrackCue

SECOND_US = 1_000_000


class FakeEngine:
    """The commands and the tick of an engine whose programme time is a clock that tests may set by hand."""

    def __init__(self, timeline: Timeline, now: Callable[[], int]) -> None:
        self.timeline = timeline
        self.calls: list[tuple[object, ...]] = []
        self.faults: tuple[Fault, ...] = ()
        self.sync = SyncFigures()
        self._now = now
        self._rolled_ns: int | None = None
        self._position_us = 0
        self._volume, self._muted = 1.0, False
        self.fade = 1.0

    @property
    def position_us(self) -> int:
        rolled_us = 0 if self._rolled_ns is None else (self._now() - self._rolled_ns) // 1000
        return min(self._position_us + rolled_us, self.timeline.end_us)

    def roll(self) -> None:
        self.calls.append(("roll",))
        if self._rolled_ns is None:
            self._rolled_ns = self._now()

    def park(self) -> None:
        self.calls.append(("park",))
        self._position_us, self._rolled_ns = self.position_us, None

    def toggle(self) -> None:
        self.calls.append(("toggle",))
        (self.roll if self._rolled_ns is None else self.park)()

    def locate(self, position_us: int) -> None:
        self.calls.append(("locate", position_us))
        self._position_us = max(0, min(position_us, self.timeline.end_us))
        if self._rolled_ns is not None:
            self._rolled_ns = self._now()

    def nudge(self, by_us: int) -> None:
        self.calls.append(("nudge", by_us))
        self.locate(self.position_us + by_us)

    def next_track(self) -> None:
        self.calls.append(("next_track",))
        self._go_to(self._track() + 1)

    def previous_track(self) -> None:
        self.calls.append(("previous_track",))
        self._go_to(self._track() - 1)

    def start_of_track(self) -> None:
        self.calls.append(("start_of_track",))
        self._go_to(self._track())

    def set_volume(self, volume: float) -> None:
        self.calls.append(("set_volume", volume))
        self._volume = volume

    def set_muted(self, muted: bool) -> None:
        self.calls.append(("set_muted", muted))
        self._muted = muted

    def set_fade(self, fade: float) -> None:
        self.fade = fade

    def tick(self) -> Snapshot:
        timeline, position = self.timeline, self.position_us
        if not timeline.tracks:
            return Snapshot(volume=self._volume, muted=self._muted)
        track = self._track()
        state = State.PARKED if self._rolled_ns is None else State.ROLLING
        return Snapshot(
            state=State.ENDED if position >= timeline.end_us else state,
            position_us=position,
            end_us=timeline.end_us,
            track=track,
            track_position_us=position - timeline.tracks[track].start_us,
            stage=stage_at(timeline, position),
            stills_ahead=tuple((still.path, still.fit) for still in timeline.stills if still.start_us > position)[:3],
            sync=self.sync,
            volume=self._volume,
            muted=self._muted,
            output="portaudio",
            device="Built-in Audio",
            faults=self.faults,
        )

    def _track(self) -> int:
        started = [at for at, track in enumerate(self.timeline.tracks) if track.start_us <= self.position_us]
        return started[-1] if started else -1

    def _go_to(self, track: int) -> None:
        if 0 <= track < len(self.timeline.tracks):
            self.locate(self.timeline.tracks[track].start_us)


def stage_at(timeline: Timeline, position_us: int) -> StagePicture:
    """What the stage shows, with dissolves, by the simplest rules: films, stills over them, else the cover."""
    layers = []
    for cue in timeline.films:
        if cue.start_us <= position_us < cue.end_us + cue.tail_us:
            opacity = min(1.0, (position_us - cue.start_us) / cue.dissolve_us) if cue.dissolve_us else 1.0
            layers.append(Layer(Source.DECK, deck=cue.id, opacity=opacity, fit=cue.fit))
    for still in timeline.stills:
        if still.start_us <= position_us < still.end_us:
            layers.append(Layer(Source.STILL, still=still.path, fit=still.fit))
    if not layers and timeline.cover:
        layers.append(Layer(Source.STILL, still=timeline.cover))
    return StagePicture(tuple(layers))


@dataclass(frozen=True)
class FakePicture:
    buffer: memoryview
    width: int
    height: int
    stride: int
    sequence: int
    quarters: int
    delivered_ns: int


class FakePictures:
    """Decks by name whose pictures a test sets: one colour, or a drawn frame."""

    def __init__(self) -> None:
        self.pictures: dict[str, FakePicture] = {}
        self.paints_ns: list[int] = []
        self._sequence = 0

    def picture(self, deck: str) -> FakePicture | None:
        return self.pictures.get(deck)

    def painted(self, after_ns: int) -> None:
        self.paints_ns.append(after_ns)

    def paint(self, deck: str, colour: tuple[int, int, int], size: tuple[int, int] = (320, 180)) -> None:
        """Deliver a picture of one colour (red, green, blue)."""
        pixels = np.zeros((size[1], size[0], 4), np.uint8)
        pixels[:, :, :3] = colour[::-1]
        self.deliver(deck, pixels)

    def paint_padded(
        self, deck: str, colour: tuple[int, int, int], size: tuple[int, int], padding: tuple[int, int, int]
    ) -> None:
        """Deliver a picture of one colour whose rows go on in another."""
        pixels = np.zeros((size[1], size[0] + 16, 4), np.uint8)
        pixels[:, : size[0], :3] = colour[::-1]
        pixels[:, size[0] :, :3] = padding[::-1]
        self.deliver(deck, pixels, width=size[0])

    def deliver(self, deck: str, pixels: np.ndarray, width: int | None = None, quarters: int = 0) -> None:
        """Deliver a picture of height by row by four bytes; `width` pixels of each row are picture, else all.

        It is upright when turned by so many quarters clockwise.
        """
        self._sequence += 1
        height, row, _ = pixels.shape
        rows = np.ascontiguousarray(pixels)
        size = width or row, height, row * 4
        self.pictures[deck] = FakePicture(
            memoryview(rows.reshape(-1)), *size, self._sequence, quarters, time.monotonic_ns()
        )


def film(cue: str, start_s: float, end_s: float, *, dissolve_s: float = 0, tail_s: float = 0) -> FilmCue:
    start, end, dissolve, tail = (round(value * SECOND_US) for value in (start_s, end_s, dissolve_s, tail_s))
    return FilmCue(cue, "backstage", Path("film.mkv"), 0, Fraction(25), start, end, 0, dissolve, tail)


def album(stills: Path = Path("stills")) -> Timeline:
    """Two songs, six segments with a dissolve and a stretch without film, two stills, a cover."""
    tracks = (
        TrackCue("locker-room", "Locker room", "S-1", 0, 95 * SECOND_US),
        TrackCue("rooftop", "屋上 — Rooftop, before the rain starts and the town goes quiet", "S-1 feat. Souma",
                 95 * SECOND_US, 285 * SECOND_US),
    )  # fmt: skip
    films = (
        film("A", 0, 20),
        film("B", 20, 41.5, tail_s=2),
        film("C", 41.5, 60, dissolve_s=2),
        film("D", 70, 95),
        film("E", 95, 150),
        film("F", 165, 285),
    )
    shown = (
        StillCue("s1", stills / "rehearsal.png", 60 * SECOND_US, 70 * SECOND_US, caption="Rehearsal, third day"),
        StillCue("s2", stills / "shoe.png", 80 * SECOND_US, 88 * SECOND_US, Fit.INSET, caption="The shoe"),
    )
    return Timeline("Backstage", "S-1", tracks, films, shown, cover=stills / "cover.png")


def long_album(tracks: int = 24) -> Timeline:
    """An album of some two hours, for the list's sake."""
    cues = tuple(
        TrackCue(f"t{n}", f"Movement {n + 1}", "", n * 300 * SECOND_US, (n + 1) * 300 * SECOND_US)
        for n in range(tracks)
    )
    return replace(album(), title="The long evening", tracks=cues, films=(), stills=())


class InlineJobs:
    """A queue that does the work when the test says so, in this process."""

    def __init__(self) -> None:
        self.waiting: list[_InlineJob] = []
        self.submitted: list[tuple[Any, ...]] = []

    def submit(self, function: Callable[..., Any], *arguments: Any, **options: Any) -> _InlineJob:
        job = _InlineJob(function, arguments)
        self.submitted.append(arguments)
        self.waiting.append(job)
        return job

    def run(self) -> None:
        """Do all that was submitted."""
        waiting, self.waiting = self.waiting, []
        for job in waiting:
            job.run()


class _InlineJob:
    def __init__(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        self._work = function, arguments
        self._value: Any = None
        self.progress = 0.0
        self.done = False

    def run(self) -> None:
        function, arguments = self._work
        try:
            self._value = function(*arguments)
        except Exception as error:
            self._value = error
        self.done = True

    def result(self) -> Any:
        if isinstance(self._value, Exception):
            raise self._value
        return self._value

    def cancel(self) -> None:
        self.done = True

    drop = cancel
