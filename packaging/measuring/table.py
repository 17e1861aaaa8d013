"""All that can be measured, in the order in which it is."""

from __future__ import annotations

from functools import partial

from measuring import (
    album,
    big,
    big_rows,
    blocked,
    covered,
    cpu,
    cuts,
    fast,
    joins,
    line_table,
    locates,
    transport,
    window,
    window_rows,
)
from measuring.bench import Phase

COVERING = "covering"

PHASES = {
    "album": Phase("six segments over two songs", album.measure, album.rows, short=True, full=True, any_program=True),
    "transport": Phase(
        "park, roll and locate by keys", transport.measure, transport.rows, short=True, full=True, any_program=True
    ),
    "window": Phase("the window with every panel opened", window.measure, window_rows.rows, full=True),
    "block-python": Phase(
        "the window's thread blocked for 300 ms every 2 s, in Python",
        partial(blocked.measure, kind="block-python"),
        partial(blocked.rows, what="in Python"),
        short=True,
        full=True,
    ),
    "block-c": Phase(
        "the same in a C call that keeps the interpreter lock",
        partial(blocked.measure, kind="block-c"),
        partial(blocked.rows, what="in a C call"),
        short=True,
        full=True,
    ),
    "cpu": Phase("what 1080p24 costs", cpu.measure, cpu.rows, full=True, any_program=True),
    COVERING: Phase(
        "kinds of films and songs, line by line, beside mpv and libVLC, 80 minutes; begun again with the same command"
        " it goes on where it was",
        covered.measure,
        line_table.rows,
        short=True,
        full=True,
    ),
    "big": Phase("an album of 200 songs and 1000 pictures beside the demo, 5 minutes", big.measure, big_rows.rows),
    "cuts": Phase("two hundred cuts every 1.2 s, and forty of a risky kind, 7 minutes", cuts.measure, cuts.rows),
    "joins": Phase(
        "a thousand joins of segments, stills and dissolves, 18 minutes; the short form takes 60",
        joins.measure,
        joins.rows,
    ),
    "locates": Phase("fifty locates while the song rolls, 4 minutes", locates.measure, locates.rows),
    "fast": Phase(
        "cuts every 250 ms, soon after dissolves, and into the same film, 3 minutes", fast.measure, fast.rows
    ),
}
