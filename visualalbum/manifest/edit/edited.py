"""The edits: each is tried on the text, read again, and refused where it does more than was asked or breaks a rule."""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visualalbum.manifest.edit.places import NoSuchPlace, Step, Steps, steps, told
from visualalbum.manifest.edit.spans import Span, spans
from visualalbum.manifest.edit.splices import Splice, Splices, applied, pair_of
from visualalbum.manifest.edit.values import Data, typed
from visualalbum.manifest.load import read_text
from visualalbum.manifest.nodes import plain_data
from visualalbum.manifest.reader import read
from visualalbum.problems import Problem, Severity
from visualalbum.textfile import is_printable


@dataclass(frozen=True)
class Edited:
    """The new text, what else somebody has to know of it, and the problems that it has and the old one had not."""

    text: str
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Refused(Exception):
    """The text stays as it is: why, and what helps."""


def set_value(text: str, file: Path, path: str, value: str) -> Edited:
    """Give a value, or a key that is not there yet. A list or group is typed in brackets. Raises Refused."""
    return _Edit(text, file, path).set_value(_given(value))


def add(text: str, file: Path, path: str, value: str, at: int | None = None) -> Edited:
    """Add an item to a list, as the last or with a number from 1 on; one that is not there is begun. Raises Refused."""
    return _Edit(text, file, path).add(_given(value), at)


def move(text: str, file: Path, path: str, to: int) -> Edited:
    """Move an item of a list to a number from 1 on. Raises Refused."""
    return _Edit(text, file, path).move(to)


def remove(text: str, file: Path, path: str) -> Edited:
    """Take out a key or an item; what would be left empty by it goes too. Raises Refused."""
    return _Edit(text, file, path).remove()


def _given(value: str) -> Data:
    if not is_printable(value):
        raise Refused("the value has a character that no text of an album may have; leave it out")
    return typed(value)


class _Edit:
    def __init__(self, text: str, file: Path, path: str) -> None:
        self._text, self._file, self._path = text, file, path
        if not is_printable(path):
            raise Refused("the path has a character that no text of an album may have; leave it out")
        root, problems = read(text, str(file))
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if root is None or errors:
            raise Refused(f"{errors[0]}; mend that first")
        self._data: Any = plain_data(root)
        self._root = spans(text)
        self._splices = Splices(text)
        self._notes: list[str] = []
        try:
            self._steps = steps(path, self._data)
        except NoSuchPlace as error:
            raise Refused(str(error)) from error

    def set_value(self, value: Data) -> Edited:
        wanted = copy.deepcopy(self._data)
        _put(wanted, self._steps, value)
        return self._tried(self._set_splices(self._steps, value), wanted)

    def add(self, value: Data, at: int | None) -> Edited:
        there = _get(self._data, self._steps)
        if there is not None and not isinstance(there, list):
            raise Refused(f"{self._path} is no list; name one, as tracks")
        number = len(there or ()) if at is None else at - 1
        if not 0 <= number <= len(there or ()):
            raise Refused(f"{self._path} has no place {at}; its items are counted from 1 to {len(there or ())}")
        items = [*(there or ())]
        items.insert(number, value)
        wanted = copy.deepcopy(self._data)
        _put(wanted, self._steps, items)
        span, within = self._span(self._steps)
        if not there or span is None or span.items is None:
            return self._tried(self._set_splices(self._steps, items), wanted)
        return self._tried(self._splices.new_item(span, number, value, within=within), wanted)

    def move(self, to: int) -> Edited:
        items = _get(self._data, self._steps[:-1])
        number = self._steps[-1]
        if not isinstance(items, list) or not isinstance(number, int):
            raise Refused(f"{self._path} is no item of a list; name one, as tracks.2")
        if not 1 <= to <= len(items):
            raise Refused(f"there is no place {to}; the items are counted from 1 to {len(items)}")
        wanted = copy.deepcopy(self._data)
        moved = [*items]
        moved.insert(to - 1, moved.pop(number))
        _put(wanted, self._steps[:-1], moved)
        span, _ = self._span(self._steps[:-1])
        if span is None or span.items is None:
            return self._tried(self._set_splices(self._steps[:-1], moved), wanted)
        return self._tried(self._splices.moved_item(span, number, to - 1), wanted)

    def remove(self) -> Edited:
        path = self._steps
        if _get(self._data, path) is None:
            raise Refused(f"there is no {self._path} to take out")
        while len(path) > 1 and len(_get(self._data, path[:-1])) == 1:
            path = path[:-1]
        if path != self._steps:
            self._notes.append(f"nothing would be left of {told(path)}: it is taken out as a whole")
        wanted = copy.deepcopy(self._data)
        around = _get(wanted, path[:-1])
        del around[path[-1]]
        span, _ = self._span(path[:-1])
        if span is None:
            return self._tried(self._set_splices(path[:-1], around), wanted)
        if isinstance(path[-1], int):
            return self._tried(self._splices.without_item(span, path[-1]), wanted)
        found = pair_of(span, path[-1])
        if found is None:
            raise Refused(f"{self._path} is taken in by << from another place; take it out there")
        return self._tried(self._splices.without_key(span, found[0]), wanted)

    # inside

    def _set_splices(self, path: Steps, value: Data) -> list[Splice]:
        """What gives a value to a path: in place, as a new key, or as a copy of what an alias stands for."""
        key: Span | None = None
        span, within = self._root, False
        for number, step in enumerate(path):
            if span.alias:
                return self._copied(span, path[:number], path[number:], value, within=within)
            within = within or span.flow
            below = _below(span, step)
            if below is None:
                return self._new_key(span, path, number, value, within=within)
            key, span = below
        if span.alias:
            self._notes.append(f"{told(path)} was *{span.alias}; what else that stands for stays as it is")
        return self._splices.replace(span, value, within=within, key=key)

    def _new_key(self, group: Span, path: Steps, number: int, value: Data, *, within: bool) -> list[Splice]:
        """A key that is not written there: none, or one that << takes in, of which the group gets its own."""
        here, rest = path[: number + 1], path[number + 1 :]
        if group.entries is None:
            raise Refused(f"{told(here)} has no place in this text; write the group out first")
        if rest:
            taken_in = copy.deepcopy(_get(self._data, here))
            whole: Any = {} if taken_in is None else taken_in
            _put(whole, rest, value)
            value = whole
        return self._splices.new_key(group, str(path[number]), value, within=within)

    def _copied(self, span: Span, path: Steps, rest: Steps, value: Data, *, within: bool) -> list[Splice]:
        whole = copy.deepcopy(_get(self._data, path))
        _put(whole, rest, value)
        self._notes.append(f"{told(path)} was *{span.alias} and is a copy of it now; other places keep theirs")
        return self._splices.replace(span, whole, within=within, key=None)

    def _span(self, path: Steps) -> tuple[Span | None, bool]:
        """What is written at a path, and whether in brackets; None where an alias stands for it."""
        span, within = self._root, False
        for step in path:
            within = within or (span.flow and not span.alias)
            below = _below(span, step)
            if below is None:
                return None, within
            _, span = below
        return (None if span.alias else span), within

    def _tried(self, splices: list[Splice], wanted: Any) -> Edited:
        text = applied(self._text, splices)
        root, problems = read(text, str(self._file))
        if root is None or plain_data(root) != _pruned(wanted):
            if anchor := self._shared():
                raise Refused(
                    f"{self._path} lies in &{anchor}, and would change wherever *{anchor} stands; edit it by hand"
                )
            reason = f" ({problems[0].sentence})" if problems else ""
            raise Refused(f"the text around {self._path} cannot be edited in place{reason}; edit it by hand")
        return Edited(text, tuple(self._notes), _new_problems(self._text, text, self._file))

    def _shared(self) -> str:
        """An anchor around the path that an alias stands for somewhere; empty where there is none."""
        used = {one.alias for one in _every(self._root) if one.alias}
        span = self._root
        for step in self._steps:
            if span.anchor in used:
                break
            below = _below(span, step)
            if below is None:
                break
            span = below[1]
        return span.anchor if span.anchor in used else ""


def _new_problems(before: str, after: str, file: Path) -> tuple[Problem, ...]:
    had = Counter((one.rule, str(one.sentence)) for one in read_text(before, file, files=True).problems)
    found = []
    for problem in read_text(after, file, files=True).problems:
        if had[problem.rule, str(problem.sentence)]:
            had[problem.rule, str(problem.sentence)] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _below(span: Span, step: Step) -> tuple[Span | None, Span] | None:
    """What is written a step below a value, with its key where it has one."""
    if span.items is not None and isinstance(step, int):
        return None, span.items[step]
    found = pair_of(span, str(step))
    return (found[1].key, found[1].value) if found else None


def _every(span: Span) -> list[Span]:
    found, waiting = [], [span]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += [*(one.items or ()), *(pair.value for pair in one.entries or ())]
    return found


def _get(data: Any, path: Steps) -> Any:
    for step in path:
        data = data[step] if isinstance(step, int) else data.get(step) if isinstance(data, dict) else None
    return data


def _put(data: Any, path: Steps, value: Data) -> None:
    for step in path[:-1]:
        data = data[step] if isinstance(step, int) else data.setdefault(step, {})
    data[path[-1]] = value


def _pruned(data: Any) -> Any:
    """As it is read: keys without a value are none."""
    if isinstance(data, dict):
        return {key: _pruned(value) for key, value in data.items() if value is not None}
    return [_pruned(item) for item in data] if isinstance(data, list) else data
