"""nothing-to-play: neither a track nor a film."""

from __future__ import annotations

from collections.abc import Iterator

from visualalbum.manifest.loaded import Loaded
from visualalbum.model import Album
from visualalbum.problems import Problem
from visualalbum.said import say

ID = "nothing-to-play"


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report an album without any; where some are written and broken, their own problems say so."""
    if not loaded.length_written("tracks") and not loaded.length_written("films"):
        sentence = say("the album has neither tracks nor films")
        yield loaded.error((), ID, sentence, say("write tracks: with a first - audio: FILE"))
