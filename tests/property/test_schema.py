"""What a single value may be, by `check` and by the schema: whatever check takes, the schema takes in every type."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from tests.support.yaml12 import typed
from visualalbum import timecode
from visualalbum.model import scalars, written

KINDS = ["Beats", "Bpm", "Day", "Duration", "Edition", "File", "FilmTime", "FitWord", "Flag", "Id", "Isrc", "JoinWord"]
KINDS += ["Language", "Level", "Number", "Show", "Text", "TrackTime"]

SHAPES = (*timecode.SPELLINGS, written.NUMBER, written.LEVEL, written.LANGUAGE, written.SHOW_TIME, r"\d{4}(-\d\d){0,2}")
VALUES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=20),
    st.one_of(*(st.from_regex(f"(?a:{shape})", fullmatch=True) for shape in SHAPES)),
    st.sampled_from(
        ["true", "false", "null", "~", "on", "off", "no", "go", "cut", "dissolve 2", "1", "0x1F", "1e3", ".5"]
    ),
)


def as_typed(value: str) -> list[Any]:
    """What an editor's parser makes of a value in quotes, and of it as it stands, where that is a value."""
    kinds: list[Any] = [value]
    try:
        plain = typed(value)
    except Exception:  # a text with signs of YAML in it has to be quoted
        return kinds
    same = not isinstance(plain, dict | list) and value == value.strip() and not {"#", "&", "!", "|", ">"} & {*value}
    return [*kinds, plain] if same and value else kinds


@pytest.mark.parametrize("kind", KINDS)
@given(value=VALUES)
@example(value="0150")
@example(value="2024")
def test_what_check_takes_the_schema_takes(kind: str, value: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(getattr(scalars, kind))
    validator = Draft7Validator(adapter.json_schema())
    try:
        adapter.validate_python(value)
    except ValidationError:
        return
    for one in as_typed(value):
        assert validator.is_valid(one), (json.dumps(one), adapter.json_schema())
