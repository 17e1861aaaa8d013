"""Loading a manifest from the disk: whatever lies there, a value comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from visualalbum.manifest import load

WHOLE = """\
# yaml-language-server: $schema=../visualalbum.schema.json
visualalbum: 1
title: Backstage
artist: S-1
released: 2024
languages: [ja, en]
cover: {image: c.jpg, alt: A tap shoe}
rights: "© S-1"
films:
  backstage:
    file: f.mp4
    director: D
    captions: {file: f.vtt, translations: {en: f.vtt}}
    synopsis: n.md
    diary: [{date: 2024-06-26, file: n.md, at: 0:12}]
    panels: [{image: c.jpg, alt: x, at: 0:30, for: 4}]
tracks:
  - id: locker-room
    audio: a.flac
    tempo: {bpm: 96, first_beat: 0:00.120, beats_per_bar: 4}
    segments:
      - {film: backstage, in: 0:12, out: 0:54.5, at: 0:00}
      - film: backstage
        in: 00:01:10:12            # frames, in the film's own rate
        out: 1:58
        at: bar 17
        join: dissolve 0.8
        sound: {level: -18 dB, fade_in: 0.5, fade_out: 1}
        song: off
    stills:
      - {image: c.jpg, at: 0:54.5, for: 8, caption: x, alt: y, credit: z, fit: inset}
    lyrics: {file: w.lrc, translations: {en: w.lrc}}
    essay: n.md
notes:
  - {title: How this happened, file: n.md}
gallery:
  - {image: c.jpg, caption: x, alt: y, tags: [design]}
credits:
  - {name: Souma, role: tap dance, as: lead}
sources: [{title: x, publisher: y, date: 2024-06-27}]
programme: [leader 8s, locker-room, interval 2:00, {film: backstage, in: 2:00, out: 2:30}]
screenings:
  - {at: 2026-12-01 19:30 Asia/Tokyo, doors: 30 min, title: x}
"""


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """A folder with a whole manifest and the files it names."""
    for name in ("c.jpg", "f.mp4", "f.vtt", "n.md", "a.flac", "w.lrc"):
        (tmp_path / name).write_text("x")
    file = tmp_path / "a.visualalbum.yaml"
    file.write_text(WHOLE, encoding="utf-8")
    return file


def test_a_manifest_with_everything_in_it_has_no_problems(album: Path) -> None:
    loaded = load(album)
    assert loaded.problems == ()
    assert loaded.album is not None
    assert loaded.album.credits[0].as_ == "lead"
    assert loaded.album.rights == "© S-1"
    assert loaded.place(("tracks", 0, "segments", 1, "in")).line == 24


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_have_the_same_places(album: Path, encoding: str) -> None:
    album.write_text(WHOLE, encoding=encoding)
    loaded = load(album)
    assert loaded.problems == ()
    assert loaded.place(("visualalbum",), key=True).column == 1
    assert loaded.place(("rights",)).column == 9


def test_lines_that_end_as_on_windows_have_the_same_places(album: Path) -> None:
    album.write_bytes(WHOLE.replace("\n", "\r\n").encode())
    loaded = load(album)
    assert loaded.problems == ()
    assert loaded.place(("tracks", 0, "segments", 1, "in")).line == 24


@pytest.mark.parametrize(
    ("data", "rule"),
    [(b"", "empty"), (b"\x00" * 100, "control-character"), (b"\xff" * 100, "encoding"), (b"[" * 5000, "too-deep")],
)
def test_bytes_that_are_no_manifest_give_one_problem_and_no_album(tmp_path: Path, data: bytes, rule: str) -> None:
    file = tmp_path / "a.visualalbum.yaml"
    file.write_bytes(data)
    loaded = load(file)
    assert loaded.album is None
    assert [problem.rule for problem in loaded.problems] == [rule]
    assert loaded.place(("tracks", 0)).file == str(file)


def test_a_folder_a_missing_file_and_a_huge_one_give_one_problem(tmp_path: Path) -> None:
    huge = tmp_path / "huge"
    with huge.open("wb") as file:
        file.truncate(5_000_000_000)
    assert [load(path).problems[0].rule for path in (tmp_path, tmp_path / "x", huge)] == [
        "no-manifest",
        "not-found",
        "too-large",
    ]


@pytest.mark.parametrize("name", ["x" * 300, "y/" * 3000, "\0", "file/below"])
def test_a_place_that_cannot_be_gives_one_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    assert [problem.rule for problem in load(tmp_path / name).problems] == ["unreadable"]


def test_files_are_looked_for_from_the_manifests_folder_on(album: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert load(album).problems == ()
    monkeypatch.chdir(album.parent)
    assert load(Path(album.name)).problems == ()


def test_the_text_alone_is_right_without_its_files(album: Path) -> None:
    (album.parent / "a.flac").unlink()
    assert load(album, files=False).problems == ()
    assert [problem.rule for problem in load(album).problems] == ["missing-file"]
