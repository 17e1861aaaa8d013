"""The report as one page that needs nothing else: verdicts, tables, and for each line its drift over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from measuring import plot
from measuring.line_table import HEADS, LineRow, accuracy_row, line_rows, spread_ms
from measuring.report import Row, covering

STYLE = Path(__file__).with_name("page.css")

Figures = Mapping[str, Any]


def html(table: list[Row], figures: Figures) -> str:
    """The whole page."""
    parts = [*_head(table, figures), *_lines(covering(figures)), *_rest(table), *_colophon(figures)]
    title = "Measured: picture to song"
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>\n{STYLE.read_text()}</style></head>\n<body>\n<main>\n"
        + "\n".join(parts)
        + "\n</main>\n</body></html>\n"
    )


def _head(table: list[Row], figures: Figures) -> Iterator[str]:
    missed = [row for row in table if not row.kept]
    yield "<h1>Picture to song, measured from outside</h1>"
    verdict = f"{len(missed)} of {len(table)} bounds are missed." if missed else f"All {len(table)} bounds are kept."
    yield f'<p class="verdict {"missed" if missed else "kept"}">{verdict}</p>'
    zeros = _zeros(figures)
    if zeros:
        zero = zeros[-1]
        yield (
            "<p>All drift is told against mpv on the same recorder in the same run, in milliseconds; + is a picture "
            f"that comes after its sound. mpv's zero is the median of {len(zero['starts_ms'])} starts, which were "
            f"{spread_ms(zero):.2f} ms apart."
        )
        if "accuracy" in zero:
            accuracy = accuracy_row(zero)
            kept = "within" if accuracy.kept else '<strong class="missed">not within</strong>'
            yield f" The recorder, given sound that is shifted against its picture, read {accuracy.text}: {kept} 3 ms."
        yield "</p>"


def _zeros(figures: Figures) -> list[Figures]:
    return [*([figures["zero"]] if "zero" in figures else []), *(line["zero"] for line in covering(figures))]


def _lines(played: Sequence[Figures]) -> Iterator[str]:
    if not played:
        return
    yield "<h2>Kinds of films and songs</h2>"
    yield f"<p>{plot.legend()}</p>"
    yield '<div class="plots">'
    for line in played:
        yield f"<figure><figcaption>{escape(line['name'])}</figcaption>{plot.drift(line)}</figure>"
    yield "</div>"
    yield '<div class="wide"><table><thead><tr>' + "".join(f"<th>{escape(head)}</th>" for head in HEADS[1:])
    yield "</tr></thead>"
    for name, rows in groupby(line_rows(played), lambda row: row.line):
        yield f'<tbody><tr><th colspan="{len(HEADS) - 1}" class="line">{escape(name)}</th></tr>'
        yield from map(_row, rows)
        yield "</tbody>"
    yield "</table></div>"
    yield (
        "<p>visualalbum's segments are cut out of their order; mpv and libVLC play the whole film, since neither cuts "
        "to a song. Two songs reach them as one file. Only visualalbum has bounds; what misses its own is marked.</p>"
    )


def _row(row: LineRow) -> str:
    first = (
        f'<tr class="{"ours" if row.ours else "peer"}"><td class="player"><i class="{row.player}"></i>{row.player}</td>'
    )
    if row.broken:
        kind = "missed" if row.ours else "told"
        said = f"BROKEN: {row.broken}" if row.ours else row.broken
        return f'{first}<td colspan="{len(HEADS) - 2}" class="{kind} text">{escape(said)}</td></tr>'
    cells = (f'<td class="{"missed" if row.ours and not cell.kept else ""}">{cell.text}</td>' for cell in row.cells)
    return first + "".join(cells) + "</tr>"


def _rest(table: list[Row]) -> Iterator[str]:
    yield "<h2>Every bound</h2>"
    yield '<div class="wide"><table class="bounds"><thead><tr><th>what</th><th>figure</th><th>bound</th><th></th></tr>'
    yield "</thead><tbody>"
    for row in table:
        verdict = "kept" if row.kept else "missed"
        cells = "".join(f'<td class="text">{escape(text)}</td>' for text in (row.what, row.figure, row.bound))
        yield f'<tr>{cells}<td class="{verdict}">{verdict}</td></tr>'
    yield "</tbody></table></div>"


def _colophon(figures: Figures) -> Iterator[str]:
    yield "<h2>Measured with</h2><dl>"
    told = dict(figures["versions"])
    told["busy before the run"] = ", ".join(f"{load:.2f}" for load in figures["load_average"]) + " (load average)"
    for line in covering(figures)[:1]:
        told["the screen was read"] = _readings(line)
    for name, text in told.items():
        yield f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>"
    yield "</dl>"


def _readings(line: Figures) -> str:
    rates = [one["recorder"]["readings_a_second"] for one in line["players"].values() if "recorder" in one]
    return f"{min(rates):.0f} to {max(rates):.0f} times a second" if rates else "never"
