"""Joins of songs in every format and at both rates, each with itself and with others that are a risk beside it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import asdict, replace

from measuring.bench import Bench, Figures
from measuring.row import Row, all_of, none, told
from tests.support import joins
from tests.support.heard import listening, recorded
from tests.support.joined import begins, residuals_db
from tests.support.joined import joins as joins_of
from tests.support.joins import Kind
from tests.support.studio import until_end

SONG_S = 2.5
LIMIT_S = 180
EXACT, NEAR = 0.5, 2.0
"""Samples of 48 kHz: to the sample, and what a lossy format may be off."""
RESIDUAL_DB = -40.0

F44, F48, W44, W48 = (Kind(container, rate) for container in ("flac", "wav") for rate in (44100, 48000))
CBR44, CBR48 = Kind("mp3", 44100), Kind("mp3", 48000)
VBR44, VBR48 = Kind("mp3", 44100, vbr=True), Kind("mp3", 48000, vbr=True)
AAC44, AAC48 = Kind("m4a", 44100), Kind("m4a", 48000)
VORBIS44, VORBIS48, OPUS = Kind("ogg", 44100), Kind("ogg", 48000), Kind("opus", 48000)

TWICE = F44, F48, W44, W48, CBR44, AAC48, CBR48, AAC44, OPUS
TWICE_TOO = VORBIS44, VORBIS48, VBR44, VBR48
ALL = (*(one for kind in TWICE for one in (kind, kind)), F44, *(one for kind in TWICE_TOO for one in (kind, kind)), W44)
"""Each kind follows itself. Where another one follows, the rate changes, or lossless meets lossy, or one codec's
padding the next one's priming. The rates change both ways between lossless songs; Opus knows one rate only."""

SHORT = F44, F44, F48, W44, CBR44, CBR44, AAC48, OPUS


def measure(bench: Bench) -> Figures:
    """The songs through the null sink, and the sink's own share: their sound as one file that needs no joining."""
    songs = joins.pieces(SHORT if bench.setting.short else ALL, SONG_S)
    command = bench.ours.playing(joins.album(bench.folder / "album-songs", songs)).command
    samples = bench.stage.record("songs", command, until_end(LIMIT_S)).samples
    zero = begins(samples)
    return {
        "joins": [asdict(join) for join in joins_of(samples, songs, zero)],
        "expected": len(songs) - 1,
        "songs_db": max(residuals_db(samples, songs, zero)),
        "sink_db": _sink_db(bench),
    }


def _sink_db(bench: Bench) -> float:
    """What the null sink and its monitor make of the sound, played at the sink's own rate by PulseAudio's player."""
    (song,) = joins.pieces((W48,), SONG_S)
    folder, pulse = bench.folder / "sink", bench.stage.pulse
    with listening(pulse, folder):
        subprocess.run(["paplay", song.file()], env={**os.environ, **pulse.env}, check=True, timeout=LIMIT_S)
    samples = recorded(folder).samples
    (residual_db,) = residuals_db(samples, [song], begins(samples))
    return residual_db


def rows(figures: Figures) -> Iterator[Row]:
    """How far songs are from where they belong, and what is heard at a join that is not theirs."""
    lossless, lossy = ([join for join in figures["joins"] if join["lossless"] is kind] for kind in (True, False))
    yield _step("lossless", lossless, EXACT, "to the sample")
    yield _step("one of them lossy at least", lossy, NEAR, f"within {NEAR:g} samples")
    yield _residual("lossless joins", max(lossless, key=lambda join: join["residual_db"], default=None))
    yield _under("the same in the songs themselves", figures["songs_db"])
    yield none("joins with a hole", sum(join["hole_ms"] > 0 for join in figures["joins"]))
    yield all_of("joins that were heard", len(figures["joins"]), figures["expected"])
    yield told("the null sink's own share of what is not the song", f"{figures['sink_db']:.0f} dB")


def _step(which: str, joins: list[Figures], bound: float, told: str) -> Row:
    what = f"joins of songs, {which}"
    worst = max(joins, key=lambda join: abs(join["step"]), default=None)
    if worst is None:
        return Row(what, "none heard", told, False)
    text = f"{worst['step']:+.2f} samples at most ({worst['before']} to {worst['after']}; {len(joins)} joins)"
    return Row(what, text, told, abs(worst["step"]) <= bound)


def _residual(where: str, worst: Figures | None) -> Row:
    what = f"residual against the original, {where}"
    if worst is None:
        return Row(what, "none heard", f"under {RESIDUAL_DB:g} dB", False)
    row = _under(what, worst["residual_db"])
    return replace(row, figure=f"{row.figure} ({worst['before']} to {worst['after']})")


def _under(what: str, residual_db: float) -> Row:
    return Row(what, f"{residual_db:.1f} dB", f"under {RESIDUAL_DB:g} dB", residual_db < RESIDUAL_DB)
