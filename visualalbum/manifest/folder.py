"""Finding an album's manifest in a folder."""

from __future__ import annotations

from pathlib import Path

from visualalbum.reach import is_folder

ENDINGS = (".visualalbum.yaml", ".visualalbum.yml")


def manifest_in(path: Path) -> tuple[Path, str]:
    """The manifest meant by a path, and what is to be told about it, or "".

    A folder means the one in it, of several the one named after the folder or else the first by name. Anything else,
    also a folder without one, means itself: reading it tells what is wrong.
    """
    try:
        found = sorted(one for one in path.iterdir() if one.name.lower().endswith(ENDINGS)) if is_folder(path) else []
    except OSError:
        found = []
    if not found:
        return path, ""
    named = path.absolute().name.lower()
    chosen = next((one for one in found if one.name.lower().removesuffix(_ending(one)) == named), found[0])
    if len(found) == 1:
        return chosen, ""
    return chosen, f"{path.absolute().name} holds {len(found)} manifests; {chosen.name} is opened"


def _ending(path: Path) -> str:
    return next(ending for ending in ENDINGS if path.name.lower().endswith(ending))
