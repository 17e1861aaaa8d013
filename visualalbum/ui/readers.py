"""What the window reads in worker processes: the stage's stills, texts, small pictures, and the one looked at."""

from __future__ import annotations

from dataclasses import dataclass

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

    def forget(self) -> None:
        """Drop everything: another album, or the same one mended."""
        self.stills.forget()
        self.texts.forget()
        self.thumbnails.forget()
        self.plates.forget()
