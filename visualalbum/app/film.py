"""Film as the engine and the window want it: decks that may be absent, clips whose faults are the engine's."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import ExitStack
from pathlib import Path

from visualalbum.engine.ports import Fault
from visualalbum.film.instance import LibVLCMissing
from visualalbum.film.pictures import Picture
from visualalbum.film.pool import Pool
from visualalbum.jobs import JobQueue
from visualalbum.media.cache import ClipCache
from visualalbum.media.clip import Clip
from visualalbum.media.conformer import ClipConformer, ClipFault
from visualalbum.store.paths import cache_folder

DECKS = 4
"""One live, one dissolving out, one primed for the next take, one for a locate or a film that comes back."""


class Conformer:
    """Clips for the engine: what media calls a fault becomes the engine's."""

    def __init__(self, conformer: ClipConformer) -> None:
        self._conformer = conformer

    def clip(self, path: Path, stream: int, start_us: int, end_us: int, *, urgent: bool = False) -> Clip | Fault | None:
        """As `engine.ports.Conformer.clip`."""
        found = self._conformer.clip(path, stream, start_us, end_us, urgent=urgent)
        return Fault(found.kind, found.subject, found.sentence) if isinstance(found, ClipFault) else found

    def forget(self, paths: Collection[Path]) -> None:
        """As `media.conformer.ClipConformer.forget`."""
        self._conformer.forget(paths)


class Film:
    """The decks, or none of them and a fault that says why: without libVLC the songs and stills still play."""

    def __init__(self, on_picture: Callable[[str], None]) -> None:
        self.faults: tuple[Fault, ...] = ()
        self._pool: Pool | None = None
        try:
            self._pool = Pool(on_picture, DECKS)
        except LibVLCMissing as error:
            self.faults = (Fault("no-libvlc", "libVLC", error.sentence),)
        self.decks = self._pool.decks if self._pool else ()
        self._by_name = {deck.name: deck for deck in self.decks}

    def picture(self, deck: str) -> Picture | None:
        """The latest picture of a deck."""
        return self._by_name[deck].picture() if deck in self._by_name else None

    def painted(self, after_ns: int) -> None:
        """As `ui.ports.Pictures`: the decks are released as much earlier."""
        if self._pool:
            self._pool.seen.painted(after_ns)

    def set_target_size(self, width: int, height: int) -> None:
        """Tell how large pictures are shown, in device pixels."""
        for deck in self.decks:
            deck.set_target_size(width, height)

    def close(self) -> None:
        """Stop and release everything; bounded in time."""
        if self._pool:
            self._pool.close()


def film_and_clips(on_picture: Callable[[str], None], jobs: JobQueue, resources: ExitStack) -> tuple[Film, Conformer]:
    """The decks and what makes clips for them; `resources` closes both."""
    film = Film(on_picture)
    resources.callback(film.close)
    clips = ClipConformer(jobs, ClipCache(cache_folder() / "clips"))
    resources.callback(clips.close)
    return film, Conformer(clips)
