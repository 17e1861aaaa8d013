"""From figures to a table: each row has a figure, the bound it must keep and whether it does."""

from __future__ import annotations

from typing import Any

from measuring import line_table
from measuring.row import Row
from measuring.table import COVERING, PHASES


def rows(figures: dict[str, Any]) -> list[Row]:
    """The table of all that was measured."""
    return [row for name, phase in PHASES.items() if name in figures for row in phase.rows(figures[name])]


def markdown(table: list[Row], figures: dict[str, Any] | None = None) -> str:
    """The table as Markdown, and below it that of the covering set where it was played."""
    lines = ["| what | figure | bound | |", "|---|---|---|---|"]
    lines += [f"| {row.what} | {row.figure} | {row.bound} | {'kept' if row.kept else 'MISSED'} |" for row in table]
    if figures and COVERING in figures:
        lines += ["", line_table.markdown(figures[COVERING])]
    return "\n".join(lines)
