"""The demo's manifest: its files, and the cut that puts every foot of the film on a tap of the song."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest
from choreography import FRAMES, SCENES, strikes
from rhythm import BARS_PER_SONG, FPS, RATE, SONG_SAMPLES, song_taps

from visualalbum.manifest.load import load
from visualalbum.model import Album, uses
from visualalbum.timecode import BeatTime, FrameTime
from visualalbum.words.lrc import parse

ROOT = Path(__file__).parents[3]
MANIFEST = ROOT / "manifests" / "backstage.visualalbum.yaml"
HALF_A_FRAME = Fraction(1, 2 * FPS)


@dataclass(frozen=True)
class Shown:
    """A stretch of film on a track: seconds, exact."""

    at: Fraction
    start: Fraction
    end: Fraction
    dissolve: Fraction

    @property
    def until(self) -> Fraction:
        return self.at + self.end - self.start


@pytest.fixture(scope="module")
def album() -> Album:
    loaded = load(MANIFEST)
    assert loaded.problems == ()
    assert loaded.album is not None
    return loaded.album


def shown(album: Album, number: int) -> list[Shown]:
    track = album.tracks[number]
    found = []
    for segment in track.segments:
        assert segment.in_ is not None and segment.out is not None and segment.at is not None and segment.at != "go"
        dissolve = segment.join.dissolve.exact() if segment.join.dissolve else Fraction(0)
        rate, tempo = Fraction(FPS), track.tempo.map if track.tempo else None
        at = segment.at.exact(tempo=tempo)
        found.append(Shown(at, segment.in_.exact(rate), segment.out.exact(rate), dissolve))
    return found


def misses(seen: Shown, number: int, error: Fraction = Fraction(0)) -> list[Fraction]:
    """How far each strike of a stretch is from the nearest tap of its track, in seconds."""
    taps = [Fraction(tap.sample - number * SONG_SAMPLES, RATE) for tap in song_taps()]
    found = []
    for scene in SCENES:
        for strike in strikes(scene):
            if seen.start <= Fraction(strike.frame, FPS) < seen.end:
                time = seen.at + Fraction(strike.frame, FPS) - seen.start + error
                found.append(min(abs(time - tap) for tap in taps))
    return found


def test_every_file_of_the_manifest_is_there_and_no_other(album: Album) -> None:
    named = {(MANIFEST.parent / use.name).resolve() for use in uses(album)}
    there = {path for path in (ROOT / "assets" / "backstage").rglob("*") if path.is_file()}
    assert named == there


def test_the_media_stay_small() -> None:
    total = sum(path.stat().st_size for path in (ROOT / "assets" / "backstage").rglob("*") if path.is_file())
    assert total < 10_000_000


@pytest.mark.parametrize("number", [0, 1])
def test_every_foot_on_the_stage_falls_on_a_tap(album: Album, number: int) -> None:
    for seen in shown(album, number):
        assert len(misses(seen, number)) >= 2
        assert max(misses(seen, number)) < HALF_A_FRAME


def test_a_cut_two_frames_late_would_be_noticed(album: Album) -> None:
    assert min(misses(shown(album, 0)[0], 0, Fraction(2, FPS))) > HALF_A_FRAME


def test_the_cut_shows_what_the_language_can_do(album: Album) -> None:
    segments = [segment for track in album.tracks for segment in track.segments]
    starts = [seen.start for number in (0, 1) for seen in shown(album, number)]
    assert len(segments) == 6
    assert starts != sorted(starts)
    assert sum(segment.join.dissolve is not None for segment in segments) == 1
    assert sum(segment.sound is not None for segment in segments) == 1
    assert any(segment.hold for segment in segments)
    assert any(isinstance(segment.in_, FrameTime) for segment in segments)
    assert any(isinstance(segment.at, BeatTime) for segment in segments)


@pytest.mark.parametrize("number", [0, 1])
def test_nothing_overlaps_and_every_gap_has_a_still(album: Album, number: int) -> None:
    track, end = album.tracks[number], Fraction(0)
    taken = [(seen.at, seen.until) for seen in shown(album, number)]
    for still in track.stills:
        assert still.for_ is not None
        start = still.at.exact() if still.at is not None and still.at != "go" else end
        end = start + still.for_.exact()
        taken.append((start, end))
    taken.sort()
    assert taken[0][0] == 0
    assert [start for start, _ in taken[1:]] == [stop for _, stop in taken[:-1]]
    assert taken[-1][1] == 2 * BARS_PER_SONG or track.segments[-1].hold


def test_the_film_goes_on_beneath_the_dissolve(album: Album) -> None:
    first, second, *_ = shown(album, 1)
    scene = next(scene for scene in SCENES if first.start * FPS < scene.end)
    assert first.end * FPS + second.dissolve * FPS <= scene.end <= FRAMES


def test_pictures_can_be_read_by_those_who_cannot_see_them(album: Album) -> None:
    stills = [still for track in album.tracks for still in track.stills]
    assert len(stills) == 3
    assert all(still.alt and still.caption and still.credit for still in stills)
    assert all(picture.alt and picture.caption for picture in album.gallery)
    assert album.cover is not None and album.cover.alt


def test_the_words_lie_within_their_songs() -> None:
    files = sorted((ROOT / "assets" / "backstage" / "words").iterdir())
    timed = {path.name: parse(path.read_text(encoding="utf-8"), path.name) for path in files}
    assert len(timed) == 3
    for lyrics, problems in timed.values():
        assert problems == []
        assert len(lyrics.lines) >= 7
        assert all(0 <= line.start_us < 32_000_000 for line in lyrics.lines)
    assert all(line.words for line in timed["02-where-the-light-falls.en.lrc"][0].lines)


def test_the_words_of_the_second_song_start_on_its_taps() -> None:
    path = ROOT / "assets" / "backstage" / "words" / "02-where-the-light-falls.en.lrc"
    taps = {(tap.sample - SONG_SAMPLES) * 1_000_000 // RATE for tap in song_taps()}
    lyrics, _ = parse(path.read_text(encoding="utf-8"), path.name)
    assert [word.text for line in lyrics.lines for word in line.words if word.start_us not in taps] == []
