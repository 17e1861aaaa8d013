"""A clock that a test has in its hand."""

from __future__ import annotations


class Clock:
    """Nanoseconds that pass when a test says so."""

    def __init__(self) -> None:
        self.ns = 0

    def __call__(self) -> int:
        return self.ns

    def pass_s(self, seconds: float) -> None:
        self.ns += round(seconds * 1e9)
