"""Reading a manifest: from a file or a text to an album, and all that is wrong at once."""

from __future__ import annotations

from pathlib import Path

from visualalbum.manifest.loaded import Loaded
from visualalbum.manifest.reader import read
from visualalbum.manifest.rules import RULES
from visualalbum.manifest.shape import album_of
from visualalbum.textfile import UnreadableError, check_characters, decode, read_bytes


def load(path: Path) -> Loaded:
    """Read a manifest and check all that its text tells; never raises, whatever the file is."""
    try:
        text = decode(read_bytes(path), str(path))
    except UnreadableError as refusal:
        return Loaded(path, None, (refusal.problem,))
    return read_text(text, path)


def read_bytes_of(data: bytes, path: Path) -> Loaded:
    """As `load`, of bytes that are already there."""
    try:
        return read_text(decode(data, str(path)), path)
    except UnreadableError as refusal:
        return Loaded(path, None, (refusal.problem,))


def read_text(text: str, path: Path) -> Loaded:
    """As `load`, of a text; `path` says what its files are relative to and names it in places."""
    try:
        check_characters(text, str(path))
    except UnreadableError as refusal:
        return Loaded(path, None, (refusal.problem,))
    root, problems = read(text, str(path))
    if root is None:
        return Loaded(path, None, tuple(sorted(problems)))
    whole, tree, more = album_of(root, keep_cues=True)
    problems += more
    if whole is not None:
        checked = Loaded(path, whole, (), root, tree)
        problems += (problem for rule in RULES for problem in rule(checked, whole))
    album, tree, _ = album_of(root, keep_cues=False) if more else (whole, tree, [])
    return Loaded(path, album, tuple(sorted(problems)), root, tree)
