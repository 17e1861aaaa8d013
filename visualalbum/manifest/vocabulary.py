"""The parts of the manifest language and their keys, as the models tell of them: for the schema and the reference."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

import yaml

from visualalbum.model import Album, Join
from visualalbum.model.part import Part
from visualalbum.timecode import ClockTime


@dataclass(frozen=True)
class Key:
    """One key of a part: its name as it is written, what is said of it, and what holds where it is left out."""

    name: str
    told: str
    required: bool
    default: Any
    parts: tuple[type[Part], ...]
    """The parts that its value is made of; none where it is a single value or several."""

    @property
    def examples(self) -> tuple[Any, ...]:
        """The values that `told` shows, in the types of JSON."""
        return tuple(_typed(yaml.load(text, Loader=yaml.BaseLoader)) for text in re.findall(r"`([^`]+)`", self.told))


@cache
def keys(part: type[Part]) -> tuple[Key, ...]:
    """The keys of a part in the order of its model."""
    told = _told(part)
    return tuple(
        Key(
            field.alias or name,
            told[name],
            field.is_required(),
            None if field.is_required() else written(field.get_default(call_default_factory=True)),
            tuple(_parts_in(field.annotation)),
        )
        for name, field in part.model_fields.items()
    )


def parts(root: type[Part] = Album) -> tuple[type[Part], ...]:
    """All parts of the language, each after the one that names it first."""
    found = [root]
    for part in found:
        found += [inner for key in keys(part) for inner in key.parts if inner not in found]
    return tuple(dict.fromkeys(found))


def written(value: Any) -> Any:
    """A default as an author would write it, in the types of JSON."""
    match value:
        case ClockTime():
            return float(value.seconds) if value.seconds % 1 else int(value.seconds)
        case Join():
            return f"dissolve {value.dissolve}" if value.dissolve else "cut"
        case bool() | int() | str() | None:
            return value
        case float():
            return f"{value:g} dB"
        case dict() | tuple():
            return value if isinstance(value, dict) else list(value)
        case _:
            raise TypeError(f"no way to write {value!r}")


def _typed(value: Any) -> Any:
    """Numbers and flags out of what a loader without types has read; all else stays the text it is."""
    if isinstance(value, dict):
        return {key: _typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_typed(inner) for inner in value]
    if re.fullmatch(r"-?\d+(\.\d+)?", value):
        return float(value) if "." in value else int(value)
    return {"true": True, "false": False}.get(value, value)


def _told(part: type[Part]) -> dict[str, str]:
    """What stands below each field. Pydantic would read all of this at every start, for nobody."""
    found: dict[str, str] = {}
    for base in reversed(part.__mro__):
        if not (issubclass(base, Part) and base is not Part):
            continue
        tree = ast.parse(textwrap.dedent(inspect.getsource(base))).body[0]
        assert isinstance(tree, ast.ClassDef)
        for field, below in zip(tree.body, tree.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
                text = ast.literal_eval(below.value)
                found[field.target.id] = " ".join(str(text).split())
    return found


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_in(inner)
