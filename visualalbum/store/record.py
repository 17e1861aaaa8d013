"""Reading what this program wrote on another day; what is broken is left aside, since nothing depends on it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

log = logging.getLogger(__name__)

Record = TypeVar("Record")


def load(path: Path, parse: Callable[[bytes], Record], otherwise: Record, most_bytes: int) -> Record:
    """What `parse` makes of a file; `otherwise` where there is none, it is larger than `most_bytes` or broken.

    `parse` raises ValueError for what it cannot read, as pydantic does.
    """
    try:
        if path.stat().st_size > most_bytes:
            raise ValueError("it is too large")
        return parse(path.read_bytes())
    except FileNotFoundError:
        return otherwise
    except (OSError, ValueError) as error:
        reason = "it is not what this program wrote" if isinstance(error, ValidationError) else error
        log.info("%s is left aside: %s", path, reason)
        return otherwise
