"""mpv's own offset on this recorder, which is the zero of everything, and what the recorder makes of known errors."""

from __future__ import annotations

import statistics
import time
from dataclasses import replace
from fractions import Fraction

from measuring.bench import Figures
from measuring.programs import Program
from measuring.setting import Setting
from tests.support import clips, players
from tests.support.albums import whole
from tests.support.analysis import Analysis, figures
from tests.support.studio import Studio, until_end

LIMIT_S = 90.0
STARTS = 5
INJECTED_MS = 0, 20, 80


def zero(stage: Studio, setting: Setting) -> float:
    """mpv's own offset on this recorder in one start of it, in ms: near enough for tests, whose bounds are wide."""
    return _mpv_ms(stage, setting, "zero", 0)


def zeros(stage: Studio, setting: Setting) -> Figures:
    """That of some starts of mpv: each of them, and the median, against which everything in a run is held."""
    starts_ms = [zero(stage, setting) for _ in range(STARTS)]
    return {"starts_ms": starts_ms, "median_ms": statistics.median(starts_ms)}


def accuracy(stage: Studio, setting: Setting, zero_ms: float) -> list[Figures]:
    """What the recorder makes of errors that it is given: sound shifted against its picture, played by mpv."""
    return [
        {"injected_ms": error_ms, "read_ms": _mpv_ms(stage, setting, f"injected-{error_ms}", error_ms) - zero_ms}
        for error_ms in INJECTED_MS
    ]


def _mpv_ms(stage: Studio, setting: Setting, name: str, ahead_ms: int) -> float:
    """How late mpv's picture is in the median, where the file has its sound so much ahead."""
    film = replace(setting.film, frames=round(setting.zero * setting.film.rate), song=Fraction(ahead_ms, 1000))
    recording = stage.record(name, players.mpv(clips.single_file(film), stage.screen), until_end(LIMIT_S))
    return figures(Analysis(recording, whole(film)).lates()).median_ms


def warm(program: Program, stage: Studio, setting: Setting) -> None:
    """Play for a moment, so that caches are filled and what is measured is a warm machine."""
    show = program.show(stage.folder / "album", stage.screen, setting.film)
    with players.playing(show.command, stage.screen, stage.pulse, stage.folder / "warm.log"):
        time.sleep(5)
