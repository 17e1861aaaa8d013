"""One entry of the catalogue of rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A rule: its id, what it is about, why it is one, and a line or two that break it and that keep it.

    `bad` and `good` are whole manifests but for their first line, `visualalbum: 1`, which is added where neither starts
    with it, or whole texts of another `file` beside it; both are empty where a rule is about files and not their text.
    """

    rule: str
    what: str
    why: str
    bad: str = ""
    good: str = ""
    file: str = ""
