"""Waveforms of the window: this track's and the next one's, made once, of what is really heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.fakes import FakeEngine, InlineJobs
from tests.support.small_media import make_film, make_sound
from visualalbum.media.waveform import Heard
from visualalbum.timeline.cues import FilmSoundClip, SongClip, SoundPlan, Timeline, TrackCue
from visualalbum.ui.waveforms import Waveforms, track_sound
from visualalbum.ui.window import Window

S = 1_000_000
pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def waveforms(qapp: object, jobs: InlineJobs) -> Waveforms:
    return Waveforms(jobs)  # type: ignore[arg-type]


def songs(folder: Path, count: int = 4) -> Timeline:
    """An album of songs of one second each."""
    paths = [make_sound(folder / f"{n}.flac", "flac", 8000, 8000) for n in range(count)]
    tracks = tuple(TrackCue(f"t{n}", "", "", n * S, (n + 1) * S) for n in range(count))
    clips = tuple(SongClip(path, 0, 8000, 8000, Fraction(n), Fraction(1)) for n, path in enumerate(paths))
    return Timeline(tracks=tracks, sound=SoundPlan(clips))


def sent(jobs: InlineJobs) -> list[str]:
    return [heard[0].path.name for heard, _length_us in jobs.submitted]


def test_the_next_tracks_waveform_stands_there_at_the_join(
    waveforms: Waveforms, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    album = songs(tmp_path)
    assert waveforms.want(album, 0) is None
    assert sent(jobs) == ["0.flac", "1.flac"]
    with qtbot.waitSignal(waveforms.ready):
        jobs.run()
    qtbot.waitUntil(lambda: waveforms.want(album, 1) is not None)
    assert sent(jobs) == ["0.flac", "1.flac", "2.flac"]


def test_what_is_not_wanted_any_more_is_called_back(waveforms: Waveforms, jobs: InlineJobs, tmp_path: Path) -> None:
    album = songs(tmp_path)
    waveforms.want(album, 0)
    waveforms.want(album, 2)
    assert [job.done for job in jobs.waiting] == [True, True, False, False]


def test_a_song_that_cannot_be_read_has_a_plain_bar_and_is_not_tried_again(
    waveforms: Waveforms, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    album = songs(tmp_path, count=1)
    (tmp_path / "0.flac").write_bytes(b"nothing")
    waveforms.want(album, 0)
    with qtbot.waitSignal(waveforms.ready):
        jobs.run()
    assert waveforms.want(album, 0) is None
    assert len(jobs.submitted) == 1


def test_a_track_of_film_alone_sounds_like_its_film_and_silence_like_nothing() -> None:
    cue = TrackCue("film", "", "", 10 * S, 30 * S)
    silence = SongClip(None, 0, 48000, 0, Fraction(10), Fraction(20))
    sounds = (
        FilmSoundClip(Path("early.mkv"), 1, 0, 0, 0, 10 * S),
        FilmSoundClip(Path("f.mkv"), 1, 7, 5 * S, 12 * S, 20 * S),
    )
    album = Timeline(
        tracks=(replace(cue, start_us=0, end_us=10 * S), cue),
        sound=SoundPlan((replace(silence, start=Fraction(0)), silence), sounds),
    )
    assert track_sound(album, 1) == ((Heard(Path("f.mkv"), 1, 5 * S + 7, 2 * S, 8 * S),), 20 * S)
    assert track_sound(replace(album, sound=SoundPlan((silence, silence))), 1) == ((), 20 * S)
    assert track_sound(album, -1) == track_sound(album, 2) == ((), 0)


def test_a_track_without_sound_asks_for_nothing(waveforms: Waveforms, jobs: InlineJobs) -> None:
    silent = Timeline(tracks=(TrackCue("a", "", "", 0, S),))
    assert waveforms.want(silent, 0) is None
    assert jobs.submitted == []


def test_the_window_shows_the_waveform_of_the_track_that_is_on(
    window: Window,
    engine: FakeEngine,
    jobs: InlineJobs,
    tick: Callable[[], None],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    film = make_film(tmp_path / "f.mkv", frames=25, sound=True)
    first = engine.timeline.tracks[0]
    sound = SoundPlan(film_sounds=(FilmSoundClip(film, 0, 0, 0, 0, first.end_us),))
    plain = window.transport.seek.grab().toImage()
    engine.timeline = replace(engine.timeline, sound=sound)
    window.show_timeline(engine.timeline)
    tick()
    jobs.run()
    qtbot.waitUntil(lambda: window.transport.seek.grab().toImage() != plain)


def test_a_song_that_has_changed_is_measured_again_and_shown_as_it_was_until_then(
    waveforms: Waveforms, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    album = songs(tmp_path, count=3)
    waveforms.want(album, 0)
    with qtbot.waitSignals([waveforms.ready, waveforms.ready]):
        jobs.run()
    before = waveforms.want(album, 0)
    make_sound(tmp_path / "0.flac", "flac", 8000, 4000)
    waveforms.renew({tmp_path / "0.flac", tmp_path / "2.flac"})
    assert sent(jobs) == ["0.flac", "1.flac", "0.flac"]
    assert waveforms.want(album, 0) is before
    with qtbot.waitSignal(waveforms.ready):
        jobs.run()
    assert before is not None
    assert waveforms.want(album, 0) not in (None, before)


def test_a_song_that_changes_while_it_is_measured_is_measured_anew(
    waveforms: Waveforms, jobs: InlineJobs, tmp_path: Path
) -> None:
    waveforms.want(songs(tmp_path, count=1), 0)
    waveforms.renew({tmp_path / "0.flac"})
    assert [job.done for job in jobs.waiting] == [True, False]
