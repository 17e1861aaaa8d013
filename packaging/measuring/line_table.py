"""The covering set as a table: for each line what each player did, and whether ours kept what is asked."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from measuring.row import Row

OURS = "visualalbum"
STEADY_MS, STEADY_WITHIN_MS = 1.5, 3.0
AFTER_WITHIN_MS = 6.0
SHOWN_PERCENT = 99.5
READ_MS = 3.0
END_S = 1.5
"""The sound may begin so much after the first picture, from which a player's time is counted."""

HEADS = (
    "line",
    "player",
    "steady, ms",
    "99 % within",
    "0.3 to 1 s after the start",
    "first second after a cut",
    "cuts right",
    "frames shown",
    "unplanned",
    "breaks of sound",
)

Figures = Mapping[str, Any]


@dataclass(frozen=True)
class Cell:
    """A figure as text, and whether it keeps its bound; what is only told keeps it."""

    text: str
    kept: bool = True


@dataclass(frozen=True)
class LineRow:
    """What one player did with one line; `broken` is what was the matter where it did not play it."""

    line: str
    player: str
    cells: tuple[Cell, ...]
    broken: str = ""

    @property
    def ours(self) -> bool:
        """Whether it is the program's, which alone has bounds."""
        return self.player == OURS

    @property
    def kept(self) -> bool:
        """Whether all is as asked."""
        return not self.ours or (not self.broken and all(cell.kept for cell in self.cells))


def spread_ms(zero: Figures) -> float:
    """How far mpv's own starts were from one another."""
    return float(max(zero["starts_ms"]) - min(zero["starts_ms"]))


def line_rows(covering: Sequence[Figures]) -> Iterator[LineRow]:
    """The table, a row for each line and player."""
    for line in covering:
        steady_ms = max(STEADY_MS, spread_ms(line["zero"]))
        for player, figures in line["players"].items():
            broken = figures.get("broken", "")
            yield LineRow(line["name"], player, () if broken else tuple(_cells(figures, steady_ms)), broken)


def _cells(figures: Figures, steady_ms: float) -> Iterator[Cell]:
    steady = figures["steady"]
    yield _bounded(steady["median_ms"], steady_ms, "+.1f")
    yield _bounded(steady["within_ms"], STEADY_WITHIN_MS, ".1f")
    yield _bounded(figures["after_start"]["within_ms"], AFTER_WITHIN_MS, ".1f")
    planned = figures["cuts_planned"]
    yield _bounded(figures["after_cuts"]["within_ms"], AFTER_WITHIN_MS, ".1f") if planned else Cell("")
    right, seen = sum(cut["right"] for cut in figures["each_cut"]), len(figures["each_cut"])
    yield Cell(f"{right} of {seen}", right == seen > 0) if planned else Cell("")  # the recorder may miss one
    percent = figures["shown_percent"]
    yield Cell("none" if math.isnan(percent) else f"{percent:.1f} %", percent >= SHOWN_PERCENT)
    unplanned, breaks = len(figures["unplanned"]), len(figures["seams"]) + figures["rolls"] - 1
    yield Cell(str(unplanned), unplanned == 0)
    whole = figures["heard_s"] > figures["seconds"] - END_S
    yield Cell(str(breaks) if whole else f"{breaks}, ends at {figures['heard_s']:.1f} s", breaks == 0 and whole)


def _bounded(value_ms: float, bound_ms: float, form: str) -> Cell:
    return Cell("none" if math.isnan(value_ms) else f"{value_ms:{form}}", abs(value_ms) <= bound_ms)


def accuracy_row(recorder: Figures) -> Cell:
    """What the recorder made of errors that it was given."""
    read = [(one["injected_ms"], one["read_ms"]) for one in recorder["accuracy"]]
    text = ", ".join(f"{injected} as {found:.1f}" for injected, found in read)
    return Cell(f"{text} ms", all(abs(found - injected) <= READ_MS for injected, found in read))


def markdown(covering: Sequence[Figures]) -> str:
    """The table as Markdown; what misses its bound is bold."""
    lines = ["| " + " | ".join(HEADS) + " |", "|" + "---|" * len(HEADS)]
    before = ""
    for row in line_rows(covering):
        name = "" if row.line == before else row.line
        before = row.line
        cells = [cell.text if cell.kept or not row.ours else f"**{cell.text}**" for cell in row.cells]
        if row.broken:
            cells = [f"**BROKEN**: {row.broken}" if row.ours else row.broken, *[""] * (len(HEADS) - 3)]
        lines.append("| " + " | ".join([name, row.player, *cells]) + " |")
    return "\n".join(lines)


def rows(lines: Sequence[Figures]) -> Iterator[Row]:
    """One row for each line, since the table of all players has the figures, and what these are worth."""
    for row in line_rows(lines):
        if row.ours:
            missed = [head for head, cell in zip(HEADS[2:], row.cells, strict=False) if not cell.kept]
            text = row.broken or (f"missed: {', '.join(missed)}" if missed else f"{row.cells[0].text} ms, all kept")
            yield Row(row.line, text, "see the table of kinds", row.kept)
    recorders = {str(line["zero"]): line["zero"] for line in lines}
    for recorder in recorders.values():
        read = accuracy_row(recorder)
        yield Row("the recorder given errors", read.text, f"within {READ_MS:g} ms", read.kept)
        median_ms, apart_ms = recorder["median_ms"], spread_ms(recorder)
        starts = len(recorder["starts_ms"])
        yield Row(f"mpv's zero, of {starts} starts", f"{median_ms:.1f} ms, {apart_ms:.2f} ms apart", "told", True)
