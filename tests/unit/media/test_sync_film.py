"""The little album of bars and clicks: made once, playable, and each bar on its mark when its click is heard."""

from __future__ import annotations

import itertools
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from visualalbum.manifest import load
from visualalbum.media import sync_film
from visualalbum.media.click import FIRST_S, LENGTH_S, PERIOD_S, click
from visualalbum.media.media_error import MediaError
from visualalbum.media.probe import probe
from visualalbum.media.sync_film import CENTRE, FLOOR, ROUNDS, frame, make


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("made") / "calibration")


def bar(picture: np.ndarray) -> float:
    """Where the bar's middle is, in pixels right of the mark; nothing but the bar is that bright at its top."""
    row = picture[200].astype(int).sum(axis=-1)
    lit = np.flatnonzero(row > 650)
    return float(lit.mean()) + 0.5 - CENTRE


def test_the_album_has_no_problems_and_song_and_film_are_equally_long(manifest: Path) -> None:
    assert load(manifest).problems == ()
    song, film = (probe(next(manifest.parent.glob(f"*.{ending}"))) for ending in ("wav", "mkv"))
    assert song.audio is not None
    assert song.audio.length == ROUNDS * PERIOD_S
    assert film.video is not None
    assert abs(film.video.length_us - ROUNDS * PERIOD_S * 1e6) < 20_000


def test_the_bar_comes_from_the_right_and_is_on_its_mark_at_the_click() -> None:
    at_click = round(FIRST_S * sync_film.FRAMES_PER_S)
    assert bar(frame(at_click - 6)) == pytest.approx(100, abs=1)
    assert bar(frame(at_click)) == 0
    assert bar(frame(at_click + 6)) == pytest.approx(-100, abs=1)
    dark, lit = (frame(at_click + after)[84, CENTRE] for after in (-1, 0))
    assert (tuple(dark), tuple(lit)) == ((0, 0, 0), (255, 255, 255))
    assert frame(0)[FLOOR - 1].any(), "the ruler is always there"


def test_the_film_shows_one_period_again_and_again(manifest: Path) -> None:
    with av.open(str(next(manifest.parent.glob("*.mkv")))) as container:
        frames = list(itertools.islice(container.decode(video=0), 240))
    period = round(PERIOD_S * sync_film.FRAMES_PER_S)
    assert [round(float(one.time or 0) * 60) for one in frames] == list(range(240))
    bars = [bar(one.to_ndarray(format="rgb24")) for one in (frames[45], frames[45 + period])]
    assert bars == [pytest.approx(0, abs=1)] * 2


def test_the_song_clicks_at_the_same_times(manifest: Path) -> None:
    with av.open(str(next(manifest.parent.glob("*.wav")))) as container:
        blocks = [block.to_ndarray()[0] for block in itertools.islice(container.decode(audio=0), 200)]
    samples = np.concatenate(blocks) / 32768
    loud = np.flatnonzero(np.abs(samples) > 0.01) / sync_film.RATE
    starts = loud[np.flatnonzero(np.diff(loud, prepend=-1) > 0.5)]
    assert starts == pytest.approx([FIRST_S + number * PERIOD_S for number in range(starts.size)], abs=0.001)


def test_a_click_is_short_and_like_itself_at_one_moment_only() -> None:
    sound = click(48_000)
    assert (sound.size, np.abs(sound).max() <= 1) == (LENGTH_S * 48_000, True)
    likeness = np.abs(np.correlate(sound, sound, "full"))
    assert np.delete(likeness, range(sound.size - 40, sound.size + 39)).max() < likeness.max() / 3


def test_what_is_there_is_not_made_again_and_what_is_missing_is(manifest: Path) -> None:
    film, song = (next(manifest.parent.glob(f"*.{ending}")) for ending in ("mkv", "wav"))
    before = film.stat().st_mtime_ns
    song.unlink()
    assert make(manifest.parent) == manifest
    assert (film.stat().st_mtime_ns, song.is_file()) == (before, True)


def test_a_folder_that_cannot_be_written_is_told_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MediaError, match=r"the clicks cannot be kept in .*file/calibration: not a directory; see that"):
        make(tmp_path / "file" / "calibration")


def test_without_libx264_another_encoder_is_taken_and_without_any_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync_film, "CODECS", {"not-there": {}, "mpeg4": {"qscale": "2"}})
    make(tmp_path / "other")
    film = probe(next((tmp_path / "other").glob("*.mkv")))
    assert film.video is not None
    assert film.video.rate == Fraction(60)
    monkeypatch.setattr(sync_film, "CODECS", {"not-there": {}})
    with pytest.raises(MediaError, match="no encoder for film, so the picture cannot be made; reinstall it"):
        make(tmp_path / "none")
    assert list((tmp_path / "none").glob("*.mkv")) == []
