"""Keys that a person has given to commands, in a file that may be edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter

from visualalbum.store import record
from visualalbum.store.atomic import write_text
from visualalbum.store.paths import config_folder

MOST_BYTES = 100_000
"""A file of keys is a kilobyte; what is larger is something else."""

_KEYS: TypeAdapter[dict[str, tuple[str, ...]]] = TypeAdapter(dict[str, tuple[str, ...]])


def keys_file() -> Path:
    """Where keys are kept: the ids of commands, each with its keys, `{"toggle": ["Space", "P"]}`."""
    return config_folder() / "keys.json"


def load() -> dict[str, tuple[str, ...]]:
    """Read the keys that differ from the program's own; none where the file is not there or cannot be read."""
    return record.load(keys_file(), _KEYS, {}, MOST_BYTES)


def save(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Write the keys. Raises OSError where the folder cannot be written."""
    write_text(keys_file(), _KEYS.dump_json(dict(keys), indent=1).decode() + "\n")
