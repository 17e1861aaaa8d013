"""An album over films and words that nobody here made, played from start to end by the real program."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import time
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.support import players
from tests.support.listening import RATE
from tests.support.players import Playing
from tests.support.recorder import Recording
from tests.support.reference import decode, found_in
from tests.support.studio import studio
from tests.support.takes import Takes
from tests.support.xscreen import ScreenReader
from visualalbum.manifest.load import load
from visualalbum.media.probe import probe
from visualalbum.timeline.build import build
from visualalbum.timeline.cues import FilmCue, Timeline
from visualalbum.timeline.files import timed_files

WIDTH, HEIGHT = 640, 360
BLOCK = 8  # pictures are compared in blocks of so many pixels: scalers differ, films do not
BETWEEN_GRABS_S = 0.12
LIMIT_S = 50
EDGE_S = 0.15  # a picture this near to the ends of a segment, or to its dissolve, is not compared
ALIKE = 5.0  # of 255: scaling and colour conversion differ by 1 to 3
AUDIBLE = 1e-3  # of full scale, over a second

MANIFEST = """\
visualalbum: 1
title: Films from elsewhere
films:
  steel: {{file: {media}/tears-of-steel-battle-clip.webm}}
  flower: {{file: {media}/flower.mp4}}
  friday: {{file: {media}/friday.mp4, captions: {media}/friday.vtt}}
tracks:
  - id: friday
    audio: {media}/friday.mp4
    lyrics: {{file: {media}/auld-lang-syne.elrc, translations: {{en: {media}/auld-lang-syne.lrc}}}}
    segments:
      - {{film: friday, in: 0, out: 0:02, at: 0}}
      - {{film: flower, in: 0, out: 0:02.2, at: 0:02}}
      - {{film: steel, in: 0:20, at: 0:04.2, join: dissolve 0.6, sound: -12 dB}}
  - id: flower
    audio: {media}/flower.mp4
    lyrics: {{file: {media}/auld-lang-syne.ttml, translations: {{en: {media}/auld-lang-syne.srt}}}}
    segments:
      - {{film: steel, in: 0:42, at: 0, sound: on, song: off}}
      - {{film: friday, in: 0:02, at: 0:02.5, join: dissolve 0.5, sound: on, song: off}}
"""

Picture = NDArray[np.float32]


@dataclass(frozen=True)
class Played:
    """What was played, its trace, and what was seen at which programme time."""

    timeline: Timeline
    trace: list[dict[str, Any]]
    status: int
    recording: Recording
    grabs: list[tuple[float, Picture]]
    zero_ns: float

    def grabs_of(self, cue: FilmCue) -> list[tuple[float, Picture]]:
        """The film times at which a segment was looked at while it alone was seen, with the pictures."""
        first, end = cue.start_us / 1e6 + cue.dissolve_us / 1e6 + EDGE_S, cue.end_us / 1e6 - EDGE_S
        return [(cue.film_us(round(at * 1e6)) / 1e6, picture) for at, picture in self.grabs if first < at < end]


@pytest.fixture(scope="module")
def takes(tmp_path_factory: pytest.TempPathFactory) -> Takes[Played]:
    media = os.environ.get("VISUALALBUM_MEDIA")
    if not media:
        pytest.skip("outside media absent: VISUALALBUM_MEDIA is not set")
    return Takes(lambda take: play(media, tmp_path_factory.mktemp(f"real-media-{take}")))


@pytest.fixture
def played(takes: Takes[Played], request: pytest.FixtureRequest) -> Played:
    return takes.for_test(request)


def play(media: str, folder: Path) -> Played:
    """Play and record it all, with a picture of the screen now and then."""
    manifest, trace = folder / "real.visualalbum.yaml", folder / "trace.jsonl"
    manifest.write_text(MANIFEST.format(media=os.path.relpath(media, folder)))
    loaded = load(manifest)
    assert loaded.album is not None
    facts = {path: probe(path) for path in timed_files(loaded.album, loaded.folder)}
    timeline, problems = build(loaded.album, loaded.folder, loaded.place, facts)
    assert [*loaded.problems, *problems] == []
    grabs: list[tuple[int, Picture]] = []
    statuses: list[int] = []

    def drive(player: Playing) -> None:
        with ScreenReader(player.screen.display) as reader:
            deadline = time.monotonic() + LIMIT_S
            while not statuses and time.monotonic() < deadline:
                at = time.monotonic_ns()
                grabs.append((at, coarse(reader.grab(0, 0, WIDTH, HEIGHT))))
                with contextlib.suppress(subprocess.TimeoutExpired):
                    statuses.append(player.wait(BETWEEN_GRABS_S))

    until = f"{timeline.end_us / 1e6 - 0.05:.3f}"
    command = players.visualalbum(manifest, "--trace", trace, "--until", until)
    with studio(folder, WIDTH, HEIGHT) as stage:
        recording = stage.record("real", command, drive)
    events = [json.loads(line) for line in trace.read_text().splitlines()]
    drifts = [event for event in events if event["event"] == "drift"]
    zero_ns = float(np.median([event["reading_ns"] - event["position_us"] * 1000 for event in drifts]))
    seen = [((at - zero_ns) / 1e9, picture) for at, picture in grabs]
    assert statuses, "it did not end"
    return Played(timeline, events, statuses[0], recording, seen, zero_ns)


def coarse(picture: NDArray[Any]) -> Picture:
    """A picture (height x width x 3) as the brightness of its blocks."""
    bright = picture.astype(np.float32).mean(axis=2)
    return bright.reshape(HEIGHT // BLOCK, BLOCK, WIDTH // BLOCK, BLOCK).mean(axis=(1, 3))


def frames(cue: FilmCue) -> list[tuple[float, Picture]]:
    """The film's pictures around a segment with their film times, letterboxed as the stage does."""
    found = []
    with av.open(str(cue.path)) as container:
        stream = container.streams[cue.stream]
        zero: Fraction | None = None
        for frame in container.decode(stream):
            zero = frame.pts * stream.time_base if zero is None else zero
            at = float(frame.pts * stream.time_base - zero)
            if at > cue.film_us(cue.end_us) / 1e6 + 1:
                break
            if at > cue.in_us / 1e6 - 1:
                scale = min(WIDTH / frame.width, HEIGHT / frame.height)
                width, height = round(frame.width * scale), round(frame.height * scale)
                shown = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
                x, y = (WIDTH - width) // 2, (HEIGHT - height) // 2
                shown[y : y + height, x : x + width] = frame.to_ndarray(width=width, height=height, format="rgb24")
                found.append((at, coarse(shown)))
    return found


def test_it_plays_to_its_end_without_a_fault(played: Played) -> None:
    assert played.status == 0
    assert [event for event in played.trace if event["event"] in ("fault", "late")] == []
    taken = [event["cue"] for event in played.trace if event["event"] == "take"]
    assert taken == [cue.id for cue in played.timeline.films]


def test_every_segment_shows_the_films_own_pictures_at_their_times(played: Played) -> None:
    for cue in played.timeline.films:
        grabs, source = played.grabs_of(cue), frames(cue)
        assert len(grabs) >= 5
        wrong_ms = []
        for film_s, grab in grabs:
            unlike = {at: float(np.abs(grab - picture).mean()) for at, picture in source}
            assert min(unlike.values()) < ALIKE, f"{cue.id} at {film_s:.2f} s of the film"
            likest = min(unlike, key=lambda at: unlike[at])
            wrong_ms.append((film_s - likest) * 1000 - 500 / float(cue.rate))
        assert abs(float(np.median(wrong_ms))) < 1000 / float(cue.rate), cue.id
        steps = [float(np.abs(after - before).mean()) for (_, before), (_, after) in pairwise(grabs)]
        assert np.median(steps) > 0.2, f"{cue.id} stands still"


def test_picture_holds_to_song_by_the_programs_own_account(played: Played) -> None:
    for cue in played.timeline.films:
        drifts = [event["drift_ms"] for event in played.trace if event["event"] == "drift" and event["cue"] == cue.id]
        assert abs(float(np.median(drifts))) < 4, cue.id


def test_sound_is_heard_throughout(played: Played) -> None:
    samples = heard(played, 0, played.timeline.end_us / 1e6 - 0.2)
    for second in range(samples.size // RATE):
        part = samples[second * RATE :][:RATE]
        assert np.sqrt(np.mean(part**2)) > AUDIBLE, f"second {second}"


def test_a_films_own_sound_is_heard_under_and_instead_of_the_song_where_its_pictures_are(played: Played) -> None:
    for clip in played.timeline.sound.film_sounds:
        first_s, end_s = clip.start_us / 1e6 + 0.1, clip.end_us / 1e6 - 0.2
        film_s = (clip.zero_us + clip.in_us) / 1e6 + 0.1
        wanted = film_sound(clip.path, film_s, film_s + end_s - first_s)
        late, gain_db = found_in(heard(played, first_s, end_s), wanted)
        assert abs(late) < RATE / 100, clip
        assert gain_db == pytest.approx(clip.gain_db, abs=1), clip


def film_sound(path: Path, first_s: float, end_s: float) -> NDArray[np.float32]:
    """A film's sound between two times of its container; its stamps say where, for one cut from a longer has holes."""
    late, count = [], 0
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            at = float(frame.pts * frame.time_base)
            if first_s <= at < end_s:
                late.append(at - count / frame.sample_rate)
            count += frame.samples
    begin = round((first_s - float(np.median(late))) * RATE)
    return decode([path])[begin : begin + round((end_s - first_s) * RATE)]


def heard(played: Played, first_s: float, end_s: float) -> NDArray[np.float32]:
    """What was recorded between two programme times."""
    samples = played.recording.samples
    instants = played.recording.instant_ns(np.arange(samples.size))
    first, end = np.searchsorted(instants, [played.zero_ns + at * 1e9 for at in (first_s, end_s)])
    return samples[first:end]
