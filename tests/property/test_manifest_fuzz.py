"""Whatever a manifest holds: never a traceback, every problem one line with a place in the text, and in our words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from visualalbum.manifest import Loaded, load, read_text, reader
from visualalbum.model import uses

FILE = Path("a.yaml")

SEED = """\
visualalbum: 1
title: "Back\\tstage"
cover: {image: c.jpg, alt: A tap shoe}
films: &films
  backstage: {file: f.mp4, captions: {file: f.vtt, translations: {en: f.vtt}}}
tracks:
  - id: locker-room
    audio: a.flac
    tempo: {bpm: 96, first_beat: 0:00.120}
    segments:
      - &one {film: backstage, in: 0:12, out: 0:54.5, at: 0:00}
      - <<: *one
        in: 00:01:10:12   # frames
        at: bar 17
        join: dissolve 0.8
        sound: {level: -18 dB, fade_in: 0.5}
    stills: [{image: c.jpg, at: 0:54.5, for: 8, fit: inset}]
    title: |
      Locker
      room
    essay: >-
      essays/01.md
programme: [leader 8s, locker-room, {film: backstage, in: 2:00, out: 2:30}]
screenings: [{at: 2026-12-01 19:30 Asia/Tokyo, doors: 30 min}]
"""
PIECES = (
    *(
        "visualalbum: 1",
        "tracks:",
        "films:",
        "- ",
        "  ",
        "\n",
        "\n  ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
        "|",
        ">",
    ),
    *("&a ", "*a", "<<: ", "!!str ", "!x ", "---\n", "...\n", "%YAML 1.2\n", "# ", "? ", "\t", "\\", "@", "\r", "\x85"),
    *("audio: a", "film: f", "segments:", "in: 0:01", "out: nan", "at: bar 3", "cover: ", "x", "楽", "\x00", "\ufeff"),
)
edits = st.lists(st.tuples(st.integers(0, len(SEED)), st.integers(0, 12), st.sampled_from(PIECES)), max_size=6)
quick = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "PARSER", getattr(yaml, request.param))


def hold(loaded: Loaded, text: str | None = None) -> None:
    """What holds for every manifest that was read."""
    assert loaded.album is not None or loaded.problems
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")) if text is not None else None
    for problem in loaded.problems:
        assert "\n" not in str(problem)
        assert str(problem).isprintable()
        assert not re.search(r"pydantic|Input should|scanning|parsing|token|<block", problem.sentence)
        if lines is not None:
            assert 1 <= problem.place.line <= len(lines)
            assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
    if loaded.album is not None:
        for use in uses(loaded.album):
            loaded.place(use.path)
            loaded.path(use.name)
        assert len(set(loaded.album.track_ids)) <= len(loaded.album.tracks)


@quick
@given(data=st.binary(max_size=300))
def test_any_bytes_on_the_disk_are_told_of(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(data)
    hold(load(file))


@quick
@given(text=st.text(max_size=200))
@pytest.mark.usefixtures("_parser")
def test_any_text_is_read_or_told_of(text: str) -> None:
    hold(read_text(text, FILE), text)


@quick
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=60))
@pytest.mark.usefixtures("_parser")
def test_any_heap_of_pieces_is_read_or_told_of(pieces: list[str]) -> None:
    text = "".join(pieces)
    hold(read_text(text, FILE, files=True), text)


@settings(quick, max_examples=200)
@given(changes=edits)
@pytest.mark.usefixtures("_parser")
def test_a_good_manifest_with_a_few_slips_is_read_or_told_of(changes: list[tuple[int, int, str]]) -> None:
    text = SEED
    for start, length, piece in changes:
        text = text[:start] + piece + text[start + length :]
    hold(read_text(text, FILE, files=True), text)


keys = st.sampled_from(["tracks", "segments", "film", "in", "out", "at", "sound", "cover", "image", "programme", "for"])
values = st.recursive(
    st.none()
    | st.sampled_from(["1", "0:01", "nan", "-1", "bar 2", "off", "yes", "x/y.mp4", "go"])
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys | st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@quick
@given(tree=st.dictionaries(st.sampled_from(["visualalbum", "tracks", "films", "cover", "notes", "programme"]), values))
def test_any_shape_is_read_or_told_of(tree: dict[str, object]) -> None:
    hold(read_text(yaml.safe_dump(tree, allow_unicode=True), FILE, files=True))


def test_the_good_manifest_is_good() -> None:
    assert read_text(SEED, FILE).problems == ()
