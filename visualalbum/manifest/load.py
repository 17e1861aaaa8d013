"""Reading a manifest: from a file or a text to an album, and all that is wrong at once."""

from __future__ import annotations

from pathlib import Path

from visualalbum.manifest.bounds import bounded_album_of
from visualalbum.manifest.ignored import ignored
from visualalbum.manifest.loaded import Loaded
from visualalbum.manifest.reader import read
from visualalbum.manifest.rules import FILE_RULES, RULES
from visualalbum.manifest.shape import album_of
from visualalbum.problems import Place, Problem, Severity
from visualalbum.reach import is_folder
from visualalbum.said import say
from visualalbum.textfile import UnreadableError, check_characters, decode, read_bytes


def load(path: Path, *, files: bool = True, bundled: bool = False) -> Loaded:
    """Read a manifest and check all that its text tells; never raises, whatever the file is.

    With `files` it also looks whether the files it names are there; it opens none of them. One that is `bundled` has
    no files outside its folder.
    """
    if is_folder(path):
        sentence = say("there is no manifest in this folder")
        remedy = say("put the album's NAME.visualalbum.yaml into it, or name the file")
        return Loaded(path, None, (Problem(Place(str(path)), Severity.ERROR, "no-manifest", sentence, remedy),))
    try:
        text = decode(read_bytes(path), str(path))
    except UnreadableError as refusal:
        return Loaded(path, None, (refusal.problem,))
    return read_text(text, path, files=files, bundled=bundled)


def read_text(text: str, path: Path, *, files: bool = False, bundled: bool = False) -> Loaded:
    """As `load`, of a text; `path` says what its files are relative to and names it in places."""
    try:
        check_characters(text, str(path))
    except UnreadableError as refusal:
        return Loaded(path, None, (refusal.problem,))
    root, problems = read(text, str(path))
    if root is None:
        return Loaded(path, None, tuple(sorted(problems)))
    make = bounded_album_of if bundled else album_of
    whole, tree, more = make(root, keep_cues=True)
    problems += more
    if whole is not None:
        checked = Loaded(path, whole, (), root, tree)
        problems += (problem for rule in (*RULES, *(FILE_RULES if files else ())) for problem in rule(checked, whole))
    album, tree, _ = make(root, keep_cues=False) if more else (whole, tree, [])
    return Loaded(path, album, tuple(sorted(problems)), root, tree, ignored(text))
