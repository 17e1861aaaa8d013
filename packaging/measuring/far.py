"""The far sink: 150 ms of delay and more, as Bluetooth and HDMI have, in front of both the program and mpv."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from measuring import album, transport
from measuring.bench import Bench, Figures
from measuring.row import Row, drift, least, told, within
from measuring.zero import warm, zeros
from tests.support import clips, players
from tests.support.far_sink import far_sink

DELAY_MS = 150
STEADY_MS = 3
FROM_1_S_MS = 12
KEYS = ("resume", "right", "left", "next track")


def measure(bench: Bench) -> Figures:
    """The album and its keys with mpv's zero, all on the far sink; `delay_ms` is what that sink tells of itself."""
    with far_sink() as pulse:
        stage = replace(bench.stage, pulse=pulse, folder=bench.folder / "far")
        bench.say("mpv on the far sink, for its zero")
        zero = zeros(stage, bench.setting)
        playing = players.mpv(clips.single_file(replace(bench.setting.film, song=Fraction(0))), stage.screen)
        with players.playing(playing, stage.screen, pulse, stage.folder / "delay.log"):
            time.sleep(2)
            delay_ms = pulse.latency_ms
        warm(bench.program, stage, bench.setting)
        far = replace(bench, stage=stage, zero=lambda: zero)
        return {"delay_ms": delay_ms, "zero": zero, "album": album.measure(far), "transport": transport.measure(far)}


def rows(figures: Figures) -> Iterator[Row]:
    """Settled, and from one second on after everything that starts the sound anew."""
    yield least("delay of the far sink", figures["delay_ms"], DELAY_MS, "ms", 0)
    starts = ", ".join(f"{start:+.1f}" for start in figures["zero"]["starts_ms"])
    yield told("mpv on the far sink, its starts", f"{starts} ms")
    yield drift("on the far sink, steady", figures["album"]["steady"], STEADY_MS, STEADY_MS)
    yield within("on the far sink, from 1 s after the start", figures["album"]["after_start"], FROM_1_S_MS)
    for name in KEYS:
        if name in figures["transport"]:
            what = transport.KEYS[name]
            yield within(f"on the far sink, from 1 s after {what}", figures["transport"][name]["frames"], FROM_1_S_MS)
