"""What the window reads in worker processes: stills, texts, small pictures, the one looked at, waveforms, previews."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from visualalbum.jobs import JobQueue
from visualalbum.ui.previews import Previews
from visualalbum.ui.stills import PLATE, THUMBNAILS, Stills
from visualalbum.ui.texts import Texts
from visualalbum.ui.waveforms import Waveforms


@dataclass(frozen=True)
class Readers:
    """One of each, for one window."""

    stills: Stills
    texts: Texts
    thumbnails: Stills
    plates: Stills
    waveforms: Waveforms
    previews: Previews

    @classmethod
    def of(cls, jobs: JobQueue) -> Readers:
        """All of them on one queue."""
        pictures = Stills(jobs, room=THUMBNAILS), Stills(jobs, room=PLATE)
        return cls(Stills(jobs), Texts(jobs), *pictures, Waveforms(jobs), Previews(jobs))

    def renew(self, changed: Collection[Path]) -> None:
        """Read again what has changed on the disk; what was read before is shown until then."""
        for store in self._all:
            store.renew(changed)

    def forget(self) -> None:
        """Drop everything: another album, or the same one mended."""
        for store in self._all:
            store.forget()

    @property
    def _all(self) -> tuple[Stills | Texts | Waveforms | Previews, ...]:
        return self.stills, self.texts, self.thumbnails, self.plates, self.waveforms, self.previews
