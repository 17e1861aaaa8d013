"""Turns the figures of the sync into the rows that a person can tell by whether to trust tonight's machine."""

from __future__ import annotations

from visualalbum.engine.snapshot import Snapshot, SyncFigures
from visualalbum.ui.presenters import UNKNOWN, one_line
from visualalbum.ui.tongue import tr, translated

STRAINED_MS, OFF_MS = 12.0, 40.0
"""99 % of the pictures within the first is what a dancer's feet need, the second is a frame of film, seen by all."""

BEHIND_PERCENT = 1
"""More pictures than this late or lost are noticed."""

THIN_US = 1_000_000
"""Less sound than this decoded ahead does not outlast a disk that stalls."""


def milliseconds(value_ms: float | None) -> str:
    """`+0.9 ms` with a sign, a dash where there is no reading."""
    return UNKNOWN if value_ms is None else f"{value_ms:+.1f} ms".replace("-", "−")


def sync_rows(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """The sync figures as rows of a name and a value."""
    sync: SyncFigures = snapshot.sync
    p99 = UNKNOWN if sync.p99_ms is None else f"{sync.p99_ms:.1f} ms"
    delay = f"{snapshot.latency_us / 1000:.0f} ms" if snapshot.latency_us else ""
    offset = (tr("Calibrated"), milliseconds(snapshot.offset_us / 1000))
    sound = (
        " · ".join(part for part in (snapshot.output, one_line(translated(snapshot.device)), delay) if part) or UNKNOWN
    )
    return (
        (tr("This machine"), trust(snapshot)),
        (tr("Picture to song, now"), milliseconds(sync.drift_ms)),
        (tr("Median"), milliseconds(sync.median_ms)),
        (tr("99 % within"), p99),
        (tr("Last take, worst take"), f"{milliseconds(sync.take_ms)}, {milliseconds(sync.worst_take_ms)}"),
        (tr("Trims, relocates, takes"), f"{sync.trims}, {sync.relocates}, {sync.takes}"),
        (tr("Pictures shown, late, lost"), f"{sync.pictures}, {sync.late}, {sync.lost}"),
        (tr("Ready ahead: sound, next film"), f"{_seconds(snapshot.sound_ahead_us)}, {_seconds(sync.film_ahead_us)}"),
        (tr("Sound"), sound),
        *((offset,) if snapshot.offset_us else ()),
        (tr("Sound ran dry"), tr("%n time(s)", "", snapshot.underruns) if snapshot.underruns else tr("never")),
    )


def trust(snapshot: Snapshot) -> str:
    """Whether this machine keeps up, in a word or two; a dash while nothing is known of it."""
    sync = snapshot.sync
    if snapshot.underruns:
        return tr("does not keep up: the sound ran dry")
    if sync.p99_ms is None:
        return UNKNOWN
    if sync.p99_ms > OFF_MS:
        return tr("does not keep up: pictures are a frame off")
    if sync.p99_ms > STRAINED_MS:
        return tr("strained: pictures are off")
    if (sync.late + sync.lost) * 100 > BEHIND_PERCENT * sync.pictures:
        return tr("strained: pictures come late")
    if 0 < snapshot.sound_ahead_us < THIN_US and snapshot.end_us - snapshot.position_us > 2 * THIN_US:
        return tr("strained: the disk is slow")
    return tr("keeps up")


def _seconds(value_us: int | None) -> str:
    return UNKNOWN if not value_us else f"{value_us / 1e6:.1f} s"
