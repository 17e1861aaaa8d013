"""Reading what this program wrote on another day; what is broken is left aside, and the rest is read."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

log = logging.getLogger(__name__)

Record = TypeVar("Record")

MOST_TRIES = 4
"""Each may show something else that is bad; whatever is still bad after these is not what this program wrote."""


def load(path: Path, kind: TypeAdapter[Record], otherwise: Record, most_bytes: int) -> Record:
    """What a JSON file holds of a kind, without the values that cannot be: each of them is told in the log.

    `otherwise` where there is no file, it is larger than `most_bytes`, or nothing like what this program wrote.
    """
    try:
        if path.stat().st_size > most_bytes:
            raise ValueError("it is too large")
        return _parse(path, path.read_bytes(), kind)
    except FileNotFoundError:
        return otherwise
    except (OSError, ValueError) as error:
        reason = "it is not what this program wrote" if isinstance(error, ValidationError) else error
        log.info("%s is left aside: %s", path, reason)
        return otherwise


def _parse(path: Path, data: bytes, kind: TypeAdapter[Record]) -> Record:
    for _ in range(MOST_TRIES):
        try:
            return kind.validate_json(data)
        except ValidationError as error:
            bad = {one["loc"][:2] for one in error.errors(include_url=False, include_input=False)}
            if any(not place for place in bad):
                raise
            kept = json.loads(data)
            for place in sorted(bad, key=_order, reverse=True):
                log.info("%s: %s is left aside: it cannot be", path, _leave_out(kept, place))
            data = json.dumps(kept).encode()
    return kind.validate_json(data)


def _order(place: tuple[int | str, ...]) -> tuple[str, int]:
    """Elements of a list by their number, so that the last one can be taken out first."""
    return str(place[0]), place[1] if len(place) > 1 and isinstance(place[1], int) else 0


def _leave_out(record: dict[str, Any], place: tuple[int | str, ...]) -> str:
    """Take a value out, or one record of it where that alone is bad; returns what it is called."""
    name = str(place[0])
    inner = record.get(name)
    at = place[1] if len(place) > 1 else None
    if isinstance(inner, list) and isinstance(at, int) and at < len(inner) and isinstance(inner[at], dict):
        del inner[at]
        return f"number {at + 1} of {name}"
    if isinstance(inner, dict) and at in inner:
        del inner[at]
        return f"{at} of {name}"
    record.pop(name, None)
    return name
