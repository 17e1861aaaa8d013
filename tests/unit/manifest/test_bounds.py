"""A bundle's manifest: what lies outside is told and left out, and what it needs for nothing else is not missed."""

from __future__ import annotations

import pytest

from tests.unit.manifest.reading import FILE, MARK, marked
from visualalbum.manifest import Loaded, read_text
from visualalbum.manifest.bounds import leaves


def bundled(text: str) -> Loaded:
    return read_text(text.replace(MARK, ""), FILE, bundled=True)


@pytest.mark.parametrize(
    "path",
    ["../a.flac", "x/../../a.flac", "x/../a.flac", "/srv/a.flac", "C:/a.flac", "c:a.flac", "..\\a.flac", "\\\\host\\a"],
)
def test_a_path_out_of_a_bundle_is_an_error_and_the_rest_is_read(path: str) -> None:
    text = f"visualalbum: 1\ntracks:\n- audio: {MARK}{path}\n  film: a.mp4\n- audio: b.flac\n"
    loaded = bundled(text)
    (problem,) = [one for one in loaded.problems if one.rule == "outside-bundle"]
    assert problem.place == marked(text)
    assert loaded.album is not None
    assert [track.audio for track in loaded.album.tracks] == [None, "b.flac"]
    assert loaded.album.tracks[0].film == "a.mp4"


@pytest.mark.parametrize("path", ["a.flac", "music/a.flac", "..a/b..flac", "Act I: a.flac", "~/a.flac"])
def test_a_path_within_is_right(path: str) -> None:
    assert not leaves(path)
    assert bundled(f'visualalbum: 1\ntracks:\n- audio: "{path}"\n').problems == ()


OUT = """\
visualalbum: 1
cover: ../c.jpg
films: {away: {file: ../f.mp4}, here: {file: f.mp4}}
tracks:
  - audio: a.flac
    lyrics: {file: ../a.lrc, translations: {en: ../b.lrc}}
    essay: /e.md
    still: ../s.jpg
    stills: [{image: ../t.jpg, at: 0, for: 1}, {image: t.jpg, at: 2, for: 1}]
    segments:
      - {film: away, in: 0, out: 1}
      - {film: ../g.mp4, in: 0, out: 1}
      - {film: here, in: 0, out: bad}
      - {film: here}
notes: [{title: A, file: ../n.md}, {title: B, file: n.md}]
gallery: [{image: ../p.jpg}, {image: p.jpg}]
programme: [{film: ../h.mp4}, {film: here}]
"""


def test_every_use_of_a_file_is_held_within() -> None:
    loaded = bundled(OUT)
    assert [problem.rule for problem in loaded.problems].count("outside-bundle") == 11
    assert {problem.rule for problem in loaded.problems} <= {"outside-bundle", "bad-time", "unknown-film"}
    assert loaded.album is not None
    assert not [use.name for use in loaded.places() if leaves(str(use))]
    assert list(loaded.album.films) == ["here"]
    assert [len(loaded.album.notes), len(loaded.album.gallery), len(loaded.album.programme)] == [1, 1, 1]


def test_outside_of_bundles_it_is_as_it_was() -> None:
    assert "outside-bundle" not in {problem.rule for problem in read_text(OUT, FILE).problems}
