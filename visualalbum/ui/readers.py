"""What the window reads in worker processes: the stage's stills, texts, small pictures, and the one looked at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from visualalbum.jobs import JobQueue
from visualalbum.ui.stills import Stills
from visualalbum.ui.texts import Texts


@dataclass(frozen=True)
class Readers:
    """One of each, for one window."""

    stills: Stills
    texts: Texts
    thumbnails: Stills
    plates: Stills

    @classmethod
    def of(cls, jobs: JobQueue) -> Readers:
        """All of them on one queue."""
        return cls(Stills(jobs), Texts(jobs), Stills(jobs), Stills(jobs))

    def renew(self, changed: Collection[Path]) -> None:
        """Read again what has changed on the disk; what was read before is shown until then."""
        for store in (self.stills, self.texts, self.thumbnails, self.plates):
            store.renew(changed)

    def forget(self) -> None:
        """Drop everything: another album, or the same one mended."""
        self.stills.forget()
        self.texts.forget()
        self.thumbnails.forget()
        self.plates.forget()
