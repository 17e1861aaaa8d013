"""A bundle's manifest: what it names outside its own folder is told and left out, whatever may lie there."""

from __future__ import annotations

from pathlib import PureWindowsPath

from visualalbum.manifest.nodes import Node, Path, place_at, reach, without
from visualalbum.manifest.shape import album_of
from visualalbum.model import Album, Use, uses
from visualalbum.problems import Problem, Severity
from visualalbum.said import say
from visualalbum.timecode import shown

ID = "outside-bundle"


def bounded_album_of(root: Node, *, keep_cues: bool) -> tuple[Album | None, Node, list[Problem]]:
    """As `album_of`, without the files that lie outside."""
    album, tree, problems = album_of(root, keep_cues=keep_cues)
    outside = [use for use in uses(album) if leaves(use.name)] if album else []
    for use in outside:
        sentence = say("{file} is outside the bundle, and a bundle has all that it plays in it", file=shown(use.name))
        remedy = say("pack the file too, and write its path from the manifest's folder on")
        problems.append(Problem(place_at(tree, use.path), Severity.ERROR, ID, sentence, remedy))
    if outside:
        # What is missing now was told.
        album, tree, _ = album_of(without(tree, {_left_out(tree, use) for use in outside}), keep_cues=keep_cues)
    return album, tree, problems


def _left_out(tree: Node, use: Use) -> Path:
    """A segment is nothing without its film."""
    return use.path[:-1] if use.path[-3:][0] in ("segments", "programme") else reach(tree, use.path)


def leaves(name: str) -> bool:
    """Whether a path leads out of the folder that it counts from, on any system."""
    path = PureWindowsPath(name)
    return bool(path.anchor) or ".." in path.parts
