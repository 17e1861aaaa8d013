"""An edition: what the manifest and its files say now, and which of them are others than before."""

from __future__ import annotations

import os
import pickle
import time
from pathlib import Path

import pytest

from tests.support import small_media
from tests.support.bundles import pack_folder
from visualalbum.media.facts import AudioFacts, MediaFacts
from visualalbum.media.remembered import probe_cached
from visualalbum.timeline.build import Mode
from visualalbum.ui.edition import Edition, read_edition, stamps_of

OLD = (1_000_000_000, 1_000_000_000)
pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    small_media.make_sound(tmp_path / "song.wav", "pcm_s16le", 8000, 8000)
    os.utime(tmp_path / "song.wav", OLD)
    (tmp_path / "words.lrc").write_text("[00:00.00]word\n")
    path = tmp_path / "a.visualalbum.yaml"
    path.write_text("visualalbum: 1\ncover: cover.png\ntracks: [{id: one, audio: song.wav, lyrics: words.lrc}]\n")
    return path


def read(manifest: Path, **probed: object) -> Edition:
    return read_edition(manifest, Mode.TOGETHER, probed)  # type: ignore[arg-type]


def test_what_was_never_probed_is_named_and_the_rest_is_there_already(manifest: Path) -> None:
    edition = read(manifest)
    assert edition.unknown == (manifest.parent / "song.wav",)
    assert edition.settled
    assert [track.id for track in edition.timeline.tracks] == ["one"]
    assert edition.texts == (manifest.parent / "words.lrc",)
    assert edition.places[manifest.parent / "cover.png"].line == 2


def test_what_was_probed_has_its_length(manifest: Path) -> None:
    probe_cached(manifest.parent / "song.wav")
    edition = read(manifest)
    assert edition.unknown == ()
    assert edition.timeline.end_us == 1_000_000


def test_facts_that_are_remembered_nowhere_are_taken_for_the_very_file_they_are_of(manifest: Path) -> None:
    song = manifest.parent / "song.wav"
    stamp = stamps_of([song])[song]
    assert stamp is not None
    facts = MediaFacts(song, audio=AudioFacts(0, "pcm", 8000, 1, 16_000))
    assert read_edition(manifest, Mode.TOGETHER, {(song, stamp): facts}).timeline.end_us == 2_000_000
    assert read_edition(manifest, Mode.TOGETHER, {(song, (0, 0, 0)): facts}).unknown == (song,)


def test_a_song_that_was_just_written_may_not_be_whole(manifest: Path) -> None:
    song = manifest.parent / "song.wav"
    os.utime(song)
    assert not read(manifest).settled
    os.utime(song, (time.time() + 3600,) * 2)
    assert read(manifest).settled, "a clock that is fast wrote it"


def test_files_that_change_come_and_go_are_found_and_no_others(manifest: Path) -> None:
    folder, before = manifest.parent, read(manifest).stamps
    (folder / "cover.png").write_bytes(b"new")
    (folder / "words.lrc").unlink()
    manifest.write_text(manifest.read_text() + "notes: [{title: Note, file: note.md}]\n")
    assert read(manifest).changed_since(before) == {folder / "cover.png", folder / "words.lrc", manifest}


def test_a_text_that_is_no_manifest_gives_its_problems_alone(manifest: Path) -> None:
    manifest.write_text("visualalbum: [")
    edition = read(manifest)
    assert edition.problems
    assert (edition.timeline.tracks, list(edition.stamps)) == ((), [manifest])


def test_it_goes_through_a_pipe_unchanged(manifest: Path) -> None:
    edition = read(manifest)
    assert pickle.loads(pickle.dumps(edition)) == edition


def test_each_manifest_is_played_as_it_was_last(manifest: Path) -> None:
    assert read_edition(manifest, {manifest: Mode.SONGS}, {}).mode is Mode.SONGS
    assert read_edition(manifest.parent, {manifest: Mode.SONGS}, {}).mode is Mode.SONGS, "its folder means the same"
    assert read_edition(manifest, {manifest.with_name("other"): Mode.SONGS}, {}).mode is Mode.TOGETHER


def test_of_several_manifests_in_a_folder_one_is_read_and_told(manifest: Path) -> None:
    manifest.with_name("b.visualalbum.yaml").write_text(manifest.read_text())
    edition = read_edition(manifest.parent, Mode.TOGETHER, {})
    assert edition.source.given == manifest
    assert edition.told == f"{manifest.parent.name} holds 2 manifests; a.visualalbum.yaml is opened"


def test_while_lengths_are_unknown_nothing_is_told_of_what_does_not_fit_them(manifest: Path) -> None:
    manifest.write_text("visualalbum: 1\ntracks: [{id: one, audio: song.wav, stills: [{image: a.png, at: 0:05}]}]\n")
    names = read(manifest)
    assert {problem.rule for problem in names.problems} == {"missing-file"}
    assert names.files == 1
    probe_cached(manifest.parent / "song.wav")
    assert len(read(manifest).problems) > 1


def test_a_bundle_that_has_to_be_unpacked_is_not_unless_it_is_asked_for(manifest: Path, tmp_path: Path) -> None:
    bundle = pack_folder(tmp_path / "out.zip", manifest.parent)
    packed = read_edition(bundle, Mode.TOGETHER, {}, False)
    assert packed.packed_bytes == bundle.stat().st_size
    assert (packed.timeline.tracks, packed.problems) == ((), ())
    parts: list[float] = []
    whole = read_edition(bundle, Mode.TOGETHER, {}, True, parts.append)
    assert (whole.packed_bytes, [track.id for track in whole.timeline.tracks]) == (0, ["one"])
    assert parts[-1] == 1.0
    assert read_edition(bundle, Mode.TOGETHER, {}, False).timeline.tracks, "it is there by now"
    assert read_edition(tmp_path / "gone.zip", Mode.TOGETHER, {}, False).problems, "there is nothing to unpack"
