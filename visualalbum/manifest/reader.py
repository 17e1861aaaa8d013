"""From text to nodes: the parser's events put together on a stack of our own, within budgets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml

from visualalbum.manifest.nodes import Entry, Group, Items, Node, Scalar
from visualalbum.manifest.yaml_errors import problem_of
from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import Said, say
from visualalbum.textfile import UnreadableError, is_printable, refuse
from visualalbum.timecode import shown

MAX_DEPTH = 64  # a manifest needs seven levels
MAX_NODES = 300_000  # twice what 4 MB of ordinary lines hold; aliases count with all they stand for
MAX_PROBLEMS = 10_000  # a text with more wrong in it is not read to its end

ONE = say("keep one of them")
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CORE = "tag:yaml.org,2002:"
_CORE_TAGS = {f"{_CORE}{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq")} | {"!", None}
_NOTHING = Scalar(Place(""), "")  # stands for what was reported and is left out


@dataclass
class _Open:
    """A list or a group that is still being read."""

    place: Place
    anchor: str | None
    is_group: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    merged: list[Group] = field(default_factory=list)
    key: Node | None = None


def read(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Read a text; the root is None where nothing can be made of it, and then a problem says why."""
    reader = _Reader(text, file)
    try:
        root = reader.run()
    except UnreadableError as refusal:
        return None, [*reader.problems, refusal.problem]
    except yaml.YAMLError as error:
        return None, [*reader.problems, problem_of(error, text, file, reader.innermost)]
    return root, reader.problems


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._file = file
        self._stack: list[_Open] = []
        self._anchors: dict[str, Node] = {}
        self._nodes = 0
        self._root: Node | None = None
        self._documents = 0

    def run(self) -> Node:
        """Read all events; raises UnreadableError or yaml.YAMLError."""
        # Told apart by their type and the commonest first: a text of 2000 lines may have 20,000 events.
        for event in self._events():
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._add_scalar(event)
            elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
                self._close(self._stack.pop())
            elif kind is yaml.SequenceStartEvent or kind is yaml.MappingStartEvent:
                place = self._place(event)
                self._count(1, place)
                self._check_tag(event.tag, place)
                if len(self._stack) >= MAX_DEPTH:
                    raise self._too_deep(place)
                self._stack.append(_Open(place, event.anchor, kind is yaml.MappingStartEvent))
            elif kind is yaml.AliasEvent:
                self._add_alias(event.anchor, self._place(event))
            elif kind is yaml.DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    self._complain(self._place(event), "several-documents", say("a second document starts here"), ONE)
                    break
        if self._root is None or (isinstance(self._root, Scalar) and self._root.empty):
            raise refuse(Place(self._file), "empty", say("the manifest is empty"), say("start it with visualalbum: 1"))
        return self._root

    @property
    def innermost(self) -> Place | None:
        """Where the list or group starts that is being read."""
        return self._stack[-1].place if self._stack else None

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._file, mark.line + 1, mark.column + 1)

    def _add_scalar(self, event: yaml.ScalarEvent) -> None:
        place = self._place(event)
        self._count(1, place)
        self._check_tag(event.tag, place)
        # The text has been looked through: only an escape can make what it may not hold.
        if event.style != '"' or is_printable(event.value):
            self._add(Scalar(place, event.value, not event.style), event.anchor)
        else:
            sentence = say("an escape here makes a control character")
            self._complain(place, "control-character", sentence, say("take the escape away"))
            self._add(_NOTHING, event.anchor)

    def _events(self) -> Iterator[yaml.Event]:
        return yaml.parse(self._text, Loader=PARSER)

    def _complain(self, place: Place, rule: str, sentence: Said, remedy: Said) -> None:
        self.problems.append(Problem(place, Severity.ERROR, rule, sentence, remedy))
        if len(self.problems) >= MAX_PROBLEMS:
            sentence = say("so much is wrong that reading stops here")
            raise refuse(place, "too-many-problems", sentence, say("mend the first ones"))

    def _count(self, nodes: int, place: Place) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            sentence = say(
                "the manifest has more than {most} values, aliases counted with all they stand for", most=MAX_NODES
            )
            raise refuse(place, "too-many-values", sentence, say("look for aliases of aliases"))

    def _too_deep(self, place: Place) -> UnreadableError:
        sentence = say("lists and groups are nested more than {most} deep", most=MAX_DEPTH)
        return refuse(place, "too-deep", sentence, say("a manifest needs no more than a few levels"))

    def _check_tag(self, tag: str | None, place: Place) -> None:
        if tag not in _CORE_TAGS:
            name = tag.replace(_CORE, "!!") if tag else ""
            sentence = say("the tag {tag} has no meaning in a manifest", tag=shown(name))
            self._complain(place, "tag", sentence, say("take it away: every value is read as it is typed"))

    def _add_alias(self, name: str, place: Place) -> None:
        target = self._anchors.get(name)
        if target is None:
            inside = any(frame.anchor == name for frame in self._stack)
            sentence = say("there is no anchor &{name} before *{name}", name=name)
            if inside:
                sentence = say("*{name} stands inside what it stands for", name=name)
            self._complain(place, "alias", sentence, say("write the value out, or mend the name"))
            self._add(_NOTHING, None)
            return
        self._count(target.size, place)
        if len(self._stack) + target.height > MAX_DEPTH:
            raise self._too_deep(place)
        self._add(replace(target, place=place), None)

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor is not None:
            self._anchors[anchor] = node
        if not self._stack:
            self._root = node
            return
        frame = self._stack[-1]
        if not frame.is_group:
            if node is not _NOTHING:
                frame.items.append(node)
        elif frame.key is None:
            frame.key = node
        else:
            key, frame.key = frame.key, None
            self._add_entry(frame, key, node)

    def _add_entry(self, frame: _Open, key: Node, value: Node) -> None:
        if key is _NOTHING or value is _NOTHING:
            return
        if not isinstance(key, Scalar) or not key.text:
            sentence = say("a key is one word, and this is {kind}", kind=_kind(key))
            self._complain(key.place, "bad-key", sentence, say("write KEY: VALUE"))
        elif key.text == "<<" and key.plain:
            groups = value.items if isinstance(value, Items) else (value,)
            frame.merged += [group for group in groups if isinstance(group, Group)]
            if not all(isinstance(group, Group) for group in groups):
                sentence = say("<< takes in groups of keys, and this is none")
                self._complain(value.place, "merge", sentence, say("write <<: *NAME"))
        elif key.text in frame.entries:
            first = frame.entries[key.text].key.line
            sentence = say("{key} stands here a second time, after line {line}", key=shown(key.text), line=first)
            self._complain(key.place, "duplicate-key", sentence, ONE)
        elif isinstance(value, Scalar) and value.empty:
            frame.entries[key.text] = Entry(key.place, value)
            sentence, remedy = say("{key} has no value", key=shown(key.text)), say("write one, or take the key away")
            self.problems.append(Problem(key.place, Severity.WARNING, "no-value", sentence, remedy))
        else:
            frame.entries[key.text] = Entry(key.place, value)

    def _close(self, frame: _Open) -> None:
        if not frame.is_group:
            self._add(Items(frame.place, tuple(frame.items)), frame.anchor)
            return
        entries = dict(frame.entries)
        for group in frame.merged:
            for key, entry in group.entries.items():
                entries.setdefault(key, entry)
        written = {k: e for k, e in entries.items() if not (isinstance(e.value, Scalar) and e.value.empty)}
        self._add(Group(frame.place, written), frame.anchor)


def _kind(key: Node) -> Said:
    return say("nothing") if isinstance(key, Scalar) else key.kind
