"""Make the two songs of the demo: `python assets/make/songs.py`. One signal of 64 s, cut at a sample."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import stills
import voices
from mutagen.flac import FLAC, Picture
from numpy.typing import NDArray
from rhythm import BARS_PER_SONG, BELLS, EIGHTH_SAMPLES, JOIN_TONE, RATE, SONG_SAMPLES, song_taps

BACKSTAGE = Path(__file__).parent.parent / "backstage"
ALBUM = "Backstage, a stand-in"
ARTIST = "The visualalbum project"
SONGS = (("01-before-the-bell.flac", "Before the Bell"), ("02-where-the-light-falls.flac", "Where the Light Falls"))
BAR = 10 * EIGHTH_SAMPLES

# A chord a bar, eight bars round: bass note and three voices of the keys (MIDI). D minor first, then its F major.
CHORDS = (
    ((38, 53, 57, 60), (34, 53, 57, 62), (41, 52, 57, 60), (36, 52, 55, 60), (43, 53, 58, 62), (38, 53, 57, 60),
     (34, 53, 57, 62), (33, 52, 55, 60)),
    ((41, 52, 57, 60), (43, 53, 58, 62), (45, 52, 55, 60), (36, 53, 58, 62), (34, 53, 57, 62), (33, 53, 57, 60),
     (43, 53, 58, 62), (36, 53, 58, 60)),
)  # fmt: skip
LAST_CHORD = (41, 52, 57, 60)
# Eighths of the bar at which the bass and the keys play: the accents of the taps.
BASS_LINE = (((0, 5), (6, 3)), ((0, 2), (3, 2), (6, 2), (8, 2)))
KEYS_LINE = (((3, 2), (8, 2)), ((0, 2), (3, 2), (6, 2), (9, 1)))


def compose() -> NDArray[np.float64]:
    """Both songs as one stereo signal, shape (2 * SONG_SAMPLES, 2), full scale 1."""
    dry = np.zeros((2 * SONG_SAMPLES, 2))
    for bar in range(2 * BARS_PER_SONG):
        song, start = bar // BARS_PER_SONG, bar * BAR
        root, *chord = LAST_CHORD if bar == 2 * BARS_PER_SONG - 1 else CHORDS[song][bar % 8]
        for note in chord:
            if bar not in (15, 16):
                voices.lay(dry, voices.pad(note, 2.7), start - EIGHTH_SAMPLES * (bar > 0), 0.028)
        if bar >= 4:
            for eighth, length in BASS_LINE[song]:
                fifth = root + 7 if eighth == 8 else root
                voices.lay(dry, voices.bass(fifth, length * 0.2), start + eighth * EIGHTH_SAMPLES, 0.15)
        for eighth, length in KEYS_LINE[song] if bar >= 2 else ():
            for voice, note in enumerate(chord):
                voices.lay(
                    dry, voices.keys(note, length * 0.2 + 0.3), start + eighth * EIGHTH_SAMPLES, 0.06, (voice - 1) * 0.4
                )
    for second in range(4 * BARS_PER_SONG):
        voices.lay(dry, voices.bell(BELLS[second % 16]), second * RATE, 0.17, 0.25 * (-1) ** second)
    # The tone that crosses the join, from 28 s to 38 s: nothing else plays it there, so a gap shows in its phase.
    voices.lay(dry, voices.pad(JOIN_TONE, 10.0, 2.0, 0.0), 14 * BAR, 0.09)
    feet = np.zeros_like(dry)
    for number, tap in enumerate(song_taps()):
        voices.lay(feet, voices.tap(tap.foot, tap.level, number), tap.sample, 0.42, -0.35 if tap.foot == 0 else 0.35)
    wet = 0.3 * voices.room(dry, 1.6, 1) + 0.22 * voices.room(feet, 0.5, 2)
    out = 0.8 * np.tanh(1.4 * (dry + feet + wet))  # rounds the few highest peaks instead of cutting them
    out[-2 * RATE :] *= np.linspace(1, 0, 2 * RATE)[:, None] ** 0.5
    return out


def write(path: Path, samples: NDArray[np.int16]) -> None:
    """Write a stereo FLAC file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w", format="flac", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("flac", rate=RATE, layout="stereo", format="s16")
        stream.options = {"compression_level": "8"}
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.reshape(1, -1)), format="s16", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def tag(path: Path, number: int, title: str) -> None:
    """Write the tags and the cover into a FLAC file."""
    flac = FLAC(path)
    flac.delete()
    flac.update({
        "title": title, "artist": ARTIST, "album": ALBUM, "albumartist": ARTIST, "date": "2026",
        "tracknumber": str(number), "tracktotal": "2", "isrc": f"ZZVAL260000{number}", "genre": "Tap",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    })  # fmt: skip
    cover = Picture()
    cover.type, cover.mime, cover.desc = 3, "image/jpeg", "Cover"
    cover.data = stills.jpeg(stills.cover(300))
    flac.clear_pictures()
    flac.add_picture(cover)
    flac.save(padding=lambda info: 1024)


def main() -> None:
    """Compose, cut, write and tag."""
    signal = np.round(compose() * 32767).astype(np.int16)
    for index, (name, title) in enumerate(SONGS):
        path = BACKSTAGE / "music" / name
        write(path, signal[index * SONG_SAMPLES : (index + 1) * SONG_SAMPLES])
        tag(path, index + 1, title)
        print(path, path.stat().st_size)


if __name__ == "__main__":
    main()
