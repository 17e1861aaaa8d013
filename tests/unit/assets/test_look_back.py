"""The drawn film of Look Back: its pictures, its sound, what is written beside it, and that they tell the same time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from drawing.video import number_of
from look_back import timeline
from music.loudness import integrated_lufs, true_peak
from music.tones import band, filtered
from numpy.typing import NDArray

from tests.unit.assets.flawless import flawless
from visualalbum.model import Album, Film, uses

ROOT = Path(__file__).parents[3]
MANIFEST = ROOT / "manifests" / "look-back.visualalbum.yaml"
MEDIA = ROOT / "assets" / "look-back"
FILM = MEDIA / "film" / "look-back.mp4"
WORDS = [MEDIA / "words" / f"look-back.{language}.vtt" for language in ("ja", "en")]
RATE = 44_100
HALF_A_FRAME = 0.5 / timeline.FPS
SECONDS = timeline.FRAMES / timeline.FPS
LONGEST_GOP = 2 * timeline.FPS


@dataclass(frozen=True)
class Seen:
    """What a look at the whole film leaves behind."""

    numbers: list[int]
    keys: list[int]
    bidirectional: int
    points: dict[int, float]
    """How dark it is around the pencil's point on the first sheet, 0 to 255, by frame."""
    right_edge: list[float]
    """How red the right edge of the picture is, less how blue, by frame."""


@pytest.fixture(scope="module")
def seen() -> Seen:
    found = Seen([], [], 0, {}, [])
    bidirectional = 0
    with av.open(str(FILM)) as container:
        for count, frame in enumerate(container.decode(video=0)):
            picture = frame.to_ndarray(format="rgb24")
            found.numbers.append(number_of(picture))
            if frame.key_frame:
                found.keys.append(count)
            bidirectional += frame.pict_type == av.video.frame.PictureType.B
            edge = picture[300:560, 1240:].astype(float).mean(axis=(0, 1))
            found.right_edge.append(float(edge[0] - edge[2]))
            if count < timeline.SHOTS["alone"]:
                x, y, _ = timeline.tip(timeline.sheet_one(), count - count % 2, (980, 640))
                around = picture[round(y) - 6 : round(y) + 3, round(x) - 1 : round(x) + 8]
                found.points[count] = float(around.mean(axis=2).min())
    return Seen(found.numbers, found.keys, bidirectional, found.points, found.right_edge)


@pytest.fixture(scope="module")
def heard() -> NDArray[np.float64]:
    """The film's sound, shape (samples, 2), full scale 1."""
    with av.open(str(FILM)) as container:
        frames = list(container.decode(audio=0))
    assert frames[0].pts == 0
    return np.concatenate([frame.to_ndarray().T for frame in frames]).astype(float)


@pytest.fixture(scope="module")
def album() -> Album:
    return flawless(MANIFEST)


@pytest.fixture(scope="module")
def film(album: Album) -> Film:
    return album.films["look-back"]


def hiss(sound: NDArray[np.float64]) -> NDArray[np.float64]:
    """How loud the band is in which a pencil is heard, a value for each 2 ms."""
    high = filtered(sound.mean(axis=1), band(1900, 7200, 4)) ** 2
    return np.sqrt(high[: len(high) // 88 * 88].reshape(-1, 88).mean(axis=1))


def onset(level: NDArray[np.float64], frame: int) -> float:
    """When the hiss begins around a frame, in seconds from that frame: its first quarter of what it rises to."""
    start = round((frame / timeline.FPS - 0.08) * RATE / 88)
    near = level[start : start + round(0.2 * RATE / 88)]
    return float((start + np.flatnonzero(near > 0.25 * near.max())[0]) * 88 / RATE - frame / timeline.FPS)


def cues(path: Path) -> list[tuple[float, float, str]]:
    found = re.findall(r"([\d:.]+) --> ([\d:.]+)\n(.+?)(?:\n\n|\n?\Z)", path.read_text(encoding="utf-8"), re.DOTALL)
    return [(seconds(start), seconds(end), text) for start, end, text in found]


def seconds(stamp: str) -> float:
    hours, minutes, rest = stamp.split(":")
    return 3600 * int(hours) + 60 * int(minutes) + float(rest)


def place(time: object) -> float:
    """A time of the manifest in seconds of the film."""
    return float(time.exact(Fraction(timeline.FPS)))  # type: ignore[attr-defined]


def test_the_film_is_what_its_manifest_says_and_small() -> None:
    with av.open(str(FILM)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.width, video.height, video.average_rate) == (1280, 720, timeline.FPS)
        assert (video.codec_context.color_primaries, video.codec_context.colorspace) == (1, 1)  # BT.709
        assert (audio.codec_context.name, audio.codec_context.sample_rate) == ("aac", RATE)
        assert container.duration is not None
        assert abs(container.duration / 1e6 - SECONDS) < 0.06
    assert FILM.stat().st_size < 4 << 20
    assert sum(path.stat().st_size for path in (MEDIA / "stills").iterdir()) < 700_000


def test_every_frame_carries_its_number(seen: Seen) -> None:
    assert seen.numbers == list(range(timeline.FRAMES))


def test_a_key_picture_comes_every_two_seconds_and_frames_lean_on_later_ones(seen: Seen) -> None:
    assert seen.keys[0] == 0
    assert max(after - before for before, after in pairwise([*seen.keys, timeline.FRAMES])) <= LONGEST_GOP
    assert seen.bidirectional > timeline.FRAMES / 4


def test_the_sound_is_there_from_end_to_end_and_does_not_clip(heard: NDArray[np.float64]) -> None:
    assert abs(len(heard) / RATE - SECONDS) < 0.06
    assert -21 < integrated_lufs(heard) < -19
    assert true_peak(heard) < 0.9
    each_second = np.sqrt((heard[: RATE * int(SECONDS)] ** 2).reshape(-1, 2 * RATE).mean(axis=1))
    assert each_second.min() > 0.001


def test_every_stroke_on_the_first_sheet_is_heard_as_it_begins(heard: NDArray[np.float64]) -> None:
    level = hiss(heard)
    late = [onset(level, mark.start) for mark in timeline.sheet_one()]
    assert max(np.abs(late)) < HALF_A_FRAME
    assert abs(onset(level, timeline.sheet_one()[0].start - 1)) > HALF_A_FRAME  # a frame off would be noticed


def test_the_pencil_is_silent_while_it_is_lifted(heard: NDArray[np.float64]) -> None:
    level = hiss(heard)

    def loud(start: float, end: float) -> float:
        return float(level[round(start / 24 * RATE / 88) : round(end / 24 * RATE / 88)].mean())

    strokes = [mark for mark in timeline.sheet_one() if mark.frames > 10]
    drawn = [loud(mark.start + 2, mark.end - 2) for mark in strokes]
    lifted = [loud(before.end + 1, after.start - 1) for before, after in pairwise(strokes)]
    assert min(drawn) > 8 * max(lifted)


def test_the_point_is_on_the_paper_where_and_when_it_is_heard(seen: Seen) -> None:
    drawing = [frame for mark in timeline.sheet_one() for frame in range(mark.start + 2, mark.end)]
    lifted = [frame for frame in seen.points if timeline.tip(timeline.sheet_one(), frame, (980, 640))[2] > 0.9]
    assert np.median([seen.points[frame] for frame in drawing]) < 70
    assert max(seen.points[frame] for frame in drawing) < 110
    assert np.median([seen.points[frame] for frame in lifted]) > 110


def test_the_second_lamp_is_heard_on_the_frame_on_which_it_is_seen(seen: Seen, heard: NDArray[np.float64]) -> None:
    assert seen.right_edge[timeline.LAMP] > seen.right_edge[timeline.LAMP - 1] + 40
    start = round((timeline.LAMP / timeline.FPS - 0.1) * RATE)
    near = np.abs(filtered(heard[start : start + RATE // 5, 1] - heard[start : start + RATE // 5, 0], band(900, 6000)))
    first = np.flatnonzero(near > 0.3 * near.max())[0]
    assert abs(first / RATE - 0.1) < HALF_A_FRAME


def test_the_last_word_and_the_last_notes_come_together() -> None:
    begun = [mark.start for mark in timeline.good_night()]
    assert set(timeline.KANA) <= set(begun)


@pytest.mark.parametrize("path", WORDS, ids=["ja", "en"])
def test_captions_lie_within_the_film_and_never_over_each_other(path: Path) -> None:
    times = [(start, end) for start, end, _ in cues(path)]
    assert len(times) >= 20
    assert all(end - start >= 0.37 for start, end in times)
    assert all(before[1] <= after[0] for before, after in pairwise(times))
    assert times[-1][1] <= SECONDS


def test_both_languages_caption_the_same_moments() -> None:
    japanese, english = (cues(path) for path in WORDS)
    assert [cue[:2] for cue in japanese] == [cue[:2] for cue in english]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Tomorrow.", timeline.tomorrow()[1].start),
        ("480.", timeline.last_sheet()[-4].start),
        ("Good night.\n♪ [The four notes]", timeline.KANA[0]),
        ("[Behind: a click]", timeline.LAMP),
        ("[Behind: another pencil]", timeline.LAMP + 12),
        ("[Wings]", timeline.LEAVES),
        ("[Pins, faster and faster]", timeline.PINS[0]),
        ("♪ [A music box: one note]", timeline.EYE),
        ("[Autumn: two crickets ring in turn]", timeline.SEASONS[2]),
    ],
)
def test_a_caption_comes_with_what_it_captions(text: str, frame: int) -> None:
    starts = {found: start for start, _, found in cues(WORDS[1])}
    assert abs(starts[text] - frame / timeline.FPS) < HALF_A_FRAME


def test_every_file_of_the_manifest_is_there_and_no_other(album: Album) -> None:
    named = {(MANIFEST.parent / use.name).resolve() for use in uses(album)}
    there = {path for path in MEDIA.rglob("*") if path.is_file()}
    assert named == there


def test_four_panels_tell_the_story_in_sequence(film: Film) -> None:
    assert len(film.panels) == 4
    assert all(panel.alt and panel.caption and panel.credit for panel in film.panels)
    assert all(panel.at is not None and panel.for_ is not None for panel in film.panels)
    times = [(place(panel.at), place(panel.at) + place(panel.for_)) for panel in film.panels]
    assert all(before[1] <= after[0] for before, after in pairwise(times))
    assert times[-1][1] <= SECONDS


def test_the_diary_goes_forward_in_days_and_in_the_film(film: Film) -> None:
    assert 4 <= len(film.diary) <= 6
    assert [entry.date for entry in film.diary] == sorted(entry.date for entry in film.diary)
    places = [place(entry.at) for entry in film.diary]
    assert places == sorted(places)
    assert places[-1] < SECONDS


def test_names_stand_in_both_scripts_and_the_rights_are_kept_apart(album: Album) -> None:
    names = {credit.name for credit in album.credits}
    assert {
        "藤本タツキ (Tatsuki Fujimoto)",
        "押山清高 (Kiyotaka Oshiyama)",
        "スタジオドリアン (Studio Durian)",
    } <= names
    assert "CC BY 4.0" in album.rights
    assert "© 2024「ルックバック」製作委員会" in album.rights
    assert album.sources
