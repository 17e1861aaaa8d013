"""missing-file: a file that the manifest names and that is not there, is no file, may not be read or is empty."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from visualalbum.manifest.loaded import Loaded
from visualalbum.manifest.nearest import GUESSES, remedy
from visualalbum.model import Album, Use, uses
from visualalbum.problems import Problem
from visualalbum.reach import exists
from visualalbum.said import NOTHING, Said, say
from visualalbum.textfile import IMPOSSIBLE_NAME
from visualalbum.timecode import shown

ID = "missing-file"
MAX_NEIGHBOURS = 2000  # files of a folder that are looked through for a similar name


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report every such file once, where it is named first. Looks at the disk, opens nothing."""
    first: dict[Path, Use] = {}
    for use in uses(album):
        first.setdefault(loaded.path(use.name), use)
    told = 0
    for path, use in first.items():
        if wrong := _wrong(path, use, guess=told < GUESSES):
            told += 1
            yield loaded.error(use.path, ID, *wrong)


def _wrong(path: Path, use: Use, *, guess: bool) -> tuple[Said, Said] | None:
    name, purpose = shown(use.name), use.purpose.value
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        sentence = say("there is no file {file}, which is used as {purpose}", file=name, purpose=purpose)
        return sentence, _nearest(path, use.name) if guess else NOTHING
    except (OSError, ValueError) as error:  # ValueError: a name that cannot be
        given = error.strerror if isinstance(error, OSError) else None
        reason = given.lower() if given else IMPOSSIBLE_NAME
        sentence = say("{file} cannot be reached ({reason})", file=name, reason=reason)
        return sentence, say("look at its name and folder")
    if stat.S_ISDIR(status.st_mode):
        sentence = say("{file} is a folder, and {purpose} is a file", file=name, purpose=purpose)
        return sentence, say("name the file in it")
    if not stat.S_ISREG(status.st_mode):
        sentence = say("{file} is a device or a pipe, and {purpose} is a file", file=name, purpose=purpose)
        return sentence, say("name a file")
    if not os.access(path, os.R_OK):
        return say("{file} may not be read", file=name), say("give yourself the right to read it")
    if status.st_size == 0:
        return say("{file} is empty", file=name), say("copy or make it again")
    return None


def _nearest(path: Path, name: str) -> Said:
    folder = shown(str(Path(name).parent)) if Path(name).parent.name else say("the manifest's folder")
    if "\\" in name and exists(Path(str(path).replace("\\", "/"))):
        return say("write / between folders, which works everywhere")
    try:
        neighbours = [entry.name for entry in islice(path.parent.iterdir(), MAX_NEIGHBOURS)]
    except OSError:
        return say("there is no folder {folder} either", folder=folder)
    if any(unicodedata.normalize("NFC", path.name) == unicodedata.normalize("NFC", other) for other in neighbours):
        return say("its letters are put together differently (Unicode NFC, NFD): copy the name from the folder")
    return remedy(path.name, sorted(neighbours), say("put it into {folder}, or mend the path", folder=folder))
