"""Signals that end the program."""

from __future__ import annotations

import signal


class Signals:
    """SIGINT and SIGTERM, kept until the tick asks: they may come before there is a window, or an event loop."""

    def __init__(self) -> None:
        self.number = 0
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, _frame: object) -> None:
        self.number = number
