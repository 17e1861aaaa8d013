"""How loud it is, by ITU-R BS.1770-4 and EBU R 128, and how high it peaks between the samples."""

from __future__ import annotations

import numpy as np
from score import RATE

from music.tones import Samples

REFERENCE_LUFS = -18.0
"""What ReplayGain 2 plays everything at."""


def _weight(hz: Samples) -> Samples:
    """Squared gain of the K weighting: a shelf for the head, a high-pass for low rumble.

    The standard gives both as biquads for 48 kHz; here their responses are evaluated on the frequencies themselves.
    """
    z = np.exp(-2j * np.pi * np.minimum(hz, 23_999) / 48_000)
    shelf = np.polyval([1.19839281085285, -2.69169618940638, 1.53512485958697], z)
    shelf = shelf / np.polyval([0.73248077421585, -1.69065929318241, 1.0], z)
    high_pass = np.polyval([1.0, -2.0, 1.0], z) / np.polyval([0.99007225036621, -1.99004745483398, 1.0], z)
    return np.abs(shelf * high_pass) ** 2


def weighted(sound: Samples) -> Samples:
    """A stereo sound as the measurement hears it."""
    size = 1 << (len(sound) + RATE).bit_length()
    gains = np.sqrt(_weight(np.fft.rfftfreq(size, 1 / RATE)))
    return np.fft.irfft(np.fft.rfft(sound, size, axis=0) * gains[:, None], size, axis=0)[: len(sound)]


def integrated_lufs(sound: Samples) -> float:
    """Loudness of a whole stereo sound, its silences left out as the standard's two gates do."""
    power = (weighted(sound) ** 2).sum(axis=1)
    block, hop = round(0.4 * RATE), round(0.1 * RATE)
    sums = np.concatenate([[0.0], np.cumsum(power)])
    starts = np.arange(0, len(power) - block + 1, hop)
    blocks = (sums[starts + block] - sums[starts]) / block
    lufs = -0.691 + 10 * np.log10(blocks + 1e-12)
    heard = blocks[lufs > -70]
    gate = -0.691 + 10 * np.log10(heard.mean()) - 10
    return float(-0.691 + 10 * np.log10(blocks[lufs > max(-70, gate)].mean()))


def true_peak(sound: Samples) -> float:
    """The highest peak, at four times the rate, full scale 1."""
    highest, step, overlap = 0.0, 1 << 16, 1 << 10
    for start in range(0, len(sound), step):
        piece = sound[max(0, start - overlap) : start + step + overlap]
        spectrum = np.fft.rfft(piece, axis=0)
        finer = 4 * np.fft.irfft(spectrum, 4 * len(piece), axis=0)
        highest = max(highest, float(np.abs(finer[4 * overlap // 2 : -4 * overlap // 2 or None]).max()))
    return highest


def replaygain(songs: list[Samples]) -> list[dict[str, str]]:
    """The ReplayGain tags of each song of an album."""
    album = np.concatenate(songs)
    album_lufs, peaks = integrated_lufs(album), [true_peak(song) for song in songs]
    return [
        {
            "replaygain_track_gain": f"{REFERENCE_LUFS - integrated_lufs(song):+.2f} dB",
            "replaygain_track_peak": f"{peak:.6f}",
            "replaygain_album_gain": f"{REFERENCE_LUFS - album_lufs:+.2f} dB",
            "replaygain_album_peak": f"{max(peaks):.6f}",
            "replaygain_reference_loudness": f"{REFERENCE_LUFS:.2f} LUFS",
        }
        for song, peak in zip(songs, peaks, strict=True)
    ]
