"""The text as a tree of nodes: every scalar as its author typed it, every node and key with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from visualalbum.problems import Place
from visualalbum.said import say

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value; `plain` where it stands without quotes and is not a block of text."""

    place: Place
    text: str
    plain: bool = True

    size = 1
    height = 0
    kind = say("a single value")

    @property
    def empty(self) -> bool:
        """Whether nothing was written at all."""
        return self.plain and not self.text


@dataclass(frozen=True, slots=True)
class Items:
    """A list. `size` counts its nodes with every alias expanded, `height` the levels below it."""

    place: Place
    items: tuple[Node, ...]
    size: int = field(init=False)
    height: int = field(init=False)

    kind = say("a list")

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", 1 + sum(item.size for item in self.items))
        object.__setattr__(self, "height", 1 + max((item.height for item in self.items), default=0))


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's place and its value."""

    key: Place
    value: Node


@dataclass(frozen=True, slots=True)
class Group:
    """Keys and their values, in order."""

    place: Place
    entries: Mapping[str, Entry]
    size: int = field(init=False)
    height: int = field(init=False)

    kind = say("a group of keys")

    def __post_init__(self) -> None:
        values = [entry.value for entry in self.entries.values()]
        object.__setattr__(self, "size", 1 + sum(1 + value.size for value in values))
        object.__setattr__(self, "height", 1 + max((value.height for value in values), default=0))


Node = Scalar | Items | Group


def child(node: Node, step: str | int) -> Node | None:
    """The node one step down, if there is one."""
    if isinstance(node, Group) and isinstance(step, str) and step in node.entries:
        return node.entries[step].value
    if isinstance(node, Items) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def reach(root: Node, path: Sequence[str | int]) -> Path:
    """The longest beginning of a path that exists in the text; short forms and defaults have no deeper places."""
    node: Node | None = root
    for count, step in enumerate(path):
        node = child(node, step) if node else None
        if node is None:
            return tuple(path[:count])
    return tuple(path)


def place_at(root: Node, path: Sequence[str | int], *, key: bool = False) -> Place:
    """The place of the value at a path (of its key with `key`), or of the nearest that is written around it."""
    node, found = root, root.place
    for step in reach(root, path):
        if key and isinstance(node, Group) and isinstance(step, str):
            found = node.entries[step].key
        node = child(node, step) or node
        if not key or not isinstance(step, str):
            found = node.place
    return found


def plain_data(node: Node) -> Any:
    """The tree as dicts, lists and texts; nothing written is None. Recursion is bounded by the reader's depth."""
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Items):
        return [plain_data(item) for item in node.items]
    return {key: plain_data(entry.value) for key, entry in node.entries.items()}


def without(node: Node, paths: Iterable[Path]) -> Node:
    """The tree without what stands at some paths, none of them empty."""
    below: dict[str | int, list[Path]] = {}
    for path in paths:
        below.setdefault(path[0], []).append(path[1:])
    gone = {step for step, rests in below.items() if () in rests}
    if isinstance(node, Items):
        kept = [(index, item) for index, item in enumerate(node.items) if index not in gone]
        return Items(node.place, tuple(without(item, below[i]) if i in below else item for i, item in kept))
    if isinstance(node, Group):
        entries = {key: entry for key, entry in node.entries.items() if key not in gone}
        for step in below.keys() & entries.keys():
            entry = entries[str(step)]
            entries[str(step)] = Entry(entry.key, without(entry.value, below[step]))
        return Group(node.place, entries)
    return node
