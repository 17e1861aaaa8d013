"""The composition root: puts sound, decks, engine and window together, and takes them apart in order."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from visualalbum.engine.engine import Engine
from visualalbum.engine.ports import Deck, Fault
from visualalbum.engine.rehearsal import (
    Injection,
    Kind,
    LossyConformer,
    LossyDeck,
    LossyFilm,
    Rehearsal,
    read_injections,
)
from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.engine.trace import Trace
from visualalbum.film.instance import LibVLCMissing
from visualalbum.film.pictures import Picture
from visualalbum.film.pool import Pool
from visualalbum.jobs import JobQueue
from visualalbum.media.cache import ClipCache
from visualalbum.media.clip import Clip
from visualalbum.media.conformer import ClipConformer, ClipFault
from visualalbum.sound.client import SoundProcess
from visualalbum.store.paths import cache_folder
from visualalbum.timeline.build import Mode
from visualalbum.timeline.positions import UnknownPlaceError, position_us
from visualalbum.ui.bridge import Bridge, PictureBell
from visualalbum.ui.geometry import parse_geometry
from visualalbum.ui.opening import Opening
from visualalbum.ui.stills import Stills
from visualalbum.ui.theme import Theme
from visualalbum.ui.window import Window

DECKS = 4
"""One live, one dissolving out, one primed for the next take, one for a locate or a film that comes back."""
PRELOAD = ("visualalbum.media.conformer", "visualalbum.media.remembered", "visualalbum.ui.still_reading")


@dataclass(frozen=True)
class PlayOptions:
    """What `visualalbum play` was asked for; times as they were typed."""

    manifest: Path | None = None
    track: str | None = None
    start: str | None = None
    until: str | None = None
    mode: str = "together"
    fullscreen: bool = False
    geometry: str | None = None
    sound: str = "portaudio"
    audio_device: str | None = None
    offset_ms: float = 0.0
    trace: Path | None = None
    faults: Path | None = None


class Conformer:
    """Clips for the engine: what media calls a fault becomes the engine's."""

    def __init__(self, conformer: ClipConformer) -> None:
        self._conformer = conformer

    def clip(self, path: Path, stream: int, start_us: int, end_us: int, *, urgent: bool = False) -> Clip | Fault | None:
        """As `engine.ports.Conformer.clip`."""
        found = self._conformer.clip(path, stream, start_us, end_us, urgent=urgent)
        return Fault(found.kind, found.subject, found.sentence) if isinstance(found, ClipFault) else found


class Film:
    """The decks, or none of them and a fault that says why: without libVLC the songs and stills still play."""

    def __init__(self, on_picture: Callable[[str], None]) -> None:
        self.faults: tuple[Fault, ...] = ()
        self._pool: Pool | None = None
        try:
            self._pool = Pool(on_picture, DECKS)
        except LibVLCMissing as error:
            self.faults = (Fault("no-libvlc", "libVLC", str(error)),)
        self.decks = self._pool.decks if self._pool else ()
        self._by_name = {deck.name: deck for deck in self.decks}

    def picture(self, deck: str) -> Picture | None:
        """The latest picture of a deck."""
        return self._by_name[deck].picture() if deck in self._by_name else None

    def set_target_size(self, width: int, height: int) -> None:
        """Tell how large pictures are shown, in device pixels."""
        for deck in self.decks:
            deck.set_target_size(width, height)

    def close(self) -> None:
        """Stop and release everything; bounded in time."""
        if self._pool:
            self._pool.close()


class Session(QObject):
    """An open window with an album in it: opens albums, runs the tick, ends when it is told to."""

    def __init__(self, options: PlayOptions, resources: ExitStack, trace_sink: TextIO | None) -> None:
        super().__init__()
        self._options = options
        self._jobs = JobQueue(preload=PRELOAD)
        resources.callback(self._jobs.close)
        self._jobs.warm()
        self._sound = SoundProcess(options.sound, options.audio_device or "")
        resources.callback(self._sound.close)
        self._bell = PictureBell()
        film = Film(self._bell.ring)
        resources.callback(film.close)
        conformer = ClipConformer(self._jobs, ClipCache(cache_folder() / "clips"))
        resources.callback(conformer.close)
        self._loss = LossyFilm(time.monotonic_ns)
        self._rehearsal = Rehearsal(read_injections(options.faults) if options.faults else (), self._inject)
        decks: list[Deck] = [LossyDeck(deck, self._loss) for deck in film.decks]
        self.engine = Engine(
            self._sound,
            decks,
            LossyConformer(Conformer(conformer), self._loss),
            time.monotonic_ns,
            Trace(time.monotonic_ns, _line_writer(trace_sink) if trace_sink else None),
            offset_us=round(options.offset_ms * 1000),
            standing_faults=film.faults,
        )
        self._stills = Stills(self._jobs)
        self.window = Window(self.engine, film, self._stills)
        self._bridge = Bridge(self.engine, self._tick, self)
        resources.callback(self._bridge.stop)
        self._opening: Opening | None = None
        self._until_us: int | None = None
        self._rolling_since_ns: int | None = None
        self.exit_status = 0
        self._connect(film)

    def start(self) -> None:
        """Show the window, open the album that was asked for, and begin to tick."""
        window, options = self.window, self._options
        if options.geometry:
            window.place(parse_geometry(options.geometry))
        window.show()
        if options.fullscreen:
            window.fullscreen.enter()
        self._bridge.start()
        if options.manifest is not None:
            self.open(options.manifest)

    @Slot(object)
    def open(self, manifest: Path) -> None:
        """Show an album's names at once, and play it as soon as its files are known."""
        if self._opening is not None:
            self._opening.cancel()
        self.engine.park()
        self._stills.forget()
        self._opening = Opening(manifest, Mode(self._options.mode), self._jobs)
        self.window.show_problems(self._opening.problems)
        self.window.show_timeline(self._opening.timeline)
        self._progress(self._opening)

    def _connect(self, film: Film) -> None:
        self._bell.heard.connect(self.window.stage.on_picture)
        self._bridge.stage_changed.connect(self.window.show_stage)
        self._bridge.changed.connect(self.window.show_snapshot)
        self._bridge.timeline_changed.connect(self.window.show_timeline)
        self.window.album_chosen.connect(self.open)
        self.window.closing.connect(self._on_closing)
        self.window.stage.size_changed.connect(film.set_target_size)

    @Slot()
    def _on_closing(self) -> None:
        QApplication.exit(self.exit_status)

    def _tick(self) -> Snapshot:
        if self._opening is not None and self._opening.poll():
            self._progress(self._opening)
        snapshot = self.engine.tick()
        if snapshot.state is State.ROLLING and self._rolling_since_ns is None:
            self._rolling_since_ns = time.monotonic_ns()
        if self._rolling_since_ns is not None:
            self._rehearsal.tick((time.monotonic_ns() - self._rolling_since_ns) / 1e9)
        if self._until_us is not None and (snapshot.position_us >= self._until_us or snapshot.state is State.ENDED):
            self._end(0)
        return snapshot

    def _progress(self, opening: Opening) -> None:
        self.window.show_progress(opening.probed, opening.total)
        if not opening.done:
            return
        self._opening = None
        self.window.show_problems(opening.problems)
        for problem in opening.problems:
            print(problem, file=sys.stderr)
        options = self._options
        try:
            start_us = position_us(opening.timeline, options.track, options.start)
            until_us = position_us(opening.timeline, options.track, options.until) if options.until else None
        except UnknownPlaceError as error:
            print(f"visualalbum: {error}", file=sys.stderr)
            self._end(2)
            return
        if until_us is not None and not opening.timeline.tracks:
            self._end(1)
            return
        self._until_us = until_us
        self.engine.load(opening.timeline, start_us)
        self.engine.roll()

    def _end(self, status: int) -> None:
        self.exit_status = status
        self._until_us = None
        QTimer.singleShot(0, self.window.close)

    def _inject(self, injection: Injection) -> None:
        match injection.kind:
            case Kind.BLOCK_PYTHON:
                until_s = time.monotonic() + injection.for_s
                while time.monotonic() < until_s:
                    pass
            case Kind.BLOCK_C:
                # Called through PyDLL, the C library's sleep keeps the interpreter lock, as a bad extension would.
                ctypes.PyDLL(None).usleep(round(injection.for_s * 1e6))
            case Kind.STALL_DISK:
                self._loss.stall(injection.for_s)
                self._sound.inject("stall-disk", injection.for_s)
            case Kind.LOSE_FILM:
                self._loss.lose(injection.for_s)
            case Kind.LOSE_DEVICE:
                self._sound.inject("lose-device", injection.for_s)


def play(options: PlayOptions) -> int:
    """Play an album in a window; returns the exit status: 0 fine, 1 nothing to play, 2 wrong usage."""
    try:
        if options.geometry:
            parse_geometry(options.geometry)
        if options.faults:
            read_injections(options.faults)
        trace_sink = options.trace.open("w", encoding="utf-8") if options.trace else None
    except (ValueError, OSError) as error:
        print(f"visualalbum: {error}", file=sys.stderr)
        return 2
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("visualalbum")
    Theme(application)  # the application owns it
    with ExitStack() as resources:
        if trace_sink is not None:
            resources.enter_context(trace_sink)
        session = Session(options, resources, trace_sink)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: session.window.close())
        session.start()
        return application.exec()


def _line_writer(sink: TextIO) -> Callable[[str], None]:
    def write(line: str) -> None:
        sink.write(line + "\n")
        sink.flush()

    return write
