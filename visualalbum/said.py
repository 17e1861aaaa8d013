"""Sentences that a window says in another language too: English to all others, who take them for the text they are.

Qt Linguist finds what `say` is called with; `ui.tongue.translated` says it in the language that is chosen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Value = str | int
"""What is filled in; a `Said` is said in the other language too."""


class Said(str):
    """The English text, with what it was made of: a `template` with `{names}`, and their `values`. Picklable."""

    template: str
    values: dict[str, Value]

    def __new__(cls, template: str = "", values: Mapping[str, Value] | None = None) -> Said:
        said = super().__new__(cls, template.format(**values) if values else template)
        said.template, said.values = template, dict(values or {})
        return said

    def __reduce__(self) -> tuple[type[Said], tuple[str, dict[str, Value]]]:
        return Said, (self.template, self.values)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """In JSON it is its template and values, so that it is still said in every language when it is read again."""
        from pydantic_core import core_schema

        written = core_schema.plain_serializer_function_ser_schema(_written)
        return core_schema.no_info_plain_validator_function(_read, serialization=written)


NOTHING = Said()


def say(template: str, /, **values: Value) -> Said:
    """A sentence, or a part of one: one literal in one piece, else Qt Linguist does not find it."""
    return Said(template, values)


def both(sentence: Said, remedy: Said) -> Said:
    """What has happened and what to do about it, as one sentence."""
    return say("{sentence}; {remedy}", sentence=sentence, remedy=remedy)


def as_it_is(text: str) -> Said:
    """A text that is the same in every language: somebody else's, such as a library's."""
    return Said(text)


def to_json(said: Said) -> str:
    """What another process writes of a sentence."""
    return json.dumps(_written(said))


def from_json(text: str) -> Said:
    """A sentence that was written so. Raises ValueError."""
    return _read(json.loads(text))


def _written(said: Value) -> Any:
    if not isinstance(said, Said):
        return said
    return [said.template, {name: _written(value) for name, value in said.values.items()}]


def _read(written: Any) -> Said:
    match written:
        case Said():
            return written
        case str():
            return Said(written)
        case [str(template), dict(values)]:
            try:
                return Said(template, {str(name): _value(value) for name, value in values.items()})
            except (LookupError, AttributeError) as error:  # names without values, or of parts of them
                raise ValueError("this sentence lacks something") from error
    raise ValueError("this is no sentence")


def _value(written: Any) -> Value:
    return _read(written) if isinstance(written, list) else written
