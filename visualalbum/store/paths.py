"""Where things live on this machine; no folder is made before it is used."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

HOME_VARIABLE = "VISUALALBUM_HOME"
"""Environment variable that puts all these folders under one, for tests and for machines that are wiped."""

_NAME = "visualalbum"


def cache_folder() -> Path:
    """Folder for what can be made again: conformed clips, facts of files."""
    return _folder("cache", platformdirs.user_cache_dir(_NAME, appauthor=False))


def config_folder() -> Path:
    """Folder for what a person has chosen: settings."""
    return _folder("config", platformdirs.user_config_dir(_NAME, appauthor=False))


def state_folder() -> Path:
    """Folder for what the program remembers by itself: where an album was left, the state of a show."""
    return _folder("state", platformdirs.user_state_dir(_NAME, appauthor=False))


def pictures_folder() -> Path:
    """Folder where a person keeps pictures: screenshots."""
    return _folder("pictures", platformdirs.user_pictures_dir())


def _folder(name: str, usual: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).absolute() / name if home else Path(usual)
