"""PipeWire, as Debian has it, in place of PulseAudio: the album and its keys, against mpv's zero there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from measuring import album, transport
from measuring.bench import Bench, Figures
from measuring.row import Row, told
from measuring.zero import warm, zeros
from tests.support.pipewire import pipewire_sink


def measure(bench: Bench) -> Figures:
    """The same as on PulseAudio; both players and the recorder are PipeWire's clients."""
    with pipewire_sink() as pulse:
        stage = replace(bench.stage, pulse=pulse, folder=bench.folder / "pipewire")
        bench.say("mpv on PipeWire, for its zero")
        zero = zeros(stage, bench.setting)
        warm(bench.program, stage, bench.setting)
        there = replace(bench, stage=stage, zero=lambda: zero)
        return {"zero": zero, "album": album.measure(there), "transport": transport.measure(there)}


def rows(figures: Figures) -> Iterator[Row]:
    """The rows of the album and its keys."""
    starts = ", ".join(f"{start:+.1f}" for start in figures["zero"]["starts_ms"])
    yield told("mpv on PipeWire, its starts", f"{starts} ms")
    for row in (*album.rows(figures["album"]), *transport.rows(figures["transport"])):
        yield replace(row, what=f"on PipeWire, {row.what}")
