"""The sound device in the real program: chosen in its menu by keys, kept for the next run, waited for where it is not
there."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

import pytest

from tests.support import processes, small_media, songs
from tests.support.program import Run, running
from tests.support.pulse import Pulse, null_sink
from tests.support.xvfb import virtual_screen
from visualalbum.store.settings import Settings

RATE = 48_000
SONG_S = 40

NEAR_MS, COUNT = 6.0, 25
"""Of the picture to the song over a second's pictures: what a resume has on a busy machine."""

BALCONY = "The balcony, left & right"


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A song with a film beside it."""
    folder = tmp_path_factory.mktemp("album")
    songs.write(folder / "song.flac", songs.melody(RATE * SONG_S, RATE), RATE)
    small_media.make_film(folder / "film.mp4", frames=25 * SONG_S, b_frames=0)
    manifest = folder / "album.visualalbum.yaml"
    manifest.write_text(
        "visualalbum: 1\ntitle: Devices\ntracks:\n  - {audio: song.flac, segments: [{film: film.mp4}]}\n"
    )
    return manifest


def settings_file(home: Path) -> Path:
    return home / "config" / "settings.json"


def kept(home: Path) -> Settings:
    return Settings.model_validate_json(settings_file(home).read_bytes())


def keep(home: Path, **values: str) -> None:
    settings_file(home).parent.mkdir(parents=True)
    settings_file(home).write_text(json.dumps(values))


def plays_on(pulse: Pulse, sink: str) -> None:
    processes.wait_until(lambda: pulse.played_on() == {sink}, f"{pulse.played_on()} to be {sink}")


def keeps_to_the_song(run: Run) -> None:
    """Wait until the picture is with the song for a second, counted from now."""
    before = len(run.events("drift"))

    def near() -> bool:
        drifts = [abs(event["drift_ms"]) for event in run.events("drift")[before:]]
        return len(drifts) >= COUNT and median(drifts[-COUNT:]) < NEAR_MS

    processes.wait_until(near, "the picture to be with the song")


def end(run: Run) -> None:
    run.process.terminate()
    run.end()


def test_a_device_is_chosen_by_keys_while_the_song_plays_and_the_next_run_begins_there(
    album: Path, tmp_path: Path
) -> None:
    home = str(tmp_path / "home")
    with virtual_screen(1000, 700) as screen, null_sink() as pulse:
        pulse.add_sink("balcony", BALCONY)
        env = {**screen.env, **pulse.env, "VISUALALBUM_HOME": home, "QT_QPA_PLATFORM": "xcb"}
        with running(tmp_path / "first", album, **env) as run:
            run.until("take")
            keeps_to_the_song(run)
            for key in ("alt+p", "u", "Down", "Down", "Return"):
                screen.touch("key", "--delay", "60", key)
            plays_on(pulse, "balcony")
            keeps_to_the_song(run)
            assert len(run.events("roll")) == 1, "the song was not begun again"
            assert run.faults() == {}
            end(run)
        assert (kept(Path(home)).device, kept(Path(home)).device_title) == ("balcony", BALCONY)
        with running(tmp_path / "second", album, **env) as run:
            run.until("take")
            plays_on(pulse, "balcony")
            assert run.faults() == {}
            end(run)
        with running(tmp_path / "third", album, "--audio-device", pulse.sink, **env) as run:
            run.until("take")
            plays_on(pulse, pulse.sink)
            end(run)
        assert kept(Path(home)).device == "balcony", "the command line holds for its own run"


def test_a_device_that_is_kept_and_not_there_is_told_and_has_the_sound_when_it_comes(
    album: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    keep(home, device="balcony", device_title=BALCONY)
    with null_sink() as pulse, running(tmp_path, album, VISUALALBUM_HOME=str(home), **pulse.env) as run:
        run.until("take")
        assert run.faults()["sound-device"].startswith(f"{BALCONY} is not there or cannot be opened; until it is")
        plays_on(pulse, pulse.sink)
        pulse.add_sink("balcony", BALCONY)
        plays_on(pulse, "balcony")
        run.until("mended")
        keeps_to_the_song(run)
        assert len(run.events("roll")) == 1, "the song was not begun again"
        end(run)
    assert kept(home).device == "balcony"
