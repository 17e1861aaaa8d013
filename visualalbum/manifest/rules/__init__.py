"""The rules of a manifest's text: one rule, one function, one file; each takes what was loaded and gives problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from visualalbum.manifest.loaded import Loaded
from visualalbum.manifest.rules import (
    absolute_path,
    dissolve_too_long,
    duplicate_id,
    missing_file,
    no_rate,
    no_tempo,
    nothing_to_play,
    out_before_in,
    silent_track,
    too_short,
    unknown_film,
    unknown_track,
)
from visualalbum.model import Album
from visualalbum.problems import Problem

Rule = Callable[[Loaded, Album], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    absolute_path.check,
    duplicate_id.check,
    dissolve_too_long.check,
    no_rate.check,
    no_tempo.check,
    nothing_to_play.check,
    out_before_in.check,
    too_short.check,
    silent_track.check,
    unknown_film.check,
    unknown_track.check,
)

FILE_RULES: tuple[Rule, ...] = (missing_file.check,)
"""Rules that look at the disk too."""
