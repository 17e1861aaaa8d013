"""A big album: 200 short songs with words and essays, films, 1000 pictures; made once and kept in a folder."""

from __future__ import annotations

import os
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from tests.support import clips, small_media

VERSION = 1  # raise it when what is made changes
RATE = 44_100
FILMS, MASTERS = 3, 24
LARGE, USUAL = (4000, 3000), ((1600, 1067), (1200, 1600), (1024, 768), (800, 800), (1920, 1080))
LONG_LINES, LINES, LONG_PARAGRAPHS, PARAGRAPHS = 600, 24, 300, 12
SENTENCE = "The light comes down from the left, and what it leaves in the dark is where the next step will be. "


def big_album(folder: Path, tracks: int = 200, pictures: int = 1000, *, all_large: bool = False) -> Path:
    """The manifest of an album of so many tracks and pictures, made where the folder does not have it.

    A third of the pictures have 12 megapixels, or `all_large`; those are some dozens, each under many names.
    """
    manifest = folder / "big.visualalbum.yaml"
    wanted = f"# {VERSION} {tracks} {pictures} {all_large}"
    if manifest.exists() and manifest.read_text().startswith(wanted):
        return manifest
    folder.mkdir(parents=True, exist_ok=True)
    names = [_picture(folder, number, large=all_large or number % 3 == 0) for number in range(pictures)]
    films = [_film(folder, number) for number in range(FILMS)]
    lines = [wanted, "visualalbum: 1", "title: Every Step We Took", "artist: The Long Company", "films:"]
    lines += [f"  film-{number}: {{file: {name}}}" for number, name in enumerate(films)]
    lines.append("tracks:")
    for number in range(tracks):
        lines += _track(folder, number, names)
    lines.append("gallery:")
    lines += [f"  - {{image: {name}, caption: Plate {number + 1}}}" for number, name in enumerate(names)]
    manifest.write_text("\n".join([*lines, ""]))
    return manifest


def _track(folder: Path, number: int, pictures: list[str]) -> list[str]:
    song = folder / f"song-{number:03}.flac"
    small_media.make_sound(song, "flac", RATE, RATE * (3 + number % 5) + number)
    title = f"{TITLES[number % len(TITLES)]} {number + 1}"
    lines = [f"  - id: song-{number:03}", f"    audio: {song.name}", f"    title: {title}"]
    if number % 4:
        words = folder / f"song-{number:03}.lrc"
        count = LONG_LINES if number == 1 else LINES
        words.write_text("".join(f"[00:{at / count * 3:05.2f}]Line {at + 1} of {title}\n" for at in range(count)))
        lines.append(f"    lyrics: {words.name}")
    if number % 2:
        essay = folder / f"song-{number:03}.md"
        count = LONG_PARAGRAPHS if number == 1 else PARAGRAPHS
        essay.write_text("\n\n".join(f"{at + 1}. {SENTENCE * 4}" for at in range(count)))
        lines.append(f"    essay: {essay.name}")
    if number % 5 == 2:
        lines.append(f"    segments: [{{film: film-{number % FILMS}, in: 0:00.4, out: 0:01.4, at: 0:01}}]")
    if pictures and number % 5 == 3:
        lines.append(f"    stills: [{{image: {pictures[number % len(pictures)]}, at: 0:01, for: 1}}]")
    return lines


TITLES = ("Before the Bell", "Where the Light Falls", "Wings", "A Floor of Its Own", "Half Past", "Understudy", "Rain")


def _film(folder: Path, number: int) -> str:
    path = folder / f"film-{number}.mp4"
    small_media.make_film(path, frames=75 + number)
    return path.name


def _picture(folder: Path, number: int, *, large: bool) -> str:
    """One picture in JPEG or PNG; those of 12 megapixels are links to a few that are really made."""
    masters = folder / "masters"
    name = f"plate-{number:04}.{'png' if number % 10 == 1 and not large else 'jpg'}"
    if not large:
        _write(folder / name, number, USUAL[number % len(USUAL)])
        return name
    master = masters / f"{number % MASTERS}.jpg"
    if not master.exists():
        masters.mkdir(exist_ok=True)
        _write(master, number, LARGE)
    (folder / name).unlink(missing_ok=True)
    os.link(master, folder / name)
    return name


def _write(path: Path, number: int, size: tuple[int, int]) -> None:
    codec, pixels = ("png", "rgb24") if path.suffix == ".png" else ("mjpeg", "yuvj420p")
    encoder = av.CodecContext.create(codec, "w")
    assert isinstance(encoder, av.VideoCodecContext)
    encoder.width, encoder.height, encoder.pix_fmt, encoder.time_base = *size, pixels, clips.Film().rate ** -1
    # Painted at a quarter of its size: it is the reader's time that counts, not the maker's.
    small = av.VideoFrame.from_ndarray(_paint(number, (size[0] // 4, size[1] // 4)), format="rgb24")
    frame = small.reformat(*size, format=pixels)
    path.write_bytes(b"".join(bytes(packet) for packet in [*encoder.encode(frame), *encoder.encode(None)]))


def _paint(number: int, size: tuple[int, int]) -> NDArray[np.uint8]:
    """Two colours that go over into each other, with grain, and rings around a place: no two are the same."""
    width, height = size
    dice = np.random.default_rng(number)
    here, there = dice.integers(0, 256, 3), dice.integers(0, 256, 3)
    part = np.linspace(0, 1, width)[None, :, None]
    x, y = dice.random(2)
    away = np.hypot(np.arange(width)[None, :] - x * width, np.arange(height)[:, None] - y * height)
    grain = dice.integers(-12, 12, (height, width))
    picture = here + (there - here) * part + (np.sin(away / width * 40) * 28 + grain)[:, :, None]
    return np.ascontiguousarray(picture.clip(0, 255).astype(np.uint8))
