"""Following a running program through its trace: where it is, and how well the picture held to the song."""

from __future__ import annotations

import json
import statistics
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Event = dict[str, Any]

SETTLING_NS = 1_000_000_000
"""The sync is judged from 1 s after each start on."""


class Tail:
    """The lines that a file gains while it is written; the file may not exist yet."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = 0

    def new(self) -> list[Event]:
        """The events written since the last call, whole lines only; what is no event is passed over."""
        try:
            with self._path.open("rb") as file:
                file.seek(self._read)
                whole = file.read().rpartition(b"\n")[0]
        except FileNotFoundError:
            return []
        if not whole:
            return []
        self._read += len(whole) + 1
        events = []
        for line in whole.split(b"\n"):
            try:
                event = json.loads(line)
            except ValueError:
                continue
            if isinstance(event, dict) and "event" in event:
                events.append(event)
        return events


class Playhead:
    """Where the program is, from the last event that told a position while it rolled."""

    def __init__(self) -> None:
        self._last: tuple[int, int] | None = None

    def see(self, event: Event) -> None:
        """Take note of an event."""
        if event["event"] == "drift":
            # A drift tells the position at the reading, which is older than the note of it.
            self._last = (event["position_us"], event.get("reading_ns") or event["instant_ns"])
        elif event["event"] in ("roll", "take"):
            self._last = (event["position_us"], event["instant_ns"])
        elif event["event"] in ("park", "locate", "end"):
            self._last = None

    def position_us(self, now_ns: int) -> int | None:
        """The position at an instant; None while the program does not roll."""
        if self._last is None:
            return None
        position_us, instant_ns = self._last
        return position_us + (now_ns - instant_ns) // 1000


def held(events: Sequence[Event]) -> str:
    """The sync that was held and what was done for it, in two or three lines for people."""
    drifts_ms = []
    settled_ns = 0
    for event in events:
        if event["event"] in ("roll", "locate"):
            settled_ns = event["instant_ns"] + SETTLING_NS
        elif event["event"] == "drift" and event["instant_ns"] >= settled_ns:
            drifts_ms.append(event["drift_ms"])
    lines = ["Picture to song: no reading was taken."]
    if drifts_ms:
        ordered = sorted(abs(drift_ms) for drift_ms in drifts_ms)
        within_ms = ordered[max(0, -(-len(ordered) * 99 // 100) - 1)]
        lines = [
            f"Picture to song: median {statistics.median(drifts_ms):+.1f} ms, 99 % within {within_ms:.1f} ms",
            f"(the program's own {len(drifts_ms)} readings, from 1 s after each start).",
        ]
    kinds = [event["event"] for event in events]
    lines.append(", ".join(_counted(kinds.count(kind), kind) for kind in ("take", "trim", "relocate", "fault")) + ".")
    faults = Counter(event["sentence"] for event in events if event["event"] == "fault")
    lines += [f"  {sentence}" + (f" ({times} times)" if times > 1 else "") for sentence, times in faults.items()]
    return "\n".join(lines)


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
