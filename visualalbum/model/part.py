"""The base of every part of a manifest: frozen, no unknown keys, and a short form where one value says it all."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator

from visualalbum.said import Said, say


class Part(BaseModel):
    """A group of keys; where `short` names a field, a single value in the part's place is that field's."""

    # Most parts are read within an album, whose validator holds theirs: none is built before it is asked by itself.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    called: ClassVar[Said] = say("a part")
    short: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _lengthen(cls, value: Any) -> Any:
        return {cls.short: value} if cls.short and isinstance(value, str) else value
