"""A window in which a machine's offset is set, with the whole chain of a show behind it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from visualalbum.app.film import film_and_clips
from visualalbum.app.measuring import Measuring
from visualalbum.app.offset import OffsetInForce
from visualalbum.app.options import CalibrateOptions
from visualalbum.app.signals import Signals
from visualalbum.app.sweeper import Sweeper
from visualalbum.engine.engine import Engine
from visualalbum.engine.snapshot import Snapshot, State
from visualalbum.engine.trace import Trace
from visualalbum.jobs import JobError, JobQueue
from visualalbum.media.media_error import MediaError
from visualalbum.media.sync_film import make
from visualalbum.sound.client import SoundProcess
from visualalbum.store import offsets, settings
from visualalbum.store.offsets import Offset
from visualalbum.store.paths import cache_folder
from visualalbum.timeline.mode import Mode
from visualalbum.ui.bridge import Bridge, PictureBell
from visualalbum.ui.calibration import CalibrationWindow
from visualalbum.ui.geometry import parse_geometry
from visualalbum.ui.offset_text import heard_text, kept_text, listening_text
from visualalbum.ui.opening import Opening
from visualalbum.ui.presenters import fault_notes
from visualalbum.ui.stage import Stage
from visualalbum.ui.stills import Stills
from visualalbum.ui.tongue import tr, translated


class Calibration(QObject):
    """Plays the little album round and round; `resources` closes what it has made."""

    def __init__(
        self,
        options: CalibrateOptions,
        resources: ExitStack,
        jobs: JobQueue,
        sound: SoundProcess,
        signals: Signals,
        write_trace: Callable[[str], None] | None,
    ) -> None:
        super().__init__()
        self._options, self._jobs, self._signals = options, jobs, signals
        self._bell = PictureBell()
        film, conformer = film_and_clips(self._bell.ring, jobs, resources)
        self.engine = Engine(
            sound,
            film.decks,
            conformer,
            time.monotonic_ns,
            Trace(time.monotonic_ns, write_trace),
            standing_faults=film.faults,
            stir=self._stir,
        )
        self.window = CalibrationWindow(Stage(film, Stills(jobs)))
        self._bridge = Bridge(self.engine, self._tick, self)
        resources.callback(self._bridge.stop)
        Sweeper(self._bridge, self)
        self._in_force = OffsetInForce(None, sound, self.window, self.engine, self._bridge)
        self._measuring: Measuring | None = None
        if options.source is not None:
            self._measuring = Measuring(options.source, jobs)
            resources.callback(self._measuring.close)
        self._making = jobs.submit(make, cache_folder() / "calibration")
        self._opening: Opening | None = None
        self._device = self._result = ""
        self._by_hand = self._ending = False
        self.exit_status = 0
        self._bell.heard.connect(self.window.stage.on_picture)
        self.window.stage.size_changed.connect(film.set_target_size)
        self._bridge.stage_changed.connect(self.window.show_stage)
        self._bridge.changed.connect(self._on_changed)
        self.window.moved.connect(self._on_moved)
        self.window.kept.connect(self._on_kept)
        self.window.closing.connect(self._on_closing)

    def start(self) -> None:
        """Show the window, where there is to be one, and begin to tick."""
        if self._options.geometry:
            place = parse_geometry(self._options.geometry)
            self.window.resize(place.width, place.height)
            if place.x is not None and place.y is not None:
                self.window.move(place.x, place.y)
        if self._options.window:
            self.window.show()
            if self._options.fullscreen:
                self.window.fullscreen.enter()
        self._bridge.start()

    def _stir(self) -> None:
        self._bridge.wake()

    def _tick(self) -> Snapshot:
        if self._signals.number:
            self._end(128 + self._signals.number)  # as a shell tells of a program that a signal has ended
        self._open()
        snapshot = self.engine.tick()
        if snapshot.state is State.ENDED:
            self.engine.roll()
        if self._measuring is not None:
            self._measure(self._measuring, snapshot)
        return snapshot

    def _open(self) -> None:
        """Play the little album, as soon as it is made and known."""
        if self._opening is None:
            if not self._making.done:
                return
            try:
                manifest = self._making.result()
            except (MediaError, JobError) as error:
                self._fail(str(error))
                return
            self._opening = Opening(self._jobs, manifest, Mode.TOGETHER)
        self._opening.poll()
        edition = self._opening.edition
        if self._opening.done and edition is not None and not self.engine.timeline.tracks:
            if edition.timeline.tracks and not edition.unknown:
                self.engine.load(edition.timeline)
                self.engine.roll()
            else:
                self._fail("; ".join(map(str, edition.problems)))

    def _measure(self, measuring: Measuring, snapshot: Snapshot) -> None:
        if self._ending or self._result:
            return
        measuring.poll(self.engine)
        if not self._options.window and snapshot.output == "null":
            self._fail(" ".join(fault_notes(snapshot.faults)))
        elif measuring.heard is not None:
            heard = measuring.heard
            if not self._by_hand:
                self.engine.set_offset(round(heard.later_ms) * 1000)
            self._result = heard_text(heard.later_ms, heard.within_ms, heard.clicks, taken=not self._by_hand)
            if not self._options.window:
                print(f"{heard.later_ms:+.1f} ms: so much later than the device says the clicks were heard ", end="")
                print(f"(±{heard.within_ms:.1f} ms, {heard.clicks} clicks)")
                self._end(0)
        elif measuring.failure:
            self._result = translated(measuring.failure)
            if not self._options.window:
                self._fail(measuring.failure)

    @Slot(object)
    def _on_changed(self, snapshot: Snapshot) -> None:
        self._device = snapshot.device
        self.window.show_snapshot(snapshot)
        device, screen = self._place
        self.window.show_place(translated(device), screen)
        listening = "" if self._measuring is None else listening_text(*self._measuring.progress)
        notes = fault_notes(snapshot.faults)
        self.window.tell(" ".join([*notes, self._result or listening]).strip())

    @property
    def _place(self) -> tuple[str, str]:
        """The device and the screen in use, for people."""
        device, screen = self._in_force.place
        return self._device or device, screen or tr("this screen")

    @Slot(int)
    def _on_moved(self, step_ms: int) -> None:
        self._by_hand = True
        most_us = offsets.MOST_MS * 1000
        offset_us = self.engine.offset_us + step_ms * 1000 if step_ms else 0
        self.engine.set_offset(min(most_us, max(-most_us, offset_us)))

    @Slot()
    def _on_kept(self) -> None:
        offset_ms = round(self.engine.offset_us / 1000)
        device, screen = self._in_force.place
        kept = offsets.with_offset(settings.load().offsets, Offset(device=device, screen=screen, offset_ms=offset_ms))
        try:
            settings.change(offsets=kept)
        except OSError as error:
            self._result = tr("It is not kept: {file} cannot be written", file=error.filename)
            self._stir()
            return
        print(kept_text(offset_ms, *self._place))
        self._end(0)

    @Slot()
    def _on_closing(self) -> None:
        QApplication.exit(self.exit_status)

    def _fail(self, sentence: str) -> None:
        print(f"visualalbum: {sentence}", file=sys.stderr)
        self._end(1)

    def _end(self, status: int) -> None:
        if not self._ending:
            self._ending = True
            self.exit_status = status
            QTimer.singleShot(0, self.window.close)
