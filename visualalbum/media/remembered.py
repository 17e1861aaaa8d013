"""Facts remembered from earlier probing, one small file for each media file, good while its size and time stand."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from visualalbum.media.facts import MediaFacts
from visualalbum.store.atomic import write_bytes
from visualalbum.store.naming import name_of
from visualalbum.store.paths import cache_folder

VERSION = 2
"""Raise it when probing finds something else in the same bytes."""

_ADAPTER = TypeAdapter(MediaFacts)


def probe_cached(path: Path) -> MediaFacts:
    """The facts of a file, remembered or found out now; like `probe` it never raises. Picklable for a worker."""
    facts = remembered_facts(path)
    if facts is None:
        from visualalbum.media.probe import probe  # FFmpeg, which the window's process has no need of

        name = _name(path)
        facts = probe(path)
        # A fault is not remembered: permissions and disks change without the file's time.
        if name and not facts.fault:
            with contextlib.suppress(OSError):  # a cache that cannot be written costs time only
                write_bytes(cache_folder() / "facts" / name, _ADAPTER.dump_json(facts))
    return facts


def remembered_facts(path: Path) -> MediaFacts | None:
    """The facts of a file if they are remembered and it has not changed since; reads no media."""
    name = _name(path)
    if name is None:
        return None
    try:
        facts = _ADAPTER.validate_json((cache_folder() / "facts" / name).read_bytes())
    except (OSError, ValidationError):
        return None
    return replace(facts, path=path)


def _name(path: Path) -> str | None:
    name = name_of(path, VERSION)
    return name and f"{name}.json"
