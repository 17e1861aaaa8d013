"""`visualalbum play` on machines that lack a library or a sound device: it is told, and all that can still plays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import small_media, songs
from tests.support.program import NO_SOUND_SERVER, Run, play
from tests.support.pulse import null_sink

pytestmark = pytest.mark.untimed

RATE = 44_100

# What python-vlc finds where libVLC is not installed: no such library, and no symbol of it in the program.
WITHOUT_LIBVLC = """\
import ctypes, ctypes.util
find, load = ctypes.util.find_library, ctypes.CDLL.__init__
def refuse(self, name=None, *others, **more):
    if "vlc" in str(name):
        raise OSError(f"{name}: cannot open shared object file: No such file or directory")
    load(self, name, *others, **more)
ctypes.util.find_library = lambda name: None if "vlc" in name else find(name)
ctypes.CDLL.__init__ = refuse
"""
WITHOUT = {
    "libvlc": ("sitecustomize.py", WITHOUT_LIBVLC),
    "python-vlc": ("vlc.py", "raise ImportError('No module named vlc')"),
    "libportaudio": ("sounddevice.py", "raise OSError('PortAudio library not found')"),
    "sounddevice": ("sounddevice.py", "raise ImportError('No module named sounddevice')"),
    "libpulse": ("pulsectl.py", "raise OSError('libpulse.so.0: cannot open shared object file')"),
    "pulsectl": ("pulsectl.py", "raise ImportError('No module named pulsectl')"),
    "dbus-fast": ("dbus_fast.py", "raise ImportError('No module named dbus_fast')"),
    "wakepy": ("wakepy.py", "raise ImportError('No module named wakepy')"),
}


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A song of two seconds, film beside its first one, a still beside the rest."""
    folder = tmp_path_factory.mktemp("album")
    songs.write(folder / "song.flac", songs.melody(RATE * 2, RATE), RATE)
    small_media.make_film(folder / "film.mp4", frames=50)
    small_media.make_image(folder / "still.png")
    path = folder / "album.visualalbum.yaml"
    path.write_text(
        "visualalbum: 1\ncover: still.png\ntracks:\n  - audio: song.flac\n    segments: [{film: film.mp4, out: 1}]\n"
    )
    return path


def play_without(manifest: Path, tmp_path: Path, *lacking: str, words: tuple[str, ...] = (), **env: str) -> Run:
    """Play to 1.2 s, which has to be reached, on a machine that lacks something."""
    for name in lacking:
        module, text = WITHOUT[name]
        (tmp_path / module).write_text(text)
    status, run = play(tmp_path, manifest, "--until", "1.2", *words, PYTHONPATH=str(tmp_path), **env)
    assert (status, run.said) == (0, "")
    return run


def told(run: Run, subject: str) -> str:
    return next(fault["sentence"] for fault in run.events("fault") if fault["subject"].startswith(subject))


def takes(run: Run) -> int:
    return len(run.events("take"))


def lasted_s(run: Run) -> float:
    """From the order to roll to the last picture whose time was read."""
    return float(run.events("drift")[-1]["instant_ns"] - run.events("roll")[0]["instant_ns"]) / 1e9


def test_without_a_sound_device_the_film_plays_in_time(manifest: Path, tmp_path: Path) -> None:
    run = play_without(manifest, tmp_path, **NO_SOUND_SERVER)
    assert "there is no sound device" in told(run, "portaudio")
    assert "finds no way to play" in told(run, "vlc")
    assert takes(run) == 1
    assert 0.8 < lasted_s(run) < 1.4
    assert max(abs(event["drift_ms"]) for event in run.events("drift")) < 40


def test_without_portaudio_libvlc_plays_the_sound(manifest: Path, tmp_path: Path) -> None:
    with null_sink() as sink:
        run = play_without(manifest, tmp_path, "libportaudio", **sink.env)
    assert "libportaudio2" in told(run, "portaudio")
    assert [fault["subject"] for fault in run.events("fault")] == ["portaudio"], "libVLC plays it"
    assert takes(run) == 1


@pytest.mark.parametrize("library", ["libpulse", "pulsectl"])
def test_without_a_way_to_ask_for_sinks_the_song_plays_where_it_is_told_to(
    manifest: Path, tmp_path: Path, library: str
) -> None:
    with null_sink() as sink:
        sink.add_sink("balcony")
        run = play_without(manifest, tmp_path, library, words=("--audio-device", "balcony"), **sink.env)
    assert run.faults() == {}
    assert takes(run) == 1


def test_without_libvlc_song_and_stills_play(manifest: Path, tmp_path: Path) -> None:
    with null_sink() as sink:
        run = play_without(manifest, tmp_path, "libvlc", **sink.env)
    assert "apt install libvlc5" in told(run, "libVLC")
    assert [fault["subject"] for fault in run.events("fault")] == ["libVLC"], "PortAudio plays the song"
    assert takes(run) == 0
    assert len(run.events("roll")) == 1


def test_sound_through_libvlc_that_is_not_there_goes_to_portaudio(manifest: Path, tmp_path: Path) -> None:
    with null_sink() as sink:
        run = play_without(manifest, tmp_path, "libvlc", words=("--sound", "vlc"), **sink.env)
    assert [fault["subject"] for fault in run.events("fault")] == ["libVLC", "vlc"]


def test_with_neither_library_the_clock_goes_on_unheard(manifest: Path, tmp_path: Path) -> None:
    run = play_without(manifest, tmp_path, "python-vlc", "sounddevice")
    assert "install it with pip" in told(run, "portaudio") and "install it with pip" in told(run, "vlc")
    assert "python-vlc is missing" in told(run, "libVLC")
    assert {fault["subject"] for fault in run.events("fault")} == {"libVLC", "portaudio", "vlc"}
    assert len(run.events("roll")) == 1


def test_without_the_desktops_libraries_everything_plays_and_nothing_is_said(manifest: Path, tmp_path: Path) -> None:
    run = play_without(manifest, tmp_path, "dbus-fast", "wakepy", words=("--sound", "null"))
    assert run.faults() == {}
