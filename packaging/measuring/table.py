"""All that can be measured, in the order in which it is."""

from __future__ import annotations

from functools import partial

from measuring import album, big, big_rows, blocked, covered, cpu, line_table, transport, window, window_rows
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
}
