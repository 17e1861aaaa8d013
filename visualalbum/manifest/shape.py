"""From nodes to the album: what is wrong is reported and left out, so that the rest can still be checked and played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from visualalbum.manifest.nearest import GUESSES, remedy
from visualalbum.manifest.nodes import Entry, Group, Node, Path, Scalar, child, place_at, plain_data, reach, without
from visualalbum.model import Album
from visualalbum.model.part import Part
from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import NOTHING, Said, say
from visualalbum.timecode import shown

_TIMES = {"in", "out", "at", "for"}


def album_of(root: Node, *, keep_cues: bool) -> tuple[Album | None, Node, list[Problem]]:
    """Make an album of a tree; also gives the tree of what the album was made of, and every problem on the way.

    A cue with a time that is none cannot be placed and is left out; with `keep_cues` only the time is.
    """
    if not isinstance(root, Group):
        sentence = say("a manifest is a group of keys, and this is {kind}", kind=root.kind)
        return None, root, [_error(root.place, "wrong-kind", sentence, say("start it with visualalbum: 1"))]
    problems: list[Problem] = []
    tree: Node = root
    broken: set[tuple[Place, str | int]] = set()  # groups and their keys that were told of and are left out
    while True:
        try:
            return Album.model_validate(plain_data(tree)), tree, problems
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False)
        for detail in details:
            path = detail["loc"]
            if detail["type"] != "missing" or (place_at(tree, path[:-1]), path[-1]) not in broken:
                problems.append(_problem(detail, tree, guess=len(problems) < GUESSES))
        gone = {_left_out(detail, tree, keep_cues) for detail in details}
        if ("visualalbum",) in gone or () in gone:
            gone -= {("visualalbum",), ()}
            tree = _with_edition(tree)
        broken |= {(place_at(tree, path[:-1]), path[-1]) for path in gone}
        tree = without(tree, gone)


def _with_edition(tree: Node) -> Node:
    assert isinstance(tree, Group)
    return Group(tree.place, {**tree.entries, "visualalbum": Entry(tree.place, Scalar(tree.place, "1"))})


def _left_out(detail: ErrorDetails, tree: Node, keep_cues: bool) -> Path:
    path = tuple(step for step in detail["loc"] if step != "[key]")
    path = reach(tree, path[:-1] if detail["type"] == "missing" else path)
    if not keep_cues and len(path) > 1 and path[-1] in _TIMES and isinstance(path[-2], int):
        return path[:-1]
    return path


def _problem(detail: ErrorDetails, tree: Node, *, guess: bool) -> Problem:
    path, kind = detail["loc"], detail["type"]
    part = _part(path[:-1])
    if kind == "extra_forbidden":
        name, keys = str(path[-1]), tuple(_keys(part))
        cure = remedy(name, keys, _its_keys(part)) if guess else NOTHING
        sentence = say("{part} has no key {name}", part=part.called, name=shown(name))
        return _error(place_at(tree, path, key=True), "unknown-key", sentence, cure)
    if kind == "missing":
        place, key = place_at(tree, path[:-1]), str(path[-1])
        sentence = say("{part} needs {key}", part=part.called, key=key)
        return _error(place, "missing-key", sentence, say("write {key}: and its value", key=key))
    if path[-1:] == ("[key]",):
        return _ours(detail, place_at(tree, path[:-1], key=True))
    place = place_at(tree, path)
    if kind == "model_type":
        part = _part(path)
        sentence = say("{part} is a group of keys, and this is {kind}", part=part.called, kind=_written(tree, path))
        return _error(place, "wrong-kind", sentence, _its_keys(part))
    if kind == "tuple_type":
        sentence = say("{key} is a list, and this is {kind}", key=path[-1], kind=_written(tree, path))
        cure = say("start each item with a dash, or put brackets around them")
        return _error(place, "wrong-kind", sentence, cure)
    if kind == "dict_type":
        kind = _written(tree, path)
        sentence = say("{key} is a group of names and values, and this is {kind}", key=path[-1], kind=kind)
        return _error(place, "wrong-kind", sentence, say("write NAME: VALUE"))
    return _ours(detail, place)


def _ours(detail: ErrorDetails, place: Place) -> Problem:
    told = detail.get("ctx", {})
    return _error(place, detail["type"], told["sentence"], told["remedy"])


def _error(place: Place, rule: str, sentence: Said, cure: Said) -> Problem:
    return Problem(place, Severity.ERROR, rule, sentence, cure)


def _written(tree: Node, path: Path) -> Said:
    node: Node | None = tree
    for step in path:
        node = child(node, step) if node else None
    return say("nothing") if node is None or (isinstance(node, Scalar) and node.empty) else node.kind


def _its_keys(part: type[Part]) -> Said:
    return say("its keys are {keys}", keys=", ".join(_keys(part)))


def _keys(part: type[Part]) -> Iterator[str]:
    return (field.alias or name for name, field in part.model_fields.items())


def _part(path: Path) -> type[Part]:
    """The model at a path of the album, or the nearest around it."""
    part: type[Part] = Album
    for step in path:
        field = next((f for name, f in part.model_fields.items() if step == (f.alias or name)), None)
        part = (_model_in(field.annotation) if field else None) or part
    return part


def _model_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation if issubclass(annotation, Part) else None
    return next((found for each in get_args(annotation) if (found := _model_in(each))), None)
