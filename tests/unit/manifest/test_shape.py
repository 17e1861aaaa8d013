"""From nodes to the album: our sentences at the right places, and the rest of the album still there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.unit.manifest.reading import only, read, told
from visualalbum.model import Album
from visualalbum.problems import Severity

HEAD = "visualalbum: 1\ntracks: [{audio: a.flac}]\n"


@pytest.mark.parametrize(
    ("text", "rule", "sentence", "remedy"),
    [
        (HEAD + "▸titel: x\n", "unknown-key", 'the album has no key "titel"', "did you mean title?"),
        (HEAD + "▸Title: x\n", "unknown-key", 'the album has no key "Title"', "did you mean title?"),
        (HEAD + "cover: {image: a, ▸zzz: b}\n", "unknown-key", 'a picture has no key "zzz"', "its keys are image, alt"),
        (HEAD + "films: {f: {file: a.mp4, ▸directer: b}}\n", "unknown-key", 'a film has no key "directer"', "director"),
        (HEAD + "films: {f: ▸{title: x}}\n", "missing-key", "a film needs file", "write file: and its value"),
        ("▸tracks: [{audio: a}]\n", "missing-key", "the album needs visualalbum", "write visualalbum: and its value"),
        (HEAD + "films: {▸a b: c.mp4}\n", "bad-id", '"a b" cannot be an id', "without spaces"),
        (HEAD + "notes: ▸x\n", "wrong-kind", "notes is a list, and this is a single value", "dash"),
        (HEAD + "notes: ▸{a: b}\n", "wrong-kind", "notes is a list, and this is a group of keys", "dash"),
        (HEAD + "films: ▸[a.mp4]\n", "wrong-kind", "films is a group of names and values, and this is a list", "NAME"),
        (
            HEAD + "credits: [▸x]\n",
            "wrong-kind",
            "a credit is a group of keys, and this is a single value",
            "name, role",
        ),
        (HEAD + "credits: [▸[x]]\n", "wrong-kind", "a credit is a group of keys, and this is a list", "name, role"),
        (HEAD + "title: ▸[x]\n", "wrong-kind", "a single value belongs here, and this is a list", "one line"),
        (HEAD + "cover: ▸''\n", "bad-path", "a file's path is empty", "write its path"),
        (
            HEAD + "notes:\n-▸ \n",
            "wrong-kind",
            "a chapter of the notes is a group of keys, and this is nothing",
            "file",
        ),
        (HEAD + "programme: [▸leader x]\n", "bad-time", '"x" is not a time', "M:SS"),
        (HEAD + "programme: [▸{in: 3}]\n", "bad-programme", "an item of the programme is one thing", "leader"),
        (HEAD + "languages: [ja, ▸x!]\n", "bad-language", '"x!" is not a language tag', "ja"),
        ("visualalbum: ▸2\ntracks: [{audio: a}]\n", "bad-edition", 'visualalbum: 1, and this is "2"', "newer"),
        ("▸- a\n", "wrong-kind", "a manifest is a group of keys, and this is a list", "visualalbum: 1"),
        ("▸just words\n", "wrong-kind", "a manifest is a group of keys, and this is a single value", "visualalbum"),
    ],
)
def test_each_kind_of_wrong_shape_has_its_sentence(text: str, rule: str, sentence: str, remedy: str) -> None:
    problem = only(text)
    assert problem.rule == rule
    assert sentence in problem.sentence
    assert remedy in problem.remedy
    assert problem.severity is Severity.ERROR


def test_everything_wrong_is_told_at_once() -> None:
    text = """\
visualalbum: 1
titel: x
films: {f: {}}
tracks:
- {audio: a, live: yes, segments: [{film: f, in: 1:62, at: bar 3}, {film: g, out: -1}]}
- {audio: [b]}
artist: a
artist: b
"""
    assert told(text) == [
        "unknown-key",
        "missing-key",
        "bad-flag",
        "bad-time",
        "no-tempo",
        "unknown-film",
        "bad-time",
        "silent-track",
        "wrong-kind",
        "duplicate-key",
    ]


def test_what_is_wrong_is_left_out_and_the_rest_is_an_album() -> None:
    text = """\
visualalbum: 7
title: [x]
artist: S-1
films: {f: {title: x}, g: g.mp4}
tracks:
- {audio: a, number: x, stills: [{alt: x}, {image: s.png}]}
- b.flac
- {audio: c}
"""
    loaded = read(text)
    album = loaded.album
    assert album is not None
    assert (album.title, album.artist, list(album.films)) == ("", "S-1", ["g"])
    assert [track.audio for track in album.tracks] == ["a", "c"]
    assert [still.image for still in album.tracks[0].stills] == ["s.png"]
    assert loaded.place(("tracks", 1, "audio")).line == 8


def test_a_cue_with_a_time_that_is_none_is_not_played_elsewhere() -> None:
    text = "visualalbum: 1\ntracks:\n- audio: a\n  segments: [{film: f.mp4, in: x}, {film: f.mp4, at: 0:10, fit: x}]\n"
    loaded = read(text)
    assert loaded.album is not None
    (segment,) = loaded.album.tracks[0].segments
    assert (str(segment.at), segment.fit) == ("0:10", None)
    assert loaded.place(("tracks", 0, "segments", 0, "at")).column == 54


def test_what_is_wrong_inside_an_alias_is_told_at_the_anchor() -> None:
    text = "visualalbum: 1\ntracks:\n- {audio: a, still: &s {image: x, ▸atl: y}}\n- {audio: b, still: *s}\n"
    problems = read(text).problems
    assert {problem.rule for problem in problems} == {"unknown-key"}
    assert len({problem.place for problem in problems}) == 1


def test_merged_keys_count_as_if_written() -> None:
    text = """\
visualalbum: 1
tracks:
- audio: a
  segments:
  - &one {film: f.mp4, in: 0:01, out: 0:02, join: dissolve 0.5}
  - {<<: *one, in: 0:01.5}
"""
    loaded = read(text)
    assert loaded.problems == () and loaded.album is not None
    second = loaded.album.tracks[0].segments[1]
    assert (str(second.in_), str(second.out), second.film) == ("0:01.5", "0:02", "f.mp4")
    assert loaded.place(("tracks", 0, "segments", 1, "out")).line == 5
    assert loaded.place(("tracks", 0, "segments", 1, "in")).line == 6


def test_a_manifest_with_nothing_but_unknown_keys_is_told_soon() -> None:
    text = "visualalbum: 1\n" + "".join(f"kee{n}: x\n" for n in range(10_000))
    started = time.process_time()
    problems = read(text).problems
    assert len(problems) == 10_001  # and nothing to play
    assert time.process_time() - started < 2


def test_no_word_of_pydantic_or_yaml_reaches_a_person() -> None:
    text = "visualalbum: x\nfilms: [a]\ntracks: {a: b}\ncover: [a]\nnotes: [[a], {a: {b: c}}]\nrights: {a: b}\nx: y\n"
    for problem in read(text).problems:
        words = f"{problem.sentence} {problem.remedy}".lower()
        assert not any(theirs in words for theirs in ("input", "valid", "pydantic", "instance", "dict", "tuple", "str"))


def test_the_model_is_made_of_nothing_that_could_speak_in_pydantics_words() -> None:
    top: Any = Album.__pydantic_core_schema__
    named = {schema["ref"]: schema for schema in top.get("definitions", ())}

    def kinds(schema: Any) -> Iterator[str]:
        if isinstance(schema, list):
            for each in schema:
                yield from kinds(each)
        elif isinstance(schema, dict) and schema.get("type") == "definition-ref":
            yield from kinds(named[schema["schema_ref"]])
        elif isinstance(schema, dict):
            if isinstance(schema.get("type"), str):
                yield schema["type"]
            if schema.get("type") != "function-plain":  # our own function; what is noted below it is for JSON Schema
                for key in schema.keys() - {"metadata", "config", "serialization", "default", "definitions"}:
                    yield from kinds(schema[key])

    told_of = {"model", "model-fields", "model-field", "tuple", "dict", "function-plain"}
    silent = {"default", "nullable", "function-before", "function-after", "no-info", "with-info", "definitions"}
    assert told_of <= set(kinds(top)) <= told_of | silent


def test_a_key_that_was_told_to_be_wrong_is_not_told_to_be_missing_too() -> None:
    assert told(
        "visualalbum: 1\ntracks: [{audio: a, tempo: {bpm: fast}}, {audio: b, tempo: {beats_per_bar: 3}}]\n"
    ) == [
        "bad-number",
        "missing-key",
    ]
