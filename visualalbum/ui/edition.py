"""An edition: what an album's manifest and files say now. Read in a worker process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from visualalbum.interchange.shelf import Shelf
from visualalbum.interchange.source import Source
from visualalbum.manifest.folder import manifest_in
from visualalbum.media.facts import MediaFacts
from visualalbum.media.probing import is_there
from visualalbum.media.remembered import remembered_facts
from visualalbum.model import Purpose, uses
from visualalbum.problems import Place, Problem
from visualalbum.said import NOTHING, Said
from visualalbum.timeline.build import build
from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.files import timed_files
from visualalbum.timeline.mode import Mode

Stamp = tuple[int, int, int]
"""What tells that a file is another: time of change, size, and number on its disk."""

SETTLED_S = 1.0
"""A song or film younger than this may still be being written."""

TEXTS = (Purpose.LYRICS, Purpose.CAPTIONS, Purpose.TEXT)


@dataclass(frozen=True)
class Edition:
    """What was read in `source`; `unknown` are songs and films to be probed first, of `files` that are named: while
    there are any, `timeline` is that of the names alone.

    `packed_bytes` is the size of a bundle that has to be unpacked before anything can be read. `told` says which
    manifest of a folder it is, or nothing. `mode` is the way to play it that was asked for; `whole` is the timeline of
    songs and film together, whatever is played. `stamps` has every file that is named and the manifest (None: not
    there), `texts` those that are read as text, `places` where each is named first; `settled` is False while an unknown
    file may still be being written.
    """

    source: Source
    timeline: Timeline = field(default_factory=Timeline)
    whole: Timeline = field(default_factory=Timeline)
    problems: tuple[Problem, ...] = ()
    unknown: tuple[Path, ...] = ()
    files: int = 0
    packed_bytes: int = 0
    told: Said = NOTHING
    mode: Mode = Mode.TOGETHER
    settled: bool = True
    stamps: dict[Path, Stamp | None] = field(default_factory=dict)
    texts: tuple[Path, ...] = ()
    places: dict[Path, Place] = field(default_factory=dict)

    def changed_since(self, stamps: Mapping[Path, Stamp | None]) -> frozenset[Path]:
        """The files that were known by other stamps."""
        return frozenset(path for path, stamp in self.stamps.items() if path in stamps and stamps[path] != stamp)

    def with_stamps(self, facts: Mapping[Path, MediaFacts]) -> dict[tuple[Path, Stamp], MediaFacts]:
        """Facts with the stamps that the files had when this was read: they are of others no more."""
        return {(path, stamp): found for path, found in facts.items() if (stamp := self.stamps.get(path))}


def read_edition(
    given: Path,
    way: Mode | Mapping[Path, Mode],
    probed: Mapping[tuple[Path, Stamp], MediaFacts],
    unpack: bool = True,
    report: Callable[[float], None] = lambda _: None,
) -> Edition:
    """Read an album as it is on the disk; `probed` are facts that are remembered nowhere else. Picklable.

    `way` is how it is to be played, or how each manifest was played last. A bundle that has to be unpacked first is,
    and `report` is called with the part done; or without `unpack`, nothing is read.
    """
    manifest, told = manifest_in(given)
    mode = way if isinstance(way, Mode) else way.get(manifest.absolute(), Mode.TOGETHER)
    own = stamps_of([manifest])  # before it is read: what is written meanwhile is seen to be another
    with closing(Shelf()) as shelf:
        source = shelf.find(manifest)
        packed = own[manifest]
        if source is None and packed is not None and not unpack:
            return Edition(Source(manifest, manifest), packed_bytes=packed[1] or 1, told=told, mode=mode, stamps=own)
        source = source or shelf.settle(manifest, report)
        loaded = source.load()
    if loaded.album is None:
        return Edition(source, problems=loaded.heard(loaded.problems), told=told, mode=mode, stamps=own)
    named = list(uses(loaded.album))
    places = loaded.places()
    stamps = stamps_of(places) | own
    files = timed_files(loaded.album, loaded.folder)
    facts: dict[Path, MediaFacts] = {}
    unknown: list[Path] = []
    for path in filter(is_there, files):
        stamp = stamps.get(path)
        found = remembered_facts(path) or (probed.get((path, stamp)) if stamp else None)
        if found is None:
            unknown.append(path)
        else:
            facts[path] = found
    words = (loaded.album, loaded.folder, loaded.place, {} if unknown else facts)
    timeline, found_amiss = build(*words, mode)
    whole = timeline if mode is Mode.TOGETHER else build(*words)[0]
    known_places = {problem.place for problem in loaded.problems}
    more = () if unknown else tuple(problem for problem in found_amiss if problem.place not in known_places)
    return Edition(
        source,
        timeline,
        whole,
        loaded.heard(loaded.problems + more),
        tuple(unknown),
        len(files),
        told=told,
        mode=mode,
        settled=all(_settled(stamps.get(path)) for path in unknown),
        stamps=stamps,
        texts=tuple(dict.fromkeys(loaded.path(use.name) for use in named if use.purpose in TEXTS)),
        places=places,
    )


def stamps_of(paths: Iterable[Path]) -> dict[Path, Stamp | None]:
    """The stamps of files as they are on the disk now. Picklable."""
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except (OSError, ValueError):  # ValueError: a name that cannot be
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _settled(stamp: Stamp | None) -> bool:
    """Whether a file has rested; one from the future was written by a clock that is fast, and counts as old."""
    return stamp is None or not 0 <= time.time() - stamp[0] / 1e9 < SETTLED_S
