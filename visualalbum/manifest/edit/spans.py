"""Where every value of a manifest begins and ends in its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from visualalbum.manifest.reader import PARSER


@dataclass
class Span:
    """A value: its text is `text[start:end]`, its anchor included, comments and blank lines behind it not."""

    start: int
    end: int
    flow: bool = True
    """Whether it is written within a line, as `{...}`, `[...]` or a single value."""
    anchor: str = ""
    style: str = ""
    """How a single value is quoted: `'`, `"`, `|`, `>` or not at all."""
    alias: str = ""
    """The anchor that it stands for, where it is `*NAME`."""
    items: list[Span] | None = None
    entries: list[Pair] | None = None


@dataclass
class Pair:
    """A key and its value."""

    name: str
    key: Span
    value: Span


@dataclass
class _Open:
    span: Span
    key: Span | None = None
    name: str = ""


def spans(text: str) -> Span:
    """The root of a text that can be read as YAML; raises yaml.YAMLError for another."""
    root: Span | None = None
    stack: list[_Open] = []
    for event in yaml.parse(text, Loader=PARSER):
        start, end = event.start_mark.index, event.end_mark.index
        match event:
            case yaml.ScalarEvent():
                end = start + len(text[start:end].rstrip())
                span = Span(start, end, anchor=event.anchor or "", style=event.style or "")
                name = event.value
            case yaml.AliasEvent():
                span, name = Span(start, end, alias=event.anchor), ""
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                opened = Span(start, end, flow=bool(event.flow_style), anchor=event.anchor or "")
                if isinstance(event, yaml.SequenceStartEvent):
                    opened.items = []
                else:
                    opened.entries = []
                stack.append(_Open(opened))
                continue
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                span, name = stack.pop().span, ""
                span.end = end if span.flow else max([span.start, *(one.end for one in _within(span))])
            case _:
                continue
        if not stack:
            root = span
        else:
            _put(stack[-1], span, name)
    assert root is not None
    return root


def _put(frame: _Open, span: Span, name: str) -> None:
    if frame.span.items is not None:
        frame.span.items.append(span)
    elif frame.key is None:
        frame.key, frame.name = span, name
    else:
        assert frame.span.entries is not None
        frame.span.entries.append(Pair(frame.name, frame.key, span))
        frame.key = None


def _within(span: Span) -> Iterator[Span]:
    yield from span.items or ()
    for pair in span.entries or ():
        yield pair.key
        yield pair.value
