"""What a phase of measuring is given, and what it is: one thing that is looked at, with its figures and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measuring.programs import Mpv, Program, VisualAlbum
from measuring.row import Row
from measuring.setting import Setting
from tests.support.studio import Studio

Figures = dict[str, Any]


@dataclass(frozen=True)
class Bench:
    """The program under test on a screen and a sink, or what is needed to set up others.

    `folder` takes recordings, `zero` gives mpv's own offset on this recorder in this run (`median_ms`, `starts_ms`):
    it is measured when it is first asked for. `output` keeps what outlives a run.
    """

    program: Program
    stage: Studio
    setting: Setting
    output: Path
    zero: Callable[[], Figures]
    say: Callable[[str], None]
    fresh: bool = False

    @property
    def folder(self) -> Path:
        """Where recordings go."""
        return self.stage.folder

    @property
    def zero_ms(self) -> float:
        """mpv's offset, against which everything is held."""
        return float(self.zero()["median_ms"])

    @property
    def peer(self) -> Mpv:
        """mpv, which much is held against in the same run."""
        return Mpv()

    @property
    def ours(self) -> VisualAlbum:
        """The program under test, where only this project's own can be."""
        assert isinstance(self.program, VisualAlbum)
        return self.program


@dataclass(frozen=True)
class Phase:
    """One thing that is measured: `measure` gives plain figures, `rows` lines of the table from them.

    `told` says what it is and how long it takes. It belongs to the short form, to the whole (`full`), or is measured
    only where it is asked for by name; `any_program` says whether other players can be measured so as well.
    """

    told: str
    measure: Callable[[Bench], Figures | list[Figures]]
    rows: Callable[[Any], Iterable[Row]]
    short: bool = False
    full: bool = False
    any_program: bool = False
