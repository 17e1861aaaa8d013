"""The trace: the last things the engine saw and decided, and the whole of it to a sink where one is given."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable
from typing import Any

KEPT = 2000


class Trace:
    """A ring of events; `sink` gets each as one line of JSON, without the line's end."""

    def __init__(self, now: Callable[[], int], sink: Callable[[str], None] | None = None) -> None:
        self._now = now
        self._sink = sink
        self.events: deque[dict[str, Any]] = deque(maxlen=KEPT)

    def emit(self, event: str, **fields: Any) -> None:
        """Note an event with the instant of noting it, unless the fields bring an `instant_ns` of their own."""
        record = {"event": event, "instant_ns": self._now(), **fields}
        self.events.append(record)
        if self._sink is not None:
            self._sink(json.dumps(record, ensure_ascii=False, default=str))
