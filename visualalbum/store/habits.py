"""What the program remembers of its use: volume, window, and the albums of late with the place each was left at."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from visualalbum.store import record
from visualalbum.store.atomic import write_text
from visualalbum.store.paths import state_folder

log = logging.getLogger(__name__)

MOST_ALBUMS = 20
"""Albums remembered: as many as a menu can show."""

MOST_NUDGES = 1000

MOST_BYTES = 1_000_000
"""A file of habits is some kilobytes; what is larger is something else."""


class Left(BaseModel):
    """An album of late: its manifest, its title, how it was played, and the track and place where it was left."""

    model_config = ConfigDict(frozen=True)

    manifest: Path
    title: str = ""
    mode: str = ""
    track: str = ""
    position_us: int = Field(default=0, ge=0)


class Habits(BaseModel):
    """All that is remembered; `albums` has the latest first. Unknown keys of newer programs are dropped."""

    model_config = ConfigDict(frozen=True)

    volume: float = Field(default=1.0, ge=0.0, le=1.0)
    muted: bool = False
    window: tuple[int, int] | None = None
    albums: tuple[Left, ...] = ()
    words_later_ms: dict[Path, int] = {}
    """How much later than they are written the words of a file are shown; the latest change is last."""
    picture_words: str = ""
    """Which words were wanted on the picture."""
    captions: str | None = None
    """The language that captions were wanted in: a BCP 47 tag, None where none were."""

    def with_nudges(self, nudges: Mapping[Path, int]) -> Habits:
        """The same with other nudges of words."""
        return self.model_copy(update={"words_later_ms": dict(list(nudges.items())[-MOST_NUDGES:])})

    def left(self, manifest: Path) -> Left | None:
        """Where an album was left; None where it is not remembered."""
        return next((album for album in self.albums if album.manifest == manifest), None)

    def with_album(self, album: Left) -> Habits:
        """The same with an album as the latest."""
        others = tuple(other for other in self.albums if other.manifest != album.manifest)
        return self.model_copy(update={"albums": (album, *others)[:MOST_ALBUMS]})


def habits_file() -> Path:
    """Where habits are kept."""
    return state_folder() / "habits.json"


def load() -> Habits:
    """Read the habits; new ones where there are none or they cannot be read, since nothing depends on them."""
    return record.load(habits_file(), TypeAdapter(Habits), Habits(), MOST_BYTES)


def save(habits: Habits) -> None:
    """Write the habits; what cannot be written is told in the log and forgotten."""
    path = habits_file()
    try:
        write_text(path, habits.model_dump_json(indent=1))
    except OSError as error:
        log.info("%s cannot be written: %s", path, error)
