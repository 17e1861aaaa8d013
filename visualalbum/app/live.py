"""Follows the files of the album that is open, and brings engine and window up to every save."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from visualalbum.app.bundles import Bundles
from visualalbum.app.notices import Notices
from visualalbum.engine.engine import Engine
from visualalbum.jobs import JobQueue
from visualalbum.media.facts import MediaFacts
from visualalbum.media.probing import Probing
from visualalbum.problems import Severity
from visualalbum.timeline.mode import Mode
from visualalbum.timeline.revision import loses_its_song
from visualalbum.timeline.ways import place_by
from visualalbum.ui.album_reading import AlbumReading
from visualalbum.ui.edition import Edition, Stamp
from visualalbum.ui.readers import Readers

DOUBT_MS = 300
"""New errors are read once more before they are believed: a file may be half written, or gone for a moment while
another is put in its place."""

MOST_SKIPPED = 4
"""An edition that is out of date before it is there is skipped, but not for ever."""


class Live(QObject):
    """Reads the album anew in a worker process after each save, and gives the engine what has changed.

    `taken` carries the problems of an edition, where its files are named, and whether what was there plays on: there is
    nothing to play in it, or errors take away the song that is on. `mended` carries the edition of an album of which
    nothing played, now that something can. `poll` is for every tick, and `stir` asks for ticks soon.
    """

    taken = Signal(object, object, bool)
    mended = Signal(object)

    def __init__(
        self,
        jobs: JobQueue,
        engine: Engine,
        readers: Readers,
        bundles: Bundles,
        forget_clips: Callable[[Collection[Path]], None],
        stir: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._engine, self._readers, self._bundles = jobs, engine, readers, bundles
        self._forget_clips = forget_clips
        self._stir = stir
        self._manifest: Path | None = None
        self._mode = Mode.TOGETHER
        self._stamps: dict[Path, Stamp | None] = {}
        self._texts: tuple[Path, ...] = ()
        self._probed: dict[tuple[Path, Stamp], MediaFacts] = {}
        self._reading: AlbumReading | None = None
        self._probing: Probing | None = None
        self._again = False
        self._skipped = 0
        self._doubted = False
        self._errors: frozenset[tuple[str, str]] = frozenset()
        self._told: object = None
        self._doubt = QTimer(self)
        self._doubt.setObjectName("doubt")
        self._doubt.setInterval(DOUBT_MS)
        self._doubt.setSingleShot(True)
        self._doubt.timeout.connect(self._read)
        self._notices = Notices(jobs, self)
        self._notices.saved.connect(self._read)

    def follow(self, edition: Edition) -> None:
        """Follow an album that was opened; what was saved since it was read is found at once."""
        self.leave()
        self._manifest, self._mode = edition.source.given, edition.mode
        self._stamps, self._texts = edition.stamps, edition.texts
        self._errors = _errors(edition)
        self._told = edition.problems, edition.places, False
        self._watch_files(self._manifest)
        self._notices.begin(self._manifest, edition.stamps)

    def switch(self, mode: Mode) -> None:
        """Go on in another way to play the album, as soon as it is read; not while nothing plays."""
        if self._manifest is not None and self._engine.timeline.tracks:
            self._mode = mode
            self._read()

    def leave(self) -> None:
        """Follow nothing."""
        if self._reading is not None:
            self._reading.cancel()
        if self._probing is not None:
            self._probing.cancel()
        self._manifest = self._reading = self._probing = self._told = None
        self._stamps, self._texts, self._probed = {}, (), {}
        self._again = self._doubted = False
        self._errors = frozenset()
        self._doubt.stop()
        self._notices.end()

    def poll(self) -> None:
        """Take what workers have found out."""
        self._notices.poll()
        if self._probing is not None:
            self._await_probes(self._probing)
        if self._reading is not None:
            self._reading.poll()
            if self._reading.done:
                self._take_reading(self._reading)

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
        self._reading = AlbumReading(self._jobs, self._manifest, self._mode, self._probed)
        self._stir()

    def _watch_files(self, manifest: Path) -> None:
        self._notices.follow((manifest, *self._texts), (manifest, *self._stamps))

    def _take_reading(self, reading: AlbumReading) -> None:
        self._reading = None
        edition = reading.edition
        if edition is None:
            return  # a later look tries again
        if self._again and self._skipped < MOST_SKIPPED:
            self._skipped += 1
            self._read()
            return
        self._skipped = 0
        self._bundles.hold(edition.source)
        self._notices.seen = {**self._stamps, **edition.stamps}
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
            stamps = {path: self._notices.seen.get(path) for path in probing.facts}
            self._probed |= {(path, stamp): probing.facts[path] for path, stamp in stamps.items() if stamp}
            self._read()

    def _take(self, edition: Edition) -> None:
        playing, manifest = self._engine.timeline, self._manifest
        if manifest is None:
            return
        if edition.timeline.tracks and not playing.tracks:
            self.mended.emit(edition)
            return
        errors = _errors(edition)
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


def _errors(edition: Edition) -> frozenset[tuple[str, str]]:
    return frozenset((one.rule, one.sentence) for one in edition.problems if one.severity is Severity.ERROR)
