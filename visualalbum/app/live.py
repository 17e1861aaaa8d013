"""Follows the files of the album that is open, and brings engine and window up to every save."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from visualalbum.engine.engine import Engine
from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.media.facts import MediaFacts
from visualalbum.media.probing import Probing
from visualalbum.problems import Severity
from visualalbum.timeline.mode import Mode
from visualalbum.timeline.revision import loses_its_song
from visualalbum.timeline.ways import place_by
from visualalbum.ui.edition import Edition, Stamp, read_edition, stamps_of
from visualalbum.ui.readers import Readers
from visualalbum.ui.watch import Watch

QUIET_MS = 25
"""A save is a few notices in a row, some of them of a file that is half written: read when so long none came."""

MOST_QUIET_S = 0.1
"""Where notices do not end, read all the same."""

DOUBT_MS = 300
"""New errors are read once more before they are believed: a file may be half written, or gone for a moment while
another is put in its place."""

SLOW_MS = 2_000
"""How often all files are looked at: drives in a network give no notices, and few files are watched by themselves."""

LIMIT_S = 20.0
"""A manifest that takes longer comes from a disk that hangs."""

MOST_SKIPPED = 4
"""An edition that is out of date before it is there is skipped, but not for ever."""


class Live(QObject):
    """Reads the album anew in a worker process after each save, and gives the engine what has changed.

    `taken` carries the problems of an edition, where its files are named, and whether what was there plays on: there is
    nothing to play in it, or errors take away the song that is on. `mended` carries the manifest of an album of which
    nothing played, now that something can. `poll` is for every tick.
    """

    taken = Signal(object, object, bool)
    mended = Signal(object)

    def __init__(
        self,
        jobs: JobQueue,
        engine: Engine,
        readers: Readers,
        forget_clips: Callable[[Collection[Path]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._engine, self._readers = jobs, engine, readers
        self._forget_clips = forget_clips
        self._manifest: Path | None = None
        self._mode = Mode.TOGETHER
        self._stamps: dict[Path, Stamp | None] = {}
        self._seen: dict[Path, Stamp | None] = {}
        self._texts: tuple[Path, ...] = ()
        self._probed: dict[tuple[Path, Stamp], MediaFacts] = {}
        self._reading: Job[Edition] | None = None
        self._looking: Job[dict[Path, Stamp | None]] | None = None
        self._probing: Probing | None = None
        self._again = False
        self._skipped = 0
        self._doubted = False
        self._errors: frozenset[tuple[str, str]] = frozenset()
        self._told: object = None
        self._stirred_s = 0.0
        self._watch = Watch(self)
        self._watch.stirred.connect(self._on_stirred)
        self._quiet, self._doubt, self._slow = (QTimer(self) for _ in range(3))
        for timer, name, after_ms, slot in (
            (self._quiet, "quiet", QUIET_MS, self._read),
            (self._doubt, "doubt", DOUBT_MS, self._read),
            (self._slow, "slow", SLOW_MS, self._look),
        ):
            timer.setObjectName(name)
            timer.setInterval(after_ms)
            timer.setSingleShot(timer is not self._slow)
            timer.timeout.connect(slot)

    def follow(self, manifest: Path, mode: Mode) -> None:
        """Follow an album that was opened; what was saved since is taken at once."""
        self.leave()
        self._manifest, self._mode, self._seen = manifest, mode, {manifest: None}
        self._slow.start()
        self._read()

    def switch(self, mode: Mode) -> None:
        """Go on in another way to play the album, as soon as it is read; not while nothing plays."""
        if self._manifest is not None and self._engine.timeline.tracks:
            self._mode = mode
            self._read()

    def leave(self) -> None:
        """Follow nothing."""
        if self._probing is not None:
            self._probing.cancel()
        self._manifest = self._reading = self._looking = self._probing = self._told = None
        self._stamps, self._seen, self._texts, self._probed = {}, {}, (), {}
        self._again = self._doubted = False
        self._errors = frozenset()
        for timer in (self._quiet, self._doubt, self._slow):
            timer.stop()
        self._watch.follow((), ())

    def poll(self) -> None:
        """Take what workers have found out."""
        if self._looking is not None and self._looking.done:
            self._compare(self._looking)
        if self._probing is not None:
            self._await_probes(self._probing)
        if self._reading is not None and self._reading.done:
            self._take_reading(self._reading)

    @Slot()
    def _on_stirred(self) -> None:
        now_s = time.monotonic()
        if not self._quiet.isActive():
            self._stirred_s = now_s
        if now_s - self._stirred_s < MOST_QUIET_S:
            self._quiet.start()

    @Slot()
    def _read(self) -> None:
        """Read an edition now, or as soon as the one before is there."""
        if self._manifest is None:
            return
        self._watch_files(self._manifest)  # before it is read: what is saved meanwhile is noticed
        if self._reading is not None or self._probing is not None:
            self._again = True
            return
        self._again = False
        words = (self._manifest, self._mode, self._probed)
        self._reading = self._jobs.submit(read_edition, *words, first=True, limit_s=LIMIT_S)

    def _watch_files(self, manifest: Path) -> None:
        folders = dict.fromkeys(path.parent for path in (manifest, *self._stamps))
        self._watch.follow((manifest, *self._texts), folders)

    @Slot()
    def _look(self) -> None:
        """Look at every file's stamp, in a worker: a drive that hangs holds up nobody here."""
        if self._looking is None and self._seen:
            self._looking = self._jobs.submit(stamps_of, list(self._seen), limit_s=LIMIT_S)

    def _compare(self, looking: Job[dict[Path, Stamp | None]]) -> None:
        self._looking = None
        try:
            found = looking.result()
        except JobError:
            return
        if any(found.get(path, stamp) != stamp for path, stamp in self._seen.items()):
            self._read()

    def _take_reading(self, reading: Job[Edition]) -> None:
        self._reading = None
        try:
            edition = reading.result()
        except JobError:
            return  # a later look tries again
        if self._again and self._skipped < MOST_SKIPPED:
            self._skipped += 1
            self._read()
            return
        self._skipped = 0
        self._seen = {**self._stamps, **edition.stamps}
        if not edition.settled:
            self._doubt.start()
        elif edition.unknown:
            self._probing = Probing(edition.unknown, self._jobs)
        else:
            self._take(edition)
        if self._again:
            self._read()

    def _await_probes(self, probing: Probing) -> None:
        probing.poll()
        if probing.done:
            self._probing = None
            stamps = {path: self._seen.get(path) for path in probing.facts}
            self._probed |= {(path, stamp): probing.facts[path] for path, stamp in stamps.items() if stamp}
            self._read()

    def _take(self, edition: Edition) -> None:
        playing, manifest = self._engine.timeline, self._manifest
        if manifest is None:
            return
        if edition.timeline.tracks and not playing.tracks:
            self.mended.emit(manifest)
            return
        errors = frozenset((one.rule, one.sentence) for one in edition.problems if one.severity is Severity.ERROR)
        if playing.tracks and not errors <= self._errors and not self._doubted:
            self._doubted = True
            self._doubt.start()
            return
        self._doubted, self._errors = False, errors
        switched = edition.timeline.mode is not playing.mode
        spoilt = not edition.timeline.tracks or (
            not switched and errors and loses_its_song(playing, self._engine.position_us, edition.timeline)
        )
        if not spoilt:
            self._bring_up_to(edition)
            self._watch_files(manifest)
        if (edition.problems, edition.places, spoilt) != self._told:
            self._told = edition.problems, edition.places, spoilt
            self.taken.emit(edition.problems, edition.places, bool(spoilt))

    def _bring_up_to(self, edition: Edition) -> None:
        changed = edition.changed_since(self._stamps)
        self._stamps, self._texts = edition.stamps, edition.texts
        if changed:
            self._forget_clips(changed)
            self._readers.renew(changed)
        playing = self._engine.timeline
        if edition.timeline.mode is not playing.mode:
            self._engine.revise(edition.timeline, changed, place_by(edition.whole))
        elif edition.timeline != playing or edition.timeline.media & changed:
            self._engine.revise(edition.timeline, changed)
