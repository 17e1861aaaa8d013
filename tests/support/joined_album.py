"""An album that is nothing but joins: cuts and dissolves of segments, stills over them and between them."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from tests.support import barcode, clips
from tests.support.albums import Album
from tests.support.plan import Plan, Planned
from tests.support.scenes import Look, Scene

FILM = clips.Film(frames=1500, group=50, b_frames=2)
STILLS_FILM = 9
"""The film number of all stills: what tells them apart is the frame's number."""

SIZES = (("cover", 640, 480), ("contain", 640, 280), ("cover", 800, 360), ("contain", 320, 180))
"""How stills fit a stage of 640x360, and their sizes: a barcode must reach from edge to edge of the stage."""

STILLS = 24
BELOW = 101
"""The number of the track's own still, over which a segment dissolves that follows no other; a stage contains it."""

START_S = Fraction(2)
LEAST_MS, MOST_MS = 250, 1000
KINDS = {"cut": 5, "dissolve": 4, "still over": 3, "still between": 3}
"""Joins, and how often each is drawn."""


@dataclass(frozen=True)
class JoinedAlbum:
    """The album, whose plan is that of its segments, and all that is seen from join to join."""

    album: Album
    scenes: tuple[Scene, ...]


def scenes(joins: int, seed: int) -> tuple[Scene, ...]:
    """What is seen, by chance: each picture for 250 ms to 1 s, and dissolves as long before it is there."""
    dice = random.Random(seed)
    found = [Scene(Fraction(0), START_S, Look(FILM.number, 0, Fraction(0), FILM.rate))]
    while len(found) <= joins:
        before = found[-1]
        start, end = before.end, before.end + _some_seconds(dice)
        look = Look(FILM.number, dice.randrange(FILM.frames - 200), start, FILM.rate)
        still = Look(STILLS_FILM, (before.look.first + 1 + dice.randrange(STILLS - 1)) % STILLS)
        kind = dice.choices(list(KINDS), list(KINDS.values()))[0]
        if kind == "cut":
            found.append(Scene(start, end, look))
        elif kind == "dissolve":
            under = before.look if before.look.rate else Look(STILLS_FILM, BELOW)
            dissolve = _some_seconds(dice)
            found.append(Scene(start, end + dissolve, look, under, dissolve))
        elif kind == "still between":
            found.append(Scene(start, end, still))
        elif before.look.rate:
            found += [Scene(start, end, still), Scene(end, end + _some_seconds(dice), before.look)]
    return tuple(found)


def _some_seconds(dice: random.Random) -> Fraction:
    return Fraction(dice.randint(LEAST_MS, MOST_MS), 1000)


def joined_album(folder: Path, joins: int, seed: int) -> JoinedAlbum:
    """Write the album into a folder; its film and song stay in the cache."""
    seen = scenes(joins, seed)
    folder.mkdir(parents=True, exist_ok=True)
    for number in (*range(STILLS), BELOW):
        _write_still(folder / _still_name(number), number)
    song = clips.Song(samples=round(seen[-1].end * 44100))
    film, sound = (os.path.relpath(path, folder) for path in (clips.film(FILM), clips.song(song)))
    segments = _segments(seen)
    lines = ["visualalbum: 1", "title: Joined", "films:", f"  film: {{file: {film}}}", "tracks:"]
    lines += [f"  - audio: {sound}", f"    still: {_still_name(BELOW)}", "    segments:"]
    for segment, after in zip(segments, [*segments[1:], None], strict=True):
        words = [f"film: film, in: {_film_time(Fraction(segment.first))}, at: {float(segment.start):.3f}"]
        if after is not None and after.start > segment.end:
            # A whole frame, since the program ends segments at one; the still lies over what is left of it.
            words.append(f"out: {_film_time(segment.first + Fraction(len(segment.frames)))}")
        if segment.dissolve:
            words.append(f"join: dissolve {float(segment.dissolve):.3f}")
        lines.append(f"      - {{{', '.join(words)}}}")
    lines.append("    stills:")
    covered = [scene for scene in seen if not scene.look.rate]
    for scene in covered:
        number = scene.look.first
        placed = f"at: {float(scene.start):.3f}, for: {float(scene.end - scene.start):.3f}"
        lines.append(f"      - {{image: {_still_name(number)}, {placed}, fit: {SIZES[number % len(SIZES)][0]}}}")
    manifest = folder / "joined.visualalbum.yaml"
    manifest.write_text("\n".join(lines) + "\n")
    plan = Plan(tuple(segments), seen[-1].end, tuple((scene.start, scene.end) for scene in covered))
    return JoinedAlbum(Album(manifest, plan), seen)


def _segments(seen: Sequence[Scene]) -> list[Planned]:
    """The segments, each with all of its scenes; what lies over one in between does not end it."""
    found: dict[Look, Planned] = {}
    for scene in seen:
        look = scene.look
        if look in found:
            found[look] = replace(found[look], end=scene.end)
        elif look.rate:
            found[look] = Planned(look.film, look.rate, look.first, scene.start, scene.end, scene.dissolve)
    return list(found.values())


def _film_time(frames: Fraction) -> str:
    """In seconds, rounded up: a time just after a frame's own belongs to it."""
    return f"{-int(-frames / FILM.rate * 10**6 // 1) / 1e6:.6f}"


def _still_name(number: int) -> str:
    return f"still-{number}.png"


def _write_still(path: Path, number: int) -> None:
    """A grey picture with a barcode where the stage's top third is."""
    fit, width, height = SIZES[number % len(SIZES)]
    picture = np.full((height, width), 110, np.uint8)
    shown = picture if fit == "contain" else picture[(height - 360) // 2 :, (width - 640) // 2 : (width + 640) // 2]
    barcode.paint(shown, STILLS_FILM, number)
    encoder = av.CodecContext.create("png", "w")
    assert isinstance(encoder, av.VideoCodecContext)
    encoder.width, encoder.height, encoder.pix_fmt, encoder.time_base = width, height, "gray", 1 / FILM.rate
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="gray")
    path.write_bytes(b"".join(bytes(packet) for packet in [*encoder.encode(frame), *encoder.encode(None)]))
