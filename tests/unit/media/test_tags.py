"""Tags and covers of every kind of file, and of files that only look like one."""

from __future__ import annotations

import base64
from pathlib import Path

import mutagen
import mutagen.flac
import mutagen.id3
import mutagen.mp4
import pytest

from tests.support.small_media import make_film, make_image, make_sound
from visualalbum.media.probe import probe
from visualalbum.media.tags import cover_bytes

TAGS = {"title": "タップ", "artist": "S-1", "album": "Backstage", "number": "2", "isrc": "JPZ012400001"}


@pytest.fixture
def cover(tmp_path: Path) -> bytes:
    return make_image(tmp_path / "cover.png").read_bytes()


def picture(data: bytes, kind: int = 3) -> mutagen.flac.Picture:
    found = mutagen.flac.Picture()
    found.type, found.mime, found.data = kind, "image/png", data
    return found


def tag_flac(path: Path, cover: bytes) -> None:
    file = mutagen.flac.FLAC(path)
    file.update({"TITLE": "タップ", "artist": "S-1", "album": "Backstage", "tracknumber": "2", "isrc": TAGS["isrc"]})
    file.add_picture(picture(b"the back", 4))
    file.add_picture(picture(cover))
    file.save()


def tag_ogg(path: Path, cover: bytes) -> None:
    file = mutagen.File(path)
    file.update(
        {"title": "タップ", "artist": ["S-1", "x"], "album": "Backstage", "tracknumber": "2", "isrc": TAGS["isrc"]}
    )
    file["metadata_block_picture"] = ["!", base64.b64encode(picture(cover).write()).decode()]
    file.save()


def tag_id3(path: Path, cover: bytes) -> None:
    file = mutagen.File(path)
    if file.tags is None:
        file.add_tags()
    for name, text in zip(("TIT2", "TPE1", "TALB", "TRCK", "TSRC"), TAGS.values(), strict=True):
        file.tags.add(getattr(mutagen.id3, name)(encoding=3, text=text))
    file.tags.add(mutagen.id3.APIC(encoding=3, mime="image/png", type=3, desc="", data=cover))
    file.save()


def tag_mp4(path: Path, cover: bytes) -> None:
    file = mutagen.mp4.MP4(path)
    file.update({"\xa9nam": "タップ", "\xa9ART": "S-1", "\xa9alb": "Backstage", "trkn": [(2, 9)]})
    file["----:com.apple.iTunes:ISRC"] = [TAGS["isrc"].encode()]
    file["covr"] = [mutagen.mp4.MP4Cover(cover, mutagen.mp4.MP4Cover.FORMAT_PNG)]
    file.save()


KINDS = [
    ("flac", "flac", tag_flac),
    ("opus", "libopus", tag_ogg),
    ("mp3", "libmp3lame", tag_id3),
    ("wav", "pcm_s16le", tag_id3),
    ("aiff", "pcm_s16be", tag_id3),
    ("m4a", "aac", tag_mp4),
]


@pytest.mark.parametrize(("ending", "codec", "tag"), KINDS, ids=[kind[0] for kind in KINDS])
def test_tags_have_the_same_names_in_every_format(tmp_path, cover, ending, codec, tag) -> None:  # type: ignore[no-untyped-def]
    path = make_sound(tmp_path / f"a.{ending}", codec, 48000, 9000)
    assert cover_bytes(path) is None
    assert not probe(path).has_cover
    samples = probe(path).audio.samples  # type: ignore[union-attr]
    tag(path, cover)
    facts = probe(path)
    assert facts.tags == TAGS
    assert facts.has_cover
    assert facts.video is None
    assert facts.audio is not None
    assert facts.audio.samples == samples
    assert cover_bytes(path) == cover


def test_a_film_tells_its_title_where_mutagen_does_not_know_it(tmp_path: Path) -> None:
    path = make_film(tmp_path / "a.mkv")
    assert probe(path).tags == {}


@pytest.mark.parametrize("data", [b"", b"fLaC", b"ID3\4\0\0\xff\xff\xff\xff", b"OggS" * 50, b"\0\0\0\x18ftypM4A " * 9])
def test_a_broken_file_has_no_tags_and_no_cover(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.flac"
    path.write_bytes(data)
    assert probe(path).tags == {}
    assert cover_bytes(path) is None


def test_no_file_has_no_cover(tmp_path: Path) -> None:
    assert cover_bytes(tmp_path / "a.flac") is None
    assert cover_bytes(tmp_path) is None
