"""All that can be measured, in the order in which it is."""

from __future__ import annotations

from functools import partial

from measuring import (
    album,
    big,
    big_rows,
    blocked,
    busy,
    clock,
    covered,
    cpu,
    cuts,
    device,
    far,
    fast,
    faults,
    go,
    joins,
    line_table,
    locates,
    memory,
    pipewire,
    songs,
    start,
    transport,
    window,
    window_rows,
)
from measuring.bench import Phase

COVERING = "covering"
MEMORY = "memory"

PHASES = {
    "album": Phase("six segments over two songs", album.measure, album.rows, short=True, full=True, any_program=True),
    "transport": Phase(
        "park, roll and locate by keys", transport.measure, transport.rows, short=True, full=True, any_program=True
    ),
    "window": Phase("the window with every panel opened", window.measure, window_rows.rows, full=True),
    **{
        name: Phase(
            f"{kind.what} for {kind.for_s * 1000:.0f} ms every 3 s",
            partial(blocked.measure, kind=kind),
            partial(blocked.rows, kind=kind),
            short=kind.freezes,
            full=True,
        )
        for name, kind in blocked.KINDS.items()
    },
    **{
        name: Phase(
            f"what {kind.name} costs, and whether all of it is shown, beside mpv, 2 minutes",
            partial(cpu.measure, kind=kind),
            partial(cpu.rows, kind=kind),
            full=name == "cpu",
            any_program=True,
        )
        for name, kind in cpu.KINDS.items()
    },
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
    "start": Phase("from the command to picture and sound, beside mpv, a minute", start.measure, start.rows),
    "go": Phase("from standby to the first sound after the key, 20 times, 2 minutes", go.measure, go.rows),
    "busy": Phase("every processor busy, beside mpv, 3 minutes", busy.measure, busy.rows),
    "faults": Phase("films deleted, cut short and damaged while they play, 2 minutes", faults.measure, faults.rows),
    MEMORY: Phase("memory and drift over 2 hours of 1080p24, or the minutes of --memory", memory.measure, memory.rows),
    "far": Phase("a far sink, as Bluetooth and HDMI have, beside mpv on the same, 3 minutes", far.measure, far.rows),
    "clock": Phase(
        "a sound device 200 ppm fast, and one slow, 20 minutes each (in the short form one)", clock.measure, clock.rows
    ),
    "songs": Phase("joins of songs in every format, 2 minutes", songs.measure, songs.rows),
    "device": Phase("the sound device removed in mid-song and brought back, 2 minutes", device.measure, device.rows),
    "pipewire": Phase("PipeWire in place of PulseAudio, 2 minutes", pipewire.measure, pipewire.rows),
}
