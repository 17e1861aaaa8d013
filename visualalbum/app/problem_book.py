"""All that is wrong with the open album: what its manifest says, and what was found while its files were read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from visualalbum.engine.ports import Fault
from visualalbum.engine.trace import Trace
from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import NOTHING, Said, say
from visualalbum.ui.readers import Readers

ANOTHER_PICTURE = say("name a PNG or JPEG file")

GATHER_MS = 100
"""Where a thousand pictures are broken many are found at a time, and the list is made once for all of them: 20 ms."""


class ProblemBook(QObject):
    """Gives `show` the problems whenever they change, and whether they `spoil` the album so that another plays on.

    `told` puts a problem at its place as people know it.
    """

    def __init__(
        self,
        readers: Readers,
        show: Callable[[Sequence[Problem], bool], None],
        told: Callable[[Problem], Problem],
        trace: Trace,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._readers = readers
        self._show = show
        self._told = told
        self._trace = trace
        self._manifest: tuple[Problem, ...] = ()
        self._places: Mapping[Path, Place] = {}
        self._spoilt = False
        self._faults: tuple[Fault, ...] = ()
        self._traced: set[Fault] = set()
        self._shown: tuple[tuple[Problem, ...], bool] | None = None
        self._gathering = QTimer(self)
        self._gathering.setObjectName("problems")
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(GATHER_MS)
        self._gathering.timeout.connect(self._refresh)
        readers.stills.faulted.connect(self._on_still_fault)
        for found in (readers.thumbnails.faulted, readers.plates.faulted, readers.texts.ready):
            found.connect(self._gather)

    @Slot(object, object, bool)
    def open(self, problems: tuple[Problem, ...], places: Mapping[Path, Place], spoilt: bool = False) -> None:
        """Take what a manifest says, and where it names its files."""
        self._manifest, self._places, self._spoilt = problems, places, spoilt
        self._refresh()

    def note(self, faults: tuple[Fault, ...]) -> None:
        """Take the faults of a show, every tick; those of the album's own files are problems of it."""
        if faults != self._faults:
            self._faults = faults
            self._refresh()

    def trace_new(self, faults: Iterable[Fault]) -> list[Fault]:
        """Write the faults that the engine has no part in, each once; returns those that are new."""
        new = [fault for fault in faults if fault not in self._traced]
        self._traced.update(new)
        for fault in new:
            self._trace.emit("fault", kind=fault.kind, subject=fault.subject, sentence=fault.sentence)
        return new

    @Slot()
    def _on_still_fault(self) -> None:
        told = {problem.place for problem in self._manifest}
        for fault in self.trace_new(self._readers.stills.faults):
            problem = self._problem(fault, ANOTHER_PICTURE)
            if problem is not None and problem.place not in told:
                print(self._told(problem), file=sys.stderr)
        self._gather()

    @Slot()
    def _gather(self) -> None:
        if not self._gathering.isActive():
            self._gathering.start()

    @Slot()
    def _refresh(self) -> None:
        readers = self._readers
        pictures = (fault for store in (readers.stills, readers.thumbnails, readers.plates) for fault in store.faults)
        found = [self._problem(fault, ANOTHER_PICTURE) for fault in pictures]
        found += [self._problem(fault, NOTHING) for fault in self._faults]
        told: set[Place | None] = {problem.place for problem in self._manifest}
        others: dict[Place, Problem] = {}
        for problem in (*readers.texts.problems, *filter(None, found)):
            # A text that is not there is told where it is named, and again by whoever cannot read it.
            if told.isdisjoint((problem.place, self._places.get(Path(problem.place.file)))):
                others.setdefault(problem.place, problem)
        shown = tuple(map(self._told, (*self._manifest, *others.values()))), self._spoilt
        if shown != self._shown:
            self._shown = shown
            self._show(*shown)

    def _problem(self, fault: Fault, remedy: Said) -> Problem | None:
        """A fault at the place where its file is named first; None where it is no file of the album."""
        place = self._places.get(Path(fault.subject))
        return Problem(place, Severity.ERROR, fault.kind, fault.sentence, remedy) if place else None
