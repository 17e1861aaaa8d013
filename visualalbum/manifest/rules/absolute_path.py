"""absolute-path: a path that starts at the root is only right on one machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath

from visualalbum.manifest.loaded import Loaded
from visualalbum.model import Album, uses
from visualalbum.problems import Problem
from visualalbum.said import say

ID = "absolute-path"


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Warn of every path that is not relative to the manifest."""
    for use in uses(album):
        if PurePosixPath(use.name).is_absolute() or PureWindowsPath(use.name).drive:
            sentence = say("this path is right on one machine only")
            yield loaded.warning(use.path, ID, sentence, say("write it from the manifest's folder on"))
