"""Make the two songs of Backstage: `python assets/make/songs.py`, about a minute. One signal, cut at a sample."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from music import flac
from music.desk import Desk, Strip, compressed, limited, place
from music.loudness import integrated_lufs, replaygain
from music.melody import PHRASES
from music.players import backing, bassist, drummer, feet, leads, pianist
from music.players.hands import bars
from music.tones import Samples, band, filtered
from score import BAR_SAMPLES, BPM, BREAKER, DANCER, RATE, SONG_SAMPLES

MUSIC = Path(__file__).parent.parent / "backstage" / "music"
ALBUM, ARTIST = "Backstage, a stand-in", "The visualalbum project"
FILES = ("01-before-the-bell.flac", "02-where-the-light-falls.flac")
TITLES = ("Before the Bell", "Where the Light Falls")
KEYS = ("Dm", "F")
LUFS = -16.0
# How far the band's fader is from its mark in each section, in dB; the shoes stay where they are.
RIDE_DB = {"corridor": -2.0, "theme": -3.0, "roof": -1.5, "stopped": -1.0, "circle": -1.5, "quiet": -4.5,
           "stage": -0.7, "light": 0.7, "finale": 0.8}  # fmt: skip
CEILING = 0.78

STRIPS = {
    DANCER: Strip(-4.5, -9.0, -24.0),
    BREAKER: Strip(-4.5, -10.0, -24.0),
    "echo": Strip(-21.0, -30.0, 2.0),
    "bass": Strip(-7.0, -22.0, -40.0),
    "piano": Strip(-18.0, -16.0, -15.0),
    "vibes": Strip(-18.5, -18.0, -11.0),
    "dust": Strip(-19.0, -24.0, -6.0),
    "reed": Strip(-22.0, -14.0, -11.0),
    "horn": Strip(-20.5, -13.0, -12.0),
    "strings": Strip(-25.0, -30.0, -8.0),
    "choir": Strip(-24.0, -30.0, -6.0),
    "kick": Strip(-6.5, -18.0, -40.0),
    "snare": Strip(-5.0, -12.0, -20.0),
    "kit": Strip(-7.0, -15.0, -20.0),
    "bell": Strip(-22.0, -30.0, -4.0),
    "glass": Strip(-33.0, -40.0, -8.0),
}


def compose() -> Desk:
    """Have everybody play both songs."""
    desk = Desk(STRIPS)
    leads.play(desk, PHRASES)
    backing.lights(desk)
    for song in (0, 1):
        for player in (feet, bassist, pianist, drummer, backing):
            player.play(desk, song)
    return desk


def master(desk: Desk) -> Samples:
    """Mix band and feet, even out their loudness and bring both songs to `LUFS`."""
    shoes = {DANCER, BREAKER, "echo"}
    band_mix = filtered(desk.mixed(set(STRIPS) - shoes), tone)
    band_mix = compressed(band_mix, -21, 1.8, 0.012, 0.20) * ridden(len(band_mix))[:, None]
    mix = filtered(_levelled(band_mix + desk.mixed(shoes)), band(14, 40_000))
    mix[-round(0.9 * RATE) :] *= np.linspace(1, 0, round(0.9 * RATE))[:, None] ** 1.3
    for _ in range(3):
        mix = limited(_levelled(mix), CEILING)
    return mix


def tone(hz: Samples) -> Samples:
    """The band's equaliser: no rumble, a little less around 520 Hz where all lead voices meet, more air above them."""
    octaves = np.log2(np.maximum(hz, 1) / 520)
    bell_db = -3.0 * np.exp(-((octaves / 0.7) ** 2))
    shelf_db = 3.0 / (1 + np.exp(-4 * (octaves - 1.3)))
    return band(28, 14_000)(hz) * 10 ** ((bell_db + shelf_db) / 20)


def ridden(samples: int) -> Samples:
    """The band's fader as a factor a sample; it moves in the half bar before a section."""
    at, levels_db = [0.0], [RIDE_DB["corridor"]]
    for song in (0, 1):
        for where in bars(song):
            if where.index == 0:
                start = place(song, where.bar)
                at += [start - BAR_SAMPLES / 2, start]
                levels_db += [levels_db[-1], RIDE_DB.get(where.section, 0.0)]
    return 10 ** (np.interp(np.arange(samples), at, levels_db) / 20)


def _levelled(mix: Samples) -> Samples:
    """Each song at `LUFS`; between them the level goes over in four bars around the join."""
    join = SONG_SAMPLES[0]
    wanted = [LUFS - integrated_lufs(song) for song in (mix[:join], mix[join:])]
    at = [join - 2 * BAR_SAMPLES, join + 2 * BAR_SAMPLES]
    gains_db = np.interp(np.arange(len(mix)), at, wanted)
    return mix * (10 ** (gains_db / 20))[:, None]


def tags(number: int) -> dict[str, str]:
    """What a song says about itself."""
    return {
        "title": TITLES[number], "artist": ARTIST, "album": ALBUM, "albumartist": ARTIST, "date": "2026",
        "tracknumber": str(number + 1), "tracktotal": "2", "isrc": f"ZZVAL260001{number + 1}", "genre": "Jazz",
        "bpm": str(BPM), "initialkey": KEYS[number], "language": "zxx",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "copyright": "2026 the visualalbum project, CC BY 4.0",
    }  # fmt: skip


def cover() -> bytes:
    """The album's cover as a JPEG."""
    import stills  # it draws with Qt, which nothing else here needs

    return stills.jpeg(stills.cover(600))


def main() -> None:
    """Compose, cut, write and tag."""
    mix = master(compose())
    join = SONG_SAMPLES[0]
    songs = [mix[:join], mix[join:]]
    picture = cover()
    samples = flac.to_16_bit(mix)
    for number, (cut, gains) in enumerate(zip((samples[:join], samples[join:]), replaygain(songs), strict=True)):
        path = MUSIC / FILES[number]
        flac.write(path, cut)
        flac.tag(path, tags(number) | gains, picture)
        print(path.name, f"{path.stat().st_size / 1e6:.1f} MB", f"{integrated_lufs(songs[number]):.2f} LUFS")


if __name__ == "__main__":
    main()
