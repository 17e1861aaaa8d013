"""From figures to a table: each row has a figure, the bound it must keep and whether it does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from measuring import line_table
from measuring.row import Row
from measuring.table import COVERING, PHASES

BROKEN = "broken"
"""In place of its figures, why a phase has none."""


def rows(figures: dict[str, Any]) -> list[Row]:
    """The table of all that was measured."""
    return [row for name in PHASES if name in figures for row in _rows(name, figures[name])]


def _rows(name: str, figures: Any) -> list[Row]:
    if BROKEN in figures:
        return [Row(PHASES[name].told, f"not measured: {figures[BROKEN]}", "measured", False)]
    return list(PHASES[name].rows(figures))


def covering(figures: Mapping[str, Any]) -> list[Any]:
    """The lines of the covering set; none where it was not played, or broke."""
    lines = figures.get(COVERING, [])
    return [] if BROKEN in lines else lines


def markdown(table: list[Row], figures: dict[str, Any] | None = None) -> str:
    """The table as Markdown, and below it that of the covering set where it was played."""
    lines = ["| what | figure | bound | |", "|---|---|---|---|"]
    lines += [f"| {row.what} | {row.figure} | {row.bound} | {'kept' if row.kept else 'MISSED'} |" for row in table]
    if figures and (played := covering(figures)):
        lines += ["", line_table.markdown(played)]
    return "\n".join(lines)
