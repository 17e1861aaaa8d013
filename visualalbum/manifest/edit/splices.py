"""What an edit takes out of a text and puts in, for texts written in lines and within brackets alike."""

from __future__ import annotations

import re
from typing import NamedTuple

from visualalbum.manifest.edit.spans import Pair, Span
from visualalbum.manifest.edit.values import Data, written

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)*")


class Splice(NamedTuple):
    """`text` stands in the place of what was from `start` to `end`."""

    start: int
    end: int
    text: str


def applied(text: str, splices: list[Splice]) -> str:
    """The text with all of them, none of which overlap."""
    for splice in sorted(splices, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


class Splices:
    """Makes them for one text. Where lines have to be added they end as the text's own do."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"

    def replace(self, span: Span, value: Data, *, within: bool, key: Span | None) -> list[Splice]:
        """Another value in the place of one, which has a `key` or is an item of a list; its anchor stays."""
        properties = "" if span.alias else self._properties(span)
        form = properties + written(value, within=within, style=span.style)
        if key is not None and (not span.flow or span.start == span.end):
            # Lines below the key, or nothing yet: the value stands right behind the key.
            return [Splice(self._text.index(":", key.end) + 1, span.end, f" {form}")]
        return [Splice(span.start, span.end, form if span.start < span.end else f" {form}")]

    def _properties(self, span: Span) -> str:
        found = _PROPERTIES.match(self._text, span.start, span.end)
        return " ".join(found[0].split()) + " " if found and found[0] else ""

    def new_key(self, group: Span, name: str, value: Data, *, within: bool) -> list[Splice]:
        """A key more, behind the last one."""
        assert group.entries is not None
        pair = f"{written(name, within=within or group.flow)}: {written(value, within=within or group.flow)}"
        if group.flow:
            if not group.entries:
                return [Splice(self._text.index("{", group.start) + 1, group.end - 1, pair)]
            last = group.entries[-1].value.end
            return [Splice(last, last, f", {pair}")]
        indent = " " * self._column(group.entries[0].key.start)
        return [self._line_after(group.end, indent + pair)]

    def without_key(self, group: Span, number: int) -> list[Splice]:
        """One key less, of several."""
        assert group.entries is not None
        pairs = group.entries
        return self._without(
            [Span(pair.key.start, max(pair.key.end, pair.value.end)) for pair in pairs], number, flow=group.flow
        )

    def without_item(self, items: Span, number: int) -> list[Splice]:
        """One item less, of several."""
        assert items.items is not None
        wholes = items.items if items.flow else [Span(self._dash(one), one.end) for one in items.items]
        return self._without(wholes, number, flow=items.flow)

    def new_item(self, items: Span, number: int, value: Data, *, within: bool) -> list[Splice]:
        """An item more, before the one of a number, or behind the last."""
        assert items.items is not None
        form = written(value, within=within or items.flow)
        there = items.items
        if items.flow:
            if not there:
                return [Splice(self._text.index("[", items.start) + 1, items.end - 1, form)]
            if number < len(there):
                return [Splice(there[number].start, there[number].start, f"{form}, ")]
            return [Splice(there[-1].end, there[-1].end, f", {form}")]
        dash = self._dash(there[min(number, len(there) - 1)])
        line = " " * self._column(dash) + f"- {form}"
        if number < len(there):
            start = dash - self._column(dash)
            return [Splice(start, start, line + self._newline)]
        return [self._line_after(items.end, line)]

    def moved_item(self, items: Span, number: int, to: int) -> list[Splice]:
        """The items in another order: each with the comment behind it, what stands between them stays."""
        assert items.items is not None
        wholes = [Span(one.start, one.end if items.flow else self._line_end(one.end)) for one in items.items]
        order = [at for at in range(len(wholes)) if at != number]
        order.insert(to, number)
        texts = [self._text[wholes[at].start : wholes[at].end] for at in order]
        return [Splice(slot.start, slot.end, text) for slot, text in zip(wholes, texts, strict=True)]

    def _without(self, wholes: list[Span], number: int, *, flow: bool) -> list[Splice]:
        gone = wholes[number]
        if not flow and not self._text[gone.start - self._column(gone.start) : gone.start].strip():
            start, end = gone.start - self._column(gone.start), self._line_end(gone.end)
            after = self._text[end : end + 2]
            return [Splice(start, end + (2 if after == "\r\n" else len(after[:1])), "")]
        if number + 1 < len(wholes):
            return [Splice(gone.start, wholes[number + 1].start, "")]
        return [Splice(wholes[number - 1].end, gone.end, "")]

    def _line_after(self, end: int, line: str) -> Splice:
        place = self._line_end(end)
        return Splice(place, place, self._newline + line)

    def _line_end(self, index: int) -> int:
        """Where the line of a place ends, its comment behind it."""
        end = self._text.find("\n", index)
        end = len(self._text) if end < 0 else end
        return end - 1 if self._text[:end].endswith("\r") else end

    def _column(self, index: int) -> int:
        return index - (self._text.rfind("\n", 0, index) + 1)

    def _dash(self, item: Span) -> int:
        """Where the dash of an item stands."""
        return self._text.rindex("-", 0, item.start if item.end > item.start else item.start + 1)


def pair_of(group: Span, name: str) -> tuple[int, Pair] | None:
    """The number and the pair of a key that is written in a group."""
    found = ((number, pair) for number, pair in enumerate(group.entries or ()) if pair.name == name)
    return next(found, None)
