"""An open window with an album in it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from visualalbum.app.arrivals import Arrivals
from visualalbum.app.bundles import Bundles
from visualalbum.app.chosen_device import ChosenDevice
from visualalbum.app.chosen_keys import ChosenKeys
from visualalbum.app.film import Film, film_and_clips
from visualalbum.app.live import Live
from visualalbum.app.offset import OffsetInForce
from visualalbum.app.options import PlayOptions
from visualalbum.app.problem_book import ProblemBook
from visualalbum.app.recent import Recent
from visualalbum.app.rehearsed import Rehearsed
from visualalbum.app.remembering import Remembering
from visualalbum.app.signals import Signals
from visualalbum.app.sweeper import Sweeper
from visualalbum.engine.engine import Engine
from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.engine.trace import Trace
from visualalbum.jobs import JobQueue
from visualalbum.sound.client import SoundProcess
from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.positions import UnknownPlaceError, position_us
from visualalbum.ui.bridge import Bridge, PictureBell
from visualalbum.ui.edition import Edition
from visualalbum.ui.geometry import parse_geometry
from visualalbum.ui.opening import Opening
from visualalbum.ui.presenters import goes_on_text
from visualalbum.ui.readers import Readers
from visualalbum.ui.tongue import translated
from visualalbum.ui.window import Window


class Session(QObject):
    """Opens albums in its window, runs the tick, ends when it is told to; `resources` closes what it has made."""

    def __init__(
        self,
        options: PlayOptions,
        resources: ExitStack,
        jobs: JobQueue,
        sound: SoundProcess,
        signals: Signals,
        write_trace: Callable[[str], None] | None,
        opening: Opening | None = None,
    ) -> None:
        """Take what is there; `opening` is that of the options' album, where it was begun before."""
        super().__init__()
        self._options = options
        self._signals = signals
        self._jobs = jobs
        self._bell = PictureBell()
        film, conformer = film_and_clips(self._bell.ring, jobs, resources)
        self._rehearsed = Rehearsed(options.faults, sound)
        self._trace = Trace(time.monotonic_ns, write_trace)
        self.engine = Engine(
            sound,
            self._rehearsed.decks(film.decks),
            self._rehearsed.conformer(conformer),
            time.monotonic_ns,
            self._trace,
            standing_faults=film.faults,
            stir=self._stir,
        )
        self._readers = Readers.of(jobs)
        self.window = Window(self.engine, film, self._readers)
        self._bundles = Bundles()
        resources.callback(self._bundles.close)
        self.window.reading.known_as = self._bundles.known_as
        show = self.window.show_problems
        self._problems = ProblemBook(self._readers, show, self._bundles.told, self._trace, self.window)
        self._problems.trace_new(film.faults)
        self._live = Live(jobs, self.engine, self._readers, self._bundles, conformer.forget, self._stir, self)
        self._bridge = Bridge(self.engine, self._tick, self)
        resources.callback(self._bridge.stop)
        Sweeper(self._bridge, self)
        self._begun = opening
        self._recent = Recent(jobs, self.window.show_recent)
        self._arrivals = Arrivals(self.window.awaited, self._stir, self)
        self._manifest: Path | None = None
        self._remembering = Remembering()
        ChosenKeys(self.window, self)
        ChosenDevice(sound, self.window, self._bridge, self)
        OffsetInForce(options.offset_ms, sound, self.window, self.engine, self._bridge)
        self._until_us: int | None = None
        self._ending = False
        self.exit_status = 0
        self._connect(film)

    @property
    def bridge(self) -> Bridge:
        """What tells of every tick."""
        return self._bridge

    @property
    def manifest(self) -> Path | None:
        """The album that was opened last, whether or not it plays."""
        return self._manifest

    def start(self) -> None:
        """Show the window, open the album that was asked for, and begin to tick."""
        window, options, habits = self.window, self._options, self._remembering.habits
        if options.geometry:
            window.place(parse_geometry(options.geometry))
        elif habits.window:
            window.take_size(*habits.window)
        self.engine.set_volume(habits.volume)
        self.engine.set_muted(habits.muted)
        window.reading.nudges.update(habits.words_later_ms)
        window.over_stage.take(self._remembering.picture_words, habits.captions)
        window.show_recent(())
        window.show()
        if options.fullscreen:
            window.fullscreen.enter()
        self._bridge.start()
        if options.manifest is not None:
            self._arrivals.open(self._begun or self._opening_of(options.manifest))
        self._recent.offer([(album.title, album.manifest) for album in habits.albums])

    @Slot(object)
    def open(self, manifest: Path) -> None:
        """Open another album; the places that the command line gave were for the first one."""
        self._options = replace(self._options, track=None, start=None, until=None)
        self._until_us = None
        self._arrivals.open(self._opening_of(manifest))

    def _opening_of(self, given: Path) -> Opening:
        return Opening(self._jobs, given, self._options.way or self._remembering.ways)

    @Slot(object)
    def _on_named(self, edition: Edition) -> None:
        """Show an album's names in the place of what plays; it plays as soon as its files are known."""
        if self.engine.timeline.tracks:
            self.engine.load(Timeline())
            # The window hears of it now: with the next tick it would lose the names of the album that comes.
            self._bridge.run_tick()
        self._readers.forget()
        self._live.leave()
        self._bundles.hold(edition.source)
        self._manifest = edition.source.given.absolute()
        if edition.told:
            self.window.area.tell(translated(edition.told))
        self._problems.open(edition.problems, edition.places)
        self.window.show_timeline(edition.timeline)

    @Slot(bool)
    def _on_given_up(self, named: bool) -> None:
        """What plays plays on; names of which nothing came go."""
        if named:
            self._manifest = None
            self._problems.open((), {})
            self.window.show_timeline(Timeline())
            self.window.show_progress(0, 0)

    def _stir(self) -> None:
        self._bridge.wake()

    def _connect(self, film: Film) -> None:
        self._bell.heard.connect(self.window.stage.on_picture)
        self.window.stage.painted.connect(self._bridge.on_painted)
        self._bridge.stage_changed.connect(self.window.show_stage)
        self._bridge.ticked.connect(self.window.show_moment)
        self._bridge.changed.connect(self.window.show_snapshot)
        self._bridge.timeline_changed.connect(self.window.show_timeline)
        self.window.album_chosen.connect(self.open)
        self._arrivals.named.connect(self._on_named)
        self._arrivals.progressed.connect(self.window.show_progress)
        self._arrivals.arrived.connect(self._on_arrived)
        self._arrivals.given_up.connect(self._on_given_up)
        self.window.mode_chosen.connect(self._live.switch)
        self._live.taken.connect(self._problems.open)
        self._live.mended.connect(self._on_mended)
        self.window.closing.connect(self._on_closing)
        self.window.over_stage.chosen.connect(self._on_texts_chosen)
        self.window.stage.size_changed.connect(film.set_target_size)

    @Slot()
    def _on_texts_chosen(self) -> None:
        over_stage = self.window.over_stage
        self._remembering.note_texts(over_stage.wanted, over_stage.language)

    @Slot()
    def _on_closing(self) -> None:
        if not self.window.fullscreen.on:
            self._remembering.note_window(self.window.width(), self.window.height())
        self._remember(self.engine.tick(), now=True)
        QApplication.exit(self.exit_status)

    def _tick(self) -> Snapshot:
        if self._signals.number:
            self._end(128 + self._signals.number)  # as a shell tells of a program that a signal has ended
        self._arrivals.poll()
        self._recent.poll()
        self._live.poll()
        snapshot = self.engine.tick()
        self._problems.note(snapshot.faults)
        self._remember(snapshot)
        self._rehearsed.tick(snapshot.state is State.ROLLING)
        if self._until_us is not None and (snapshot.position_us >= self._until_us or snapshot.state is State.ENDED):
            self._trace.emit("until", position_us=snapshot.position_us)
            self._until_us = None
            self._end(0)
        return snapshot

    def _remember(self, snapshot: Snapshot, *, now: bool = False) -> None:
        nudges = self.window.reading.nudges
        self._remembering.note(self._manifest, self.engine.timeline, snapshot, nudges, now=now)

    @Slot(object)
    def _on_mended(self, edition: Edition) -> None:
        self._on_named(edition)
        self._on_arrived(edition)

    @Slot(object)
    def _on_arrived(self, edition: Edition) -> None:
        """Play an album whose files are known."""
        self.window.show_progress(edition.files, edition.files)
        self._problems.open(edition.problems, edition.places)
        self._bundles.hold(edition.source)
        self._live.follow(edition)
        for problem in edition.problems:
            print(self._bundles.told(problem), file=sys.stderr)
        options, timeline = self._options, edition.timeline
        if edition.unknown or not timeline.tracks:
            self.window.show_timeline(timeline)
            if options.until:
                self._end(1)
            return
        try:
            start_us = position_us(timeline, options.track, options.start)
            until_us = position_us(timeline, options.track, options.until) if options.until else None
            if until_us is not None and until_us < start_us:
                raise UnknownPlaceError(f"--until {options.until} is before --start {options.start}")
        except UnknownPlaceError as error:
            print(f"visualalbum: {error}", file=sys.stderr)
            self._end(2)
            return
        self._until_us = until_us
        if not (options.track or options.start or options.until):
            start_us = self._remembering.place_us(edition.source.given.absolute(), timeline)
            if start_us:
                self.window.area.tell(goes_on_text(timeline, start_us))
        self.engine.load(timeline, start_us)
        self.engine.roll()

    def _end(self, status: int) -> None:
        if not self._ending:
            self._ending = True
            self.exit_status = status
            QTimer.singleShot(0, self.window.close)
