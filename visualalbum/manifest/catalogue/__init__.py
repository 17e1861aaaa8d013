"""The rules of a manifest with their reasons, for people who ask, and with texts that break and keep each."""

from __future__ import annotations

from visualalbum.manifest.catalogue import album, text, timeline, values, words
from visualalbum.manifest.catalogue.entry import Entry

PARTS = (text, values, album, timeline, words)

CATALOGUE: dict[str, Entry] = {entry.rule: entry for part in PARTS for entry in part.ENTRIES}
"""By their ids, in the order in which an album is read."""

__all__ = ["CATALOGUE", "PARTS", "Entry"]
