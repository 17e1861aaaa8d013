"""The rules of a manifest with their reasons, for people who ask, and with texts that break and keep each."""

from __future__ import annotations

from visualalbum.manifest.catalogue import album, text, values
from visualalbum.manifest.catalogue.entry import Entry

CATALOGUE: dict[str, Entry] = {entry.rule: entry for part in (text, values, album) for entry in part.ENTRIES}
"""By their ids, in the order in which a manifest is read."""

__all__ = ["CATALOGUE", "Entry"]
