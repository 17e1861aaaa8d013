"""The schema and the reference page: one corpus for `check` and for an editor, and both pages made from the models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.support.yaml12 import typed
from tests.unit.manifest.reading import read
from visualalbum.manifest.reference import reference
from visualalbum.manifest.schema import schema
from visualalbum.manifest.vocabulary import Key, keys, parts
from visualalbum.model.part import Part
from visualalbum.problems import has_errors

MANIFESTS = Path(__file__).parents[3] / "manifests"

TRACK = "visualalbum: 1\ntracks: [{audio: a.flac, tempo: {bpm: 120}, film: f.mp4, %s}]\n"
SONG = "visualalbum: 1\ntracks: [{audio: a.flac, %s}]\n"
SEGMENT = TRACK % "segments: [{film: f.mp4, %s}]"
ALBUM = "visualalbum: 1\ntracks: [{audio: a.flac}]\n%s\n"

TIMES = [
    "7",
    "7.36",
    '"7.36"',
    "0:12",
    "1:02.5",
    "1:01:02.5",
    "00:01:10:12",
    "00:01:10;12",
    "8s",
    "8 s",
    "250 ms",
    "2 min",
]
GOOD: dict[str, list[str]] = {
    ALBUM % "title: %s": ["Backstage", "1984", '"1984"', "1.5", "true", "no", "1:30", "2024-06-28", "null", "~", "夜"],
    ALBUM % "released: %s": ["2024", '"2024"', "2024-06", "2024-06-28"],
    ALBUM % "languages: %s": ["[ja, en]", "[no]", "[zh-Hant-TW]", "[]", ""],
    ALBUM % "cover: %s": ["stills/cover.png", "{image: c.png, alt: 3}", "{image: 7.png, tags: [a, 1, true]}", ""],
    ALBUM % "films: %s": ["{f: f.mp4}", "{1: {file: f.mp4}}", "{夜: {file: f.mp4, captions: w.vtt}}", ""],
    ALBUM % "rights: %s": ["© 2024", "|\n  two\n  lines"],
    ALBUM % "programme: %s": [
        "[a]",
        "[leader 8s, a]",
        "[{leader: 8}, a, interval 2:00]",
        "[{film: f.mp4, in: 0:12}, a]",
    ],
    ALBUM % "screenings: %s": ["[{at: 2026-12-01 19:30 Asia/Tokyo, doors: 30 min}]", "[{at: 2026-12-01 19:30:15 UTC}]"],
    ALBUM % "notes: %s": ["[a.md]", "[{title: 1, file: a.md}]"],
    ALBUM % "credits: %s": ["[{name: Souma}]", "[{name: 1984, role: x, as: true}]"],
    ALBUM % "sources: %s": ["[{title: X, date: 2024}]"],
    TRACK % "id: %s": ["a", "7", "1.5", "夜", "true"],
    TRACK % "number: %s": ["7", '"7"', "07"],
    TRACK % "isrc: %s": ["JPX012400001", "jp-x01-24-00001"],
    TRACK % "live: %s": ["true", "false", '"true"'],
    SONG % "tempo: %s": ["{bpm: 96}", '{bpm: "96.5", first_beat: 0:00.12, beats_per_bar: 3}'],
    TRACK % "lyrics: %s": ["w.lrc", "{file: w.ttml, language: ja, translations: {en: e.lrc, ja-Latn: r.lrc}}"],
    TRACK % "stills: %s": ["[{image: s.png, at: bar 2, for: 3, fit: inset}]", "[{image: s.png, for: 0.5}]", "[]"],
    TRACK % "still: %s": ["s.png", "1"],
    SEGMENT % "in: %s": [*TIMES[:5], "00:00:03:07"],
    SEGMENT % "at: %s": [*TIMES[:6], "bar 17", "bar 17 beat 2.5", "go"],
    SEGMENT % "join: %s": ["cut", "dissolve 0.8", "dissolve 800 ms"],
    SEGMENT % "song: %s": ["on", "off", "-12 dB", "+3 dB", "-12.5dB"],
    SEGMENT % "sound: %s": ["-18 dB", "off", "{level: -18 dB, fade_in: 0.5, fade_out: 1 s}", ""],
    SEGMENT % "fit: %s": ["cover", "contain", "inset"],
    SEGMENT % "hold: %s": ["true", "false"],
}
"""Where something stands, and what may stand there."""

BAD: dict[str, list[str]] = {
    ALBUM % "titel: %s": ["x"],
    ALBUM % "title: %s": ["[a]", "{a: b}"],
    ALBUM % "released: %s": ["yesterday", "2024-6-1", "-1"],
    ALBUM % "languages: %s": ["ja", "[japanese language]", "[true]"],
    ALBUM % "cover: %s": ["[a.png]", "{alt: no image}"],
    ALBUM % "screenings: %s": ["[{at: tomorrow}]", "[{title: no time}]"],
    TRACK % "number: %s": ["0", "x", "-1"],
    TRACK % "live: %s": ["yes", "on", "maybe"],
    SONG % "tempo: %s": ["fast", "{bpm: 5}", "{beats_per_bar: 4}"],
    TRACK % "stills: %s": ["s.png", "[{image: s.png, for: 00:00:01:02}]", "[{image: s.png, for: bar 2}]"],
    SEGMENT % "in: %s": ["soon", "-1", "bar 3", "1:2", "1:75"],
    SEGMENT % "at: %s": ["bar", "now", "-0:12"],
    SEGMENT % "join: %s": ["wipe", "dissolve"],
    SEGMENT % "song: %s": ["loud", "12", "-12"],
    SEGMENT % "fit: %s": ["stretch"],
}


def each(corpus: dict[str, list[str]]) -> list[Any]:
    """Each value in its place, as a text of its own."""
    texts = [where % value for where, values in corpus.items() for value in values]
    return [pytest.param(text, id=text.split("tracks: ", 1)[1].replace("\n", " ")) for text in texts]


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    Draft7Validator.check_schema(schema())
    return Draft7Validator(schema())


@pytest.mark.parametrize("text", each(GOOD))
def test_what_check_takes_the_schema_takes_as_an_editor_types_it(text: str, validator: Draft7Validator) -> None:
    found = read(text)
    assert not has_errors(found.problems), "\n".join(map(str, found.problems))
    assert [error.message for error in validator.iter_errors(typed(text))] == []


@pytest.mark.parametrize("text", each(BAD))
def test_what_check_refuses_for_its_shape_the_schema_refuses(text: str, validator: Draft7Validator) -> None:
    assert has_errors(read(text).problems)
    assert not validator.is_valid(typed(text))


@pytest.mark.parametrize("name", ["backstage", "look-back"])
def test_the_examples_fit_the_schema(name: str, validator: Draft7Validator) -> None:
    text = (MANIFESTS / f"{name}.visualalbum.yaml").read_text(encoding="utf-8")
    assert [error.message for error in validator.iter_errors(typed(text))] == []


KEYS = [pytest.param(part, key, id=f"{part.__name__}.{key.name}") for part in parts() for key in keys(part)]


@pytest.mark.parametrize(("part", "key"), KEYS)
def test_every_key_is_told_with_an_example_that_is_right(part: type[Part], key: Key) -> None:
    needed = {other.name: other.examples[0] for other in keys(part) if other.required}
    if part.__name__ == "ProgrammeItem" and key.name in ("in", "out"):
        needed["film"] = "backstage"
    assert key.told.endswith(".") and key.examples
    for example in key.examples:
        part.model_validate(as_texts({**needed, key.name: example}))


def as_texts(value: Any) -> Any:
    """As a manifest's reader gives them: every single value a text."""
    if isinstance(value, dict):
        return {key: as_texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_texts(inner) for inner in value]
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(("part", "key"), KEYS)
def test_a_default_is_what_the_schema_takes_there(part: type[Part], key: Key) -> None:
    described = schema()
    told = described if part.__name__ == "Album" else described["definitions"][part.__name__]
    told = next((kind for kind in told.get("anyOf", []) if "properties" in kind), told)["properties"][key.name]
    assert told["description"] == key.told
    assert told["examples"] == list(key.examples)
    assert ("default" in told) is not key.required
    if not key.required:
        inner = {"definitions": described["definitions"], **told}
        assert Draft7Validator(inner).is_valid(key.default)


def test_the_pages_beside_the_examples_are_made_from_the_models() -> None:
    kept = json.loads((MANIFESTS / "visualalbum.schema.json").read_text(encoding="utf-8"))
    assert kept == schema(), "visualalbum schema > manifests/visualalbum.schema.json"
    page = (MANIFESTS / "REFERENCE.md").read_text(encoding="utf-8")
    assert page == reference(), "visualalbum schema --markdown > manifests/REFERENCE.md"
