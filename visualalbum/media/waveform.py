"""How loud a track is along its way: peak and RMS of its sound in columns, remembered."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from visualalbum.store.atomic import write_bytes
from visualalbum.store.naming import name_of
from visualalbum.store.paths import cache_folder

COLUMNS = 2000
"""Three for every bar of a seek bar of 1920 px."""

VERSION = 1
"""Raise it when the same sound gives other columns."""


@dataclass(frozen=True)
class Heard:
    """A stretch of a sound stream and its place in a track.

    `from_us` is its first sample's time in the container, None where it is the stream's own first one.
    """

    path: Path
    stream: int
    from_us: int | None
    at_us: int
    length_us: int


@dataclass(frozen=True)
class Waveform:
    """`COLUMNS` columns of peak and of RMS over all channels, each 0 to 255 for an amplitude of 0 to 1."""

    peaks: bytes
    rms: bytes


def waveform_cached(
    heard: tuple[Heard, ...], length_us: int, report: Callable[[float], None] | None = None
) -> Waveform:
    """The waveform of a track, remembered or found out now. Raises MediaError. Picklable for a worker."""
    path = _path(heard, length_us)
    with contextlib.suppress(OSError):
        known = path.read_bytes()
        if len(known) == 2 * COLUMNS:
            return Waveform(known[:COLUMNS], known[COLUMNS:])
    from visualalbum.media.loudness import waveform  # numpy, which the window's process has no need of

    found = waveform(heard, length_us, report)
    with contextlib.suppress(OSError):  # a cache that cannot be written costs time only
        write_bytes(path, found.peaks + found.rms)
    return found


def _path(heard: tuple[Heard, ...], length_us: int) -> Path:
    stretches = [(name_of(one.path), one.stream, one.from_us, one.at_us, one.length_us) for one in heard]
    identity = repr((VERSION, COLUMNS, length_us, stretches))
    return cache_folder() / "waveforms" / hashlib.sha256(identity.encode()).hexdigest()[:32]
