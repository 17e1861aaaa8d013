"""Paths of values as people write them: `title`, `tracks.2.title`, `tracks.locker-room.segments.1.out`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

Step = str | int
Steps = tuple[Step, ...]

_STEP = re.compile(r"[^.\[\]]+")


class NoSuchPlace(Exception):
    """The path leads nowhere; says why, and what is there."""


def steps(path: str, data: Any) -> Steps:
    """The steps of a path in what was read. Items of lists are named by their id, or counted from 1.

    What is not there yet stays as it is written. Raises NoSuchPlace for an item that a list has not.
    """
    found: list[Step] = []
    for word in _STEP.findall(path):
        step: Step = word
        if isinstance(data, list):
            step = _item(word, data, path)
            data = data[step]
        elif isinstance(data, dict):
            data = data.get(word)
        elif data is not None:
            raise NoSuchPlace(f"{told(found)} is written in short, as {data}; write it as a group of keys first")
        found.append(step)
    if not found:
        raise NoSuchPlace("the path is empty; write one like tracks.1.title")
    return tuple(found)


def _item(word: str, items: list[Any], path: str) -> int:
    ids = [item.get("id") if isinstance(item, dict) else None for item in items]
    if word in ids:
        return ids.index(word)
    if word.isdecimal() and 1 <= int(word) <= len(items):
        return int(word) - 1
    named = [one for one in ids if one]
    there = f"they are counted from 1 to {len(items)}" if items else "the list is empty"
    raise NoSuchPlace(f"{path}: there is no item {word}; {there}{', or named ' + ', '.join(named) if named else ''}")


def told(path: Sequence[Step]) -> str:
    """Steps as people write them."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
