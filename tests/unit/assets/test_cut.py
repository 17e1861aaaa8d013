"""The demo's manifest: its files, and the cut that puts the feet of the film on the taps heard in the songs."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import songs
from backstage import cut
from music import flac
from music.tones import Samples
from score import FPS, SONG_SAMPLES

from tests.unit.assets.flawless import flawless
from tests.unit.assets.onsets import heard_late_s
from visualalbum.fit import Fit
from visualalbum.model import Album, uses
from visualalbum.timecode import BeatTime, ClockTime, FrameTime

ROOT = Path(__file__).parents[3]
ASSETS = ROOT / "assets"
MANIFEST = ROOT / "manifests" / "backstage.visualalbum.yaml"
FILES = [Path(songs.MUSIC) / name for name in songs.FILES]
HALF_A_FRAME = 1 / (2 * FPS)


@dataclass(frozen=True)
class Shown:
    """A stretch of film on a track: seconds, exact."""

    at: Fraction
    start: Fraction
    end: Fraction
    dissolve: Fraction
    hold: bool

    @property
    def until(self) -> Fraction:
        """Where it ends on the track."""
        return self.at + self.end - self.start


@pytest.fixture(scope="module")
def album() -> Album:
    return flawless(MANIFEST)


@pytest.fixture(scope="module")
def heard() -> list[Samples]:
    return [flac.read(path) for path in FILES]


def shown(album: Album, number: int) -> list[Shown]:
    track, found = album.tracks[number], []
    tempo, rate = track.tempo.map if track.tempo else None, Fraction(FPS)
    for segment in track.segments:
        assert segment.in_ is not None and segment.out is not None and segment.at is not None and segment.at != "go"
        dissolve = segment.join.dissolve.exact() if segment.join.dissolve else Fraction(0)
        at = segment.at.exact(tempo=tempo)
        found.append(Shown(at, segment.in_.exact(rate), segment.out.exact(rate), dissolve, segment.hold))
    return found


def lateness_s(album: Album, number: int, sound: Samples, error: Fraction = Fraction(0)) -> list[float]:
    """How long after each foot that the track shows its tap is heard, the film shifted by an error."""
    found = []
    for seen in shown(album, number):
        for contact in cut.contacts():
            time = Fraction(contact.frame, FPS)
            if seen.start <= time < seen.end:
                found.append(heard_late_s(sound, seen.at + time - seen.start + error))
    return found


def on_time(late: list[float]) -> float:
    return float(np.mean(np.abs(late) <= HALF_A_FRAME))


@pytest.mark.parametrize("number", [0, 1])
def test_every_foot_on_the_stage_falls_on_a_tap_of_the_song(album: Album, heard: list[Samples], number: int) -> None:
    late = lateness_s(album, number, heard[number])
    assert len(late) > 150
    assert on_time(late) >= 0.95


@pytest.mark.parametrize("error", [Fraction(-1, FPS), Fraction(1, FPS)])
def test_a_cut_one_frame_off_would_be_noticed(album: Album, heard: list[Samples], error: Fraction) -> None:
    assert on_time(lateness_s(album, 0, heard[0], error)) <= 0.1


def test_the_cut_shows_what_the_language_can_do(album: Album) -> None:
    segments = [segment for track in album.tracks for segment in track.segments]
    starts = [seen.start for number in (0, 1) for seen in shown(album, number)]
    followers = [after for before, after in itertools.pairwise(starts) if after < before]
    stills = [still for track in album.tracks for still in track.stills]
    assert 12 <= len(segments) <= 20
    assert len(followers) >= 4
    assert sum(segment.join.dissolve is not None for segment in segments) >= 2
    assert any(segment.sound is not None and segment.sound.fade_in and segment.sound.fade_out for segment in segments)
    assert any(segment.song == float("-inf") for segment in segments)
    assert segments[-1].hold
    assert {type(segment.in_) for segment in segments} == {FrameTime, ClockTime}
    assert {type(segment.at) for segment in segments} == {BeatTime, ClockTime}
    assert {still.fit for still in stills} == {Fit.COVER, Fit.CONTAIN, Fit.INSET}
    assert len(album.films) == 2 and all(film.title and film.director for film in album.films.values())


@pytest.mark.parametrize("number", [0, 1])
def test_nothing_overlaps_and_every_gap_has_a_still(album: Album, number: int) -> None:
    track = album.tracks[number]
    tempo = track.tempo.map if track.tempo else None
    taken = [(seen.at, seen.until) for seen in shown(album, number)]
    for still in track.stills:
        assert still.for_ is not None and still.at is not None and still.at != "go"
        start = still.at.exact(tempo=tempo)
        if still.fit is not Fit.INSET:
            taken.append((start, start + still.for_.exact()))
    taken.sort()
    length = Fraction(SONG_SAMPLES[number], 44_100)
    assert taken[0][0] == 0
    assert [start for start, _ in taken[1:]] == [stop for _, stop in taken[:-1]]
    assert taken[-1][1] == length or (shown(album, number)[-1].hold and taken[-1][1] < length)


@pytest.mark.parametrize("number", [0, 1])
def test_the_film_goes_on_beneath_each_dissolve(album: Album, number: int) -> None:
    seen = shown(album, number)
    for before, after in itertools.pairwise(seen):
        if after.dissolve:
            shot = next(place for place in cut.placed() if place.first < before.end * FPS <= place.end)
            assert before.end * FPS + after.dissolve * FPS <= shot.end


def test_cuts_lie_on_bars(album: Album) -> None:
    for number in (0, 1):
        assert all(seen.at % 2 == 0 for seen in shown(album, number))


def test_every_file_beside_a_manifest_is_used_by_one() -> None:
    named = set()
    for manifest in sorted(MANIFEST.parent.glob("*.visualalbum.yaml")):
        named |= {(manifest.parent / use.name).resolve() for use in uses(flawless(manifest))}
    media = [folder for folder in ASSETS.iterdir() if folder.is_dir() and folder.name not in ("make", "screens")]
    there = {path for folder in media for path in folder.rglob("*") if path.is_file()}
    assert there - named == set()


def test_the_media_stay_small() -> None:
    total = sum(path.stat().st_size for path in ASSETS.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert total < 45_000_000


def test_pictures_can_be_read_by_those_who_cannot_see_them(album: Album) -> None:
    stills = [still for track in album.tracks for still in track.stills]
    assert len(album.gallery) >= 10
    assert all(still.alt and still.caption and still.credit for still in stills)
    assert all(picture.alt and picture.caption for picture in album.gallery)
    assert album.cover is not None and album.cover.alt
