"""Twelve pictures of the real program on a real screen, each told from the others, left in `build/screens` to look at.

Those that the README shows are copies of these, in `assets/screens`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from tests.support.players import ROOT
from tests.support.processes import wait_for, wait_until
from tests.support.program import Run, running
from tests.support.pulse import null_sink
from tests.support.xscreen import ScreenReader
from tests.support.xvfb import Screen, virtual_screen
from visualalbum.ui.colours import DARK, DARK_CONTRAST, LIGHT, Colours
from visualalbum.ui.picture_text import PLAIN

pytestmark = pytest.mark.unhurried

BACKSTAGE = ROOT / "manifests" / "backstage.visualalbum.yaml"
LOOK_BACK = ROOT / "manifests" / "look-back.visualalbum.yaml"
SCREENS = ROOT / "build" / "screens"
LIMIT_S = 30
STILL_S = 0.6
"""A picture that has not changed for so long is finished: panels are read, thumbnails are there, nothing fades."""

ROLL_S = 1.0
BARE = 0.005
"""Less than this of a picture is by chance in the window's colours."""

Pixels = NDArray[np.uint8]

ARABIC_WORDS = """\
[00:00.00]قبل أن يدق الجرس
[00:04.00]نسمع خطوة على الخشب
[00:08.00]كعب ثم إصبع، ثم صمت
[00:12.00]وضوء صغير ينتظر
[00:16.00]خلف الستار 12 مصباحًا
[00:20.00]والباب نصف مفتوح
[00:24.00]من يرقص أولًا؟
"""
ENGLISH_WORDS = """\
[00:00.00]Before the bell is rung
[00:04.00]we hear a step on wood
[00:08.00]heel and then toe, then nothing
[00:12.00]and a small light that waits
[00:16.00]behind the curtain twelve lamps
[00:20.00]and the door half open
[00:24.00]who dances first?
"""
ARABIC_ALBUM = f"""\
visualalbum: 1
title: خلف الستار
artist: فرقة الخطوة
languages: [ar, en]
films: {{backstage: {{file: {ROOT}/assets/backstage/film/backstage.mp4}}}}
tracks:
  - title: قبل الجرس
    audio: {ROOT}/assets/backstage/music/01-before-the-bell.flac
    segments: [{{film: backstage, in: 0:29, out: 1:30, at: 0:00}}]
    lyrics: {{file: words.lrc, language: ar, translations: {{en: words.en.lrc}}}}
"""
FAULTY_ALBUM = f"""\
visualalbum: 1
title: Backstage
artsit: The visualalbum project
films:
  backstage: {{file: {ROOT}/assets/backstage/film/backstage.mp4}}
  making-of: {{file: making-of.mp4}}
tracks:
  - title: Before the bell
    audio: {ROOT}/assets/backstage/music/01-before-the-bell.flac
    segments:
      - {{film: backstage, in: 0:29, out: 0:37, at: 0:00}}
      - {{film: backstge, in: 0:38, out: 0:46}}
      - {{film: backstage, in: 0:58, out: 0:52, at: 0:16}}
      - {{film: making-of, in: 0:02, out: 0:10, at: 0:24}}
  - title: Where the light falls
    audio: {ROOT}/assets/backstage/music/02-where-the-light-falls.flac
    lyrics: words/where-the-light-falls.lrc
"""


def written(folder: Path, text: str, **files: str) -> Path:
    """A manifest of its own in a folder, with the files beside it that it names."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, encoding="utf-8")
    manifest = folder / "album.visualalbum.yaml"
    manifest.write_text(text, encoding="utf-8")
    return manifest


def backstage(folder: Path) -> Path:
    return BACKSTAGE


def look_back(folder: Path) -> Path:
    return LOOK_BACK


def arabic(folder: Path) -> Path:
    return written(folder, ARABIC_ALBUM, words_lrc=ARABIC_WORDS, words_en_lrc=ENGLISH_WORDS)


def faulty(folder: Path) -> Path:
    return written(folder, FAULTY_ALBUM, making_mp4="")


@dataclass(frozen=True)
class State:
    """One state of the window: how it is reached, and how it is told from others."""

    name: str
    colours: Colours
    size: tuple[int, int] = (1280, 800)
    album: Callable[[Path], Path] | None = backstage
    start: str = "0:26"
    words: tuple[str, ...] = ()
    keys: tuple[str, ...] = ("2",)
    clicks: tuple[int, int] | None = None
    settings: dict[str, Any] = field(default_factory=dict)
    bare: bool = False
    """Nothing but the picture and what is on it: the song goes on, until the controls have gone by themselves."""


DARK_LOOK = {"scheme": "dark"}
STATES = (
    State("dark", DARK, settings=DARK_LOOK),
    State("light", LIGHT, keys=("3",), settings={"scheme": "light"}),
    State("contrast", DARK_CONTRAST, settings={"scheme": "dark", "more_contrast": True}),
    State("wide", DARK, size=(1920, 800), keys=("4",), settings=DARK_LOOK),
    State("narrow", DARK, size=(480, 720), settings=DARK_LOOK),
    State("portrait", LIGHT, size=(720, 1280), settings={"scheme": "light"}),
    State("japanese", DARK, keys=("1",), settings={"scheme": "dark", "language": "ja"}),
    State("arabic", DARK, album=arabic, start="0:17", settings=DARK_LOOK),
    State("problems", LIGHT, album=faulty, start="0:02", keys=(), clicks=(1108, 633), settings={"scheme": "light"}),
    State("empty", DARK, album=None, keys=(), settings=DARK_LOOK),
    State("film-only", DARK, album=look_back, start="0:08", keys=("c", "5"), settings=DARK_LOOK),
    State("full-screen-words", DARK, words=("--fullscreen",), keys=("w", "w"), settings=DARK_LOOK, bare=True),
)


@pytest.fixture(scope="module")
def sink() -> Iterator[dict[str, str]]:
    with null_sink() as pulse:
        yield pulse.env


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_the_window_is_worth_looking_at(state: State, sink: dict[str, str], tmp_path: Path) -> None:
    with virtual_screen(*state.size) as screen:
        picture = pictured(state, screen, sink, tmp_path)
    save(picture, SCREENS / f"{state.name}.png")
    grounds = share(picture, state.colours.ground, state.colours.panel, state.colours.raised)
    assert (grounds < BARE) if state.bare else (grounds > 0.15), "the window has the colours asked for"
    if state.album:
        assert has_picture(picture), "a picture is on the stage"
        assert like(picture, PLAIN.name() if state.bare else state.colours.text) > 0.0003, "there is text"


def pictured(state: State, screen: Screen, sink: dict[str, str], folder: Path) -> Pixels:
    """Bring the window into a state, parked, and take the screen once nothing moves any more."""
    config = folder / "home" / "config"
    config.mkdir(parents=True)
    (config / "settings.json").write_text(json.dumps(state.settings))
    words: list[str | Path] = [state.album(folder / "album"), "--start", state.start] if state.album else []
    width, height = state.size
    words += ["--geometry", f"{width}x{height}+0+0", *state.words]
    with running(folder, *words, **screen.env, **sink) as run, ScreenReader(screen.display) as reader:
        if state.album:
            wait_until(lambda: rolled_s(run) > ROLL_S, f"the song; it said: {run.said}", LIMIT_S)
        else:
            wait_until(lambda: has_colours(look(reader, screen)), f"the window; it said: {run.said}", LIMIT_S)
        if state.album and not state.bare:
            screen.touch("key", "space")
        for key in state.keys:
            written = like(look(reader, screen), PLAIN.name())
            screen.touch("key", key)
            if state.bare:  # each key writes more on the picture, once the words are read
                wait_until(lambda: like(look(reader, screen), PLAIN.name()) > 1.1 * written + BARE / 10, key, LIMIT_S)  # noqa: B023
        if state.clicks:
            screen.touch("mousemove", *map(str, state.clicks), "click", "1", "mousemove", "5", "300")
        if state.bare:
            picture = alone(reader, screen)
        else:
            picture = at_rest(reader, screen, has_picture if state.album else has_colours)
        screen.touch("key", "ctrl+q")
        assert run.end() == 0, run.said
    return picture


def rolled_s(run: Run) -> float:
    """How long the first picture has been on."""
    taken = run.events("take")
    return (time.monotonic_ns() - taken[0]["instant_ns"]) / 1e9 if taken else 0.0


def look(reader: ScreenReader, screen: Screen) -> Pixels:
    return reader.grab(0, 0, screen.width, screen.height)


def at_rest(reader: ScreenReader, screen: Screen, is_ready: Callable[[Pixels], bool]) -> Pixels:
    """What the screen shows once it is ready and has shown the same for a while."""
    seen: list[tuple[float, Pixels]] = []

    def is_still() -> bool:
        now, picture = time.monotonic(), look(reader, screen)
        if seen and not np.array_equal(seen[-1][1], picture):
            seen.clear()
        seen[1:] = [(now, picture)]
        return seen[-1][0] - seen[0][0] > STILL_S and is_ready(picture)

    wait_until(is_still, "the screen to be still", LIMIT_S)
    return seen[-1][1]


def alone(reader: ScreenReader, screen: Screen) -> Pixels:
    """What the screen shows once nothing of the window is around the picture."""

    def bare() -> Pixels | None:
        picture = look(reader, screen)
        return picture if share(picture, DARK.ground, DARK.panel, DARK.raised) < BARE else None

    return wait_for(bare, "the controls to go", LIMIT_S)


def share(picture: Pixels, *colours: str) -> float:
    """How much of a picture has exactly one of these colours, 0 to 1."""
    packed = pack(picture)
    return float(np.isin(packed, [int(colour[1:], 16) for colour in colours]).mean())


def like(picture: Pixels, colour: str) -> float:
    """How much of a picture is in a colour or near it, as letters with soft edges are, 0 to 1."""
    wanted = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])
    return float((np.abs(picture.astype(int) - wanted).max(axis=2) < 24).mean())


def has_colours(picture: Pixels) -> bool:
    """Tell whether a picture is more than a plain ground."""
    return len(np.unique(pack(picture))) > 10


def has_picture(picture: Pixels) -> bool:
    """Tell whether a film's picture is where the stage is in every state; flat grounds and black have few colours."""
    return len(np.unique(pack(picture[100:200, 20:340]))) > 100


def pack(picture: Pixels) -> NDArray[np.uint32]:
    red, green, blue = (picture[:, :, channel].astype(np.uint32) for channel in range(3))
    return red << 16 | green << 8 | blue


def save(picture: Pixels, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    height, width, _ = picture.shape
    image = QImage(np.ascontiguousarray(picture).data, width, height, width * 3, QImage.Format.Format_RGB888)
    assert image.save(str(file)), file
