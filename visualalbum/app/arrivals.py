"""The album that is on its way into the window: shown while it takes long, given up by hand or for another one."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from visualalbum.ui.awaited import Awaited
from visualalbum.ui.opening import Opening

STILL_S = 0.5
"""Without news for so long, people are told what is waited for: most albums are there before."""


class Arrivals(QObject):
    """One album at a time; `poll` is for every tick, of which more come after `stir`.

    `named` carries the edition that has the names, `progressed` how many files are known and how many there are, and
    `arrived` the edition that plays. `given_up` tells whether the album had been named before it was given up.
    """

    named = Signal(object)
    progressed = Signal(int, int)
    arrived = Signal(object)
    given_up = Signal(bool)

    def __init__(self, awaited: Awaited, stir: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._awaited, self._stir = awaited, stir
        self._opening: Opening | None = None
        self._named = False
        self._heard_s = 0.0
        awaited.given_up.connect(self.give_up)

    def open(self, opening: Opening) -> None:
        """Await an album; one that was awaited before is given up."""
        self.give_up()
        self._opening, self._named, self._heard_s = opening, False, time.monotonic()
        self._awaited.begin()
        self.poll()

    @Slot()
    def give_up(self) -> None:
        """Await nothing more."""
        if self._opening is not None:
            opening, self._opening = self._opening, None
            opening.cancel()
            self._awaited.clear()
            self.given_up.emit(self._named)

    def poll(self) -> None:
        """Take what workers have found out, and tell of it."""
        opening = self._opening
        if opening is None:
            return
        self._stir()
        news = opening.poll()
        if news:
            self._heard_s = time.monotonic()
        edition, done = opening.edition, opening.done
        if done:
            self._opening = None  # before anybody is told: they may tick, or open another
            self._awaited.clear()
        if edition is not None and not self._named:
            self._named = True
            if not done:
                self._awaited.begin()
            self.named.emit(edition)
        if done:
            self.arrived.emit(edition)
        elif self._opening is opening:
            self._tell(opening, news=news)

    def _tell(self, opening: Opening, *, news: bool) -> None:
        name = opening.given.absolute().name
        if news and self._named:
            self.progressed.emit(opening.probed, opening.total)
        if opening.unpacked is not None:
            self._awaited.show_unpacking(name, opening.unpacked)
        elif self._awaited.told or time.monotonic() - self._heard_s >= STILL_S:
            self._awaited.show_reading(name, opening.probed, opening.total)
