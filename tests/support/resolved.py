"""What a manifest should look and sound like, resolved by the program's own pure layers, for a recording of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.support.plan import MICRO, Plan, plan_of
from tests.support.reference import Reference, decode
from visualalbum.manifest.load import load
from visualalbum.media.probe import probe
from visualalbum.timeline.build import build
from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.files import timed_files


@dataclass(frozen=True)
class Resolved:
    """An album resolved: its timeline, the frames to see and the sound to hear.

    All films count as film 0, as barcodes without a film number do; the songs must follow each other at one rate.
    """

    timeline: Timeline
    plan: Plan
    reference: Reference


def resolve(manifest: Path) -> Resolved:
    """Resolve a manifest that has no problems; raises ValueError with them where it has."""
    loaded = load(manifest)
    if loaded.album is None or loaded.problems:
        raise ValueError("\n".join(map(str, loaded.problems)))
    facts = {path: probe(path) for path in timed_files(loaded.album, loaded.folder)}
    timeline, problems = build(loaded.album, loaded.folder, loaded.place, facts)
    if problems:
        raise ValueError("\n".join(map(str, problems)))
    sound = timeline.sound
    mixed = tuple((clip.start_us / MICRO, clip.end_us / MICRO) for clip in sound.film_sounds)
    songs = [song.path for song in sound.songs if song.path is not None]
    films = {cue.path: 0 for cue in timeline.films}
    return Resolved(timeline, plan_of(timeline, films), Reference(decode(songs), mixed))
