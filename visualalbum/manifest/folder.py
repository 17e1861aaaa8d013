"""Finding an album's manifest in a folder."""

from __future__ import annotations

from pathlib import Path

from visualalbum.reach import is_folder
from visualalbum.said import NOTHING, Said, say

ENDINGS = (".visualalbum.yaml", ".visualalbum.yml")


def manifest_in(path: Path) -> tuple[Path, Said]:
    """The manifest meant by a path, and what is to be told about it, if anything.

    A folder means the one in it, of several the one named after the folder or else the first by name. Anything else,
    also a folder without one, means itself: reading it tells what is wrong.
    """
    try:
        found = sorted(one for one in path.iterdir() if one.name.lower().endswith(ENDINGS)) if is_folder(path) else []
    except OSError:
        found = []
    if not found:
        return path, NOTHING
    named = path.absolute().name.lower()
    chosen = next((one for one in found if one.name.lower().removesuffix(_ending(one)) == named), found[0])
    if len(found) == 1:
        return chosen, NOTHING
    return chosen, say(
        "{folder} holds {count} manifests; {file} is opened",
        folder=path.absolute().name,
        count=len(found),
        file=chosen.name,
    )


def _ending(path: Path) -> str:
    return next(ending for ending in ENDINGS if path.name.lower().endswith(ending))
