"""The manifest language as JSON Schema, draft 7, which is what the YAML servers of editors take."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelField, WithDefaultSchema

from visualalbum.manifest.vocabulary import Key, keys, parts
from visualalbum.model import Album, ProgrammeItem
from visualalbum.model.part import Part

DIALECT = "http://json-schema.org/draft-07/schema#"
TITLE = "A visual album's manifest"

Schema = dict[str, Any]


class _Draft7(GenerateJsonSchema):
    """Defaults are told key by key, as they are written; they are values of Python here."""

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def model_field_schema(self, schema: ModelField) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def schema() -> Schema:
    """The schema of a whole manifest: it takes every text that `visualalbum check` has no errors for, as an editor's
    YAML 1.2 parser types its values, and every key has a description, its default and an example."""
    made = Album.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Draft7)
    by_name = {part.__name__: part for part in parts()}
    definitions = {name: _part(by_name[name], one) for name, one in made.pop("$defs").items()}
    return {"$schema": DIALECT, "title": TITLE, **_part(Album, made), "definitions": definitions}


def _part(part: type[Part], made: Schema) -> Schema:
    """A part as a group of keys, or in its short form."""
    described = {key.name: _key(key, made["properties"][key.name]) for key in keys(part)}
    group: Schema = {
        "type": "object",
        "description": part.__doc__,
        "properties": described,
        "required": [key.name for key in keys(part) if key.required],
        "additionalProperties": False,
    }
    short = _short(part, made)
    return {"anyOf": [short, group], "description": part.__doc__} if short else group


def _short(part: type[Part], made: Schema) -> Schema | None:
    if part is ProgrammeItem:
        return {"type": ["string", "number", "boolean"]}
    one: Schema | None = made["properties"].get(part.short)
    return one


def _key(key: Key, made: Schema) -> Schema:
    """What stands beside a reference is not read in draft 7, so that it is wrapped; a key may be left empty."""
    kinds = made.get("anyOf", [made]) if set(made) <= {"anyOf", "title"} else [made]
    kinds = [{name: value for name, value in kind.items() if name != "title"} for kind in kinds]
    if not key.required and not any(_takes_nothing(kind) for kind in kinds):
        kinds = [*kinds, {"type": "null"}]
    told: Schema = {"description": key.told, "examples": list(key.examples)}
    if not key.required:
        told["default"] = key.default
    return {**told, **kinds[0]} if len(kinds) == 1 and "$ref" not in kinds[0] else {**told, "anyOf": kinds}


def _takes_nothing(kind: Schema) -> bool:
    return kind.get("type") == "null" or "null" in kind.get("type", [])
