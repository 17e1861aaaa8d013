"""What a person has set once for all albums."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from visualalbum.store import record
from visualalbum.store.atomic import write_text
from visualalbum.store.offsets import Offset
from visualalbum.store.paths import config_folder

MOST_BYTES = 100_000
"""A file of settings is some hundred bytes; what is larger is something else."""


class Settings(BaseModel):
    """All settings. Unknown keys of newer programs are dropped."""

    model_config = ConfigDict(frozen=True)

    scheme: Literal["system", "dark", "light"] = "system"
    more_contrast: bool = False
    less_motion: bool = False
    language: Literal["system", "en", "ja"] = "system"
    device: str = Field(default="", pattern=r"^[^\x00]*$")
    """The sound device by its name, "" for what the system has chosen."""
    device_title: str = Field(default="", pattern=r"^[^\x00]*$")
    """What it was called for people when it was chosen: it may not be there to be asked."""
    offsets: tuple[Offset, ...] = ()
    """What `visualalbum calibrate` has found out."""


def settings_file() -> Path:
    """Where settings are kept."""
    return config_folder() / "settings.json"


def load() -> Settings:
    """Read the settings; the usual ones where there are none or they cannot be read."""
    return record.load(settings_file(), TypeAdapter(Settings), Settings(), MOST_BYTES)


def save(settings: Settings) -> None:
    """Write the settings. Raises OSError where the folder cannot be written."""
    write_text(settings_file(), settings.model_dump_json(indent=1) + "\n")


def change(**values: object) -> None:
    """Write some settings anew and leave the others as they are. Raises OSError where the folder cannot be written."""
    save(load().model_copy(update=values))
