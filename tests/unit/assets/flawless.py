"""Reading the manifest of a demo."""

from __future__ import annotations

from pathlib import Path

from visualalbum.manifest.load import load
from visualalbum.model import Album


def flawless(manifest: Path) -> Album:
    """The album of a manifest in which nothing is wrong."""
    loaded = load(manifest)
    assert loaded.problems == ()
    assert loaded.album is not None
    return loaded.album
