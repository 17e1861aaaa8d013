"""What goes with an album as a whole: chapters, pictures, people, sources, rights; none of it has a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the sound's process knows timelines too, and building the models would take it a quarter second
    from visualalbum.model import Credit, Picture, Reference


@dataclass(frozen=True)
class Chapter:
    """A chapter of the notes: its name, which may be empty, and its Markdown file."""

    title: str
    path: Path


@dataclass(frozen=True)
class Plate:
    """A picture to look at, with what is said about it."""

    path: Path
    picture: Picture


@dataclass(frozen=True)
class Booklet:
    """All that lies in the sleeve, in the manifest's order."""

    chapters: tuple[Chapter, ...] = ()
    plates: tuple[Plate, ...] = ()
    credits: tuple[Credit, ...] = ()
    sources: tuple[Reference, ...] = ()
    rights: str = ""
    released: str = ""
