"""The composition root: puts sound, decks, engine and window together, and takes them apart in order."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path

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
from visualalbum.media import conformer, probing
from visualalbum.media.cache import ClipCache
from visualalbum.media.clip import Clip
from visualalbum.media.conformer import ClipConformer, ClipFault
from visualalbum.sound.client import SoundProcess
from visualalbum.store.paths import cache_folder
from visualalbum.timecode import TimeError, parse
from visualalbum.timeline.build import Mode
from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.positions import UnknownPlaceError, position_us
from visualalbum.ui.bridge import Bridge, PictureBell
from visualalbum.ui.geometry import parse_geometry
from visualalbum.ui.opening import Opening
from visualalbum.ui.stills import Stills
from visualalbum.ui.theme import Theme
from visualalbum.ui.window import Window

DECKS = 4
"""One live, one dissolving out, one primed for the next take, one for a locate or a film that comes back."""
PRELOAD = (*conformer.PRELOAD, *probing.PRELOAD, "visualalbum.ui.still_reading")


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


class Signals:
    """SIGINT and SIGTERM, kept until the tick asks: they may come before there is a window, or an event loop."""

    def __init__(self) -> None:
        self.number = 0
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, _frame: object) -> None:
        self.number = number


class TraceFile:
    """The file of `--trace`. Raises OSError where it cannot be made; one that gets full is told once and left."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("w", encoding="utf-8")

    def write(self, line: str) -> None:
        """Write a line, at once: a trace is read while the program runs, and after it was killed."""
        if self._file.closed:
            return
        try:
            self._file.write(line + "\n")
            self._file.flush()
        except OSError as error:
            print(f"visualalbum: the trace breaks off: {_sentence(error, self._path)}", file=sys.stderr)
            self.close()

    def close(self) -> None:
        """Let go of the file."""
        with suppress(OSError):
            self._file.close()


class Session(QObject):
    """An open window with an album in it: opens albums, runs the tick, ends when it is told to."""

    def __init__(
        self, options: PlayOptions, resources: ExitStack, write_trace: Callable[[str], None] | None, signals: Signals
    ) -> None:
        super().__init__()
        self._options = options
        self._signals = signals
        self._jobs = JobQueue(preload=PRELOAD)
        resources.callback(self._jobs.close)
        self._jobs.warm()
        self._sound = SoundProcess(options.sound, options.audio_device or "")
        resources.callback(self._sound.close)
        self._bell = PictureBell()
        film = Film(self._bell.ring)
        resources.callback(film.close)
        clips = ClipConformer(self._jobs, ClipCache(cache_folder() / "clips"))
        resources.callback(clips.close)
        self._loss = LossyFilm(time.monotonic_ns)
        self._rehearsal = Rehearsal(read_injections(options.faults) if options.faults else (), self._inject)
        decks: list[Deck] = [LossyDeck(deck, self._loss) for deck in film.decks]
        self._trace = Trace(time.monotonic_ns, write_trace)
        self.engine = Engine(
            self._sound,
            decks,
            LossyConformer(Conformer(clips), self._loss),
            time.monotonic_ns,
            self._trace,
            offset_us=round(options.offset_ms * 1000),
            standing_faults=film.faults,
        )
        self._traced: set[Fault] = set()
        self._trace_faults(film.faults)
        self._stills = Stills(self._jobs)
        self.window = Window(self.engine, film, self._stills)
        self._stills.faulted.connect(self._on_still_fault)
        self._bridge = Bridge(self.engine, self._tick, self)
        resources.callback(self._bridge.stop)
        self._opening: Opening | None = None
        self._until_us: int | None = None
        self._rolling_since_ns: int | None = None
        self._ending = False
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
            self._open(options.manifest)

    @Slot(object)
    def open(self, manifest: Path) -> None:
        """Open another album; the places that the command line gave were for the first one."""
        self._options = replace(self._options, track=None, start=None, until=None)
        self._open(manifest)

    def _open(self, manifest: Path) -> None:
        """Show an album's names at once, and play it as soon as its files are known."""
        if self._opening is not None:
            self._opening.cancel()
        if self.engine.timeline.tracks:
            self.engine.load(Timeline())
            # The window hears of it now: with the next tick it would lose the names of the album that comes.
            self._bridge.run_tick()
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

    @Slot()
    def _on_still_fault(self) -> None:
        self._trace_faults(self._stills.faults)

    def _trace_faults(self, faults: tuple[Fault, ...]) -> None:
        """Write the faults that the engine has no part in, each once."""
        for fault in faults:
            if fault not in self._traced:
                self._traced.add(fault)
                self._trace.emit("fault", kind=fault.kind, subject=fault.subject, sentence=fault.sentence)

    def _tick(self) -> Snapshot:
        if self._signals.number:
            self._end(128 + self._signals.number)  # as a shell tells of a program that a signal has ended
        if self._opening is not None and self._opening.poll():
            self._progress(self._opening)
        snapshot = self.engine.tick()
        if snapshot.state is State.ROLLING and self._rolling_since_ns is None:
            self._rolling_since_ns = time.monotonic_ns()
        if self._rolling_since_ns is not None:
            self._rehearsal.tick((time.monotonic_ns() - self._rolling_since_ns) / 1e9)
        if self._until_us is not None and (snapshot.position_us >= self._until_us or snapshot.state is State.ENDED):
            self._trace.emit("until", position_us=snapshot.position_us)
            self._until_us = None
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
        if not opening.timeline.tracks:
            if options.until:
                self._end(1)
            return
        try:
            start_us = position_us(opening.timeline, options.track, options.start)
            until_us = position_us(opening.timeline, options.track, options.until) if options.until else None
            if until_us is not None and until_us < start_us:
                raise UnknownPlaceError(f"--until {options.until} is before --start {options.start}")
        except UnknownPlaceError as error:
            print(f"visualalbum: {error}", file=sys.stderr)
            self._end(2)
            return
        self._until_us = until_us
        self.engine.load(opening.timeline, start_us)
        self.engine.roll()

    def _end(self, status: int) -> None:
        if not self._ending:
            self._ending = True
            self.exit_status = status
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


M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8  # mallopt(3)
LARGE_BYTES = 256 * 1024
ARENAS = 2


def _keep_memory_small() -> None:
    """Have glibc give large blocks back to the system when they are freed, and threads share their arenas.

    Left alone it raises its threshold to the size of the pictures that decks free at every cut, and keeps them in an
    arena for each thread: 185 MB and growing after two minutes of cuts, where it is 95 MB and stays with this
    (measured). Other C libraries have no mallopt, and musl's takes nothing.
    """
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(M_MMAP_THRESHOLD, LARGE_BYTES)
        mallopt(M_ARENA_MAX, ARENAS)


def play(options: PlayOptions) -> int:
    """Play an album in a window.

    Returns the exit status: 0 fine, 1 nothing to play, 2 wrong usage, 128 and its number where a signal ended it.
    """
    _keep_memory_small()
    with ExitStack() as resources:
        try:
            _check(options)
            trace = TraceFile(options.trace) if options.trace else None
        except OSError as error:
            print(f"visualalbum: {_sentence(error, options.trace)}", file=sys.stderr)
            return 2
        except ValueError as error:
            print(f"visualalbum: {error}", file=sys.stderr)
            return 2
        if trace is not None:
            resources.callback(trace.close)
        signals = Signals()
        if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QApplication(sys.argv[:1])
        application.setApplicationName("visualalbum")
        Theme(application)  # the application owns it
        session = Session(options, resources, trace.write if trace else None, signals)
        session.start()
        return application.exec()


def _check(options: PlayOptions) -> None:
    """Refuse what can be refused before anything starts. Raises ValueError or OSError."""
    if options.geometry:
        parse_geometry(options.geometry)
    for option, time_text in (("--start", options.start), ("--until", options.until)):
        try:
            parse(time_text or "0")
        except TimeError as error:
            raise ValueError(f"{option}: {error}") from None
    if options.until and options.manifest is None:
        raise ValueError("--until needs an album: name its manifest")
    if options.faults:
        read_injections(options.faults)


def _sentence(error: OSError, path: Path | None) -> str:
    reason = (error.strerror or str(error)).lower()
    return f"{error.filename or path} cannot be used: {reason}; name another file"
