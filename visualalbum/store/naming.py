"""Names for what is remembered of files as they are now."""

from __future__ import annotations

import hashlib
from pathlib import Path


def name_of(path: Path, *about: object) -> str | None:
    """A name for what is remembered `about` a file as it is now, another one when it changes; None without a file."""
    try:
        status = path.stat()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return None
    identity = "\0".join(map(str, (*about, path.absolute(), status.st_size, status.st_mtime_ns)))
    return hashlib.sha256(identity.encode(errors="surrogateescape")).hexdigest()[:32]
