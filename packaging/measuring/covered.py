"""The covering set beside mpv and libVLC; lines that are finished are not played again."""

from __future__ import annotations

from functools import cache

from measuring import lines, programs
from measuring.bench import Bench, Figures
from measuring.finished import Finished, origin
from measuring.zero import accuracy
from tests.support.studio import Studio


def measure(bench: Bench) -> list[Figures]:
    """Every line's figures, with mpv's zero and the recorder's own accuracy where there was something to play."""
    short = bench.setting.short
    finished = Finished(bench.output / ("lines-short" if short else "lines"), origin() | {"sound": bench.ours.sound})
    if bench.fresh or short:  # to go on with a minute's work would only tell old figures
        finished.forget()

    @cache
    def recorder() -> tuple[Studio, Figures]:
        zero = bench.zero()
        bench.say("the recorder itself")
        return bench.stage, zero | {"accuracy": accuracy(bench.stage, bench.setting, zero["median_ms"])}

    players = (bench.ours, programs.Mpv(), programs.LibVlc())
    return list(lines.measure(recorder, players, lines.SHORT if short else lines.FULL, finished, bench.say))
