"""How single values may be written, as JSON Schema sees what an editor's YAML parser makes of them.

An editor types its values (`1984` is a number there, `true` a flag) and this project reads them as they stand: a
schema takes each in every type that it can come in. Patterns are those of both Python and ECMAScript.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import WithJsonSchema

NUMBER = r"\d{1,9}(?:\.\d{1,9})?"
LEVEL = r"([-+]?\d{1,3}(?:\.\d{1,3})?) ?dB"
LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
"""The shape of BCP 47, whose languages of four letters and more are kept for later."""
SHOW_TIME = r"(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?) ([A-Za-z][\w+-]*(?:/[\w+-]+)*)"


def anything() -> WithJsonSchema:
    """Any single value: it is taken as the text it is."""
    return WithJsonSchema({"type": ["string", "number", "boolean", "null"]})


def text(pattern: str) -> WithJsonSchema:
    """A text of one shape."""
    return WithJsonSchema(_text(pattern))


def choice(*values: Any) -> WithJsonSchema:
    """One of some values."""
    return WithJsonSchema({"enum": list(values)})


def number(low: int, high: int, *, whole: bool = False) -> WithJsonSchema:
    """A number between two others, in quotes or not."""
    kind = "integer" if whole else "number"
    return WithJsonSchema({"anyOf": [{"type": kind, "minimum": low, "maximum": high}, _text(NUMBER)]})


def times(spellings: Iterable[str]) -> WithJsonSchema:
    """A time in one of some spellings; bare seconds are a number."""
    return WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0}, _text("|".join(map(_ecma, spellings)))]})


def day() -> WithJsonSchema:
    """A year, which is a number, a month or a day."""
    return WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1, "maximum": 9999}, _text(r"\d{4}(-\d\d){0,2}")]})


def _text(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def _ecma(pattern: str) -> str:
    """Without the names of groups, which ECMAScript writes in another way."""
    return re.sub(r"\(\?P<\w+>", "(", pattern)
