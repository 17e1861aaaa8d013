"""The real program on screens of several densities: a telephone's film stands upright, sharp to the pixel."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.support.processes import wait_until
from tests.support.program import running
from tests.support.pulse import null_sink
from tests.support.small_media import make_sound
from tests.support.xscreen import ScreenReader
from tests.support.xvfb import virtual_screen

pytestmark = pytest.mark.unhurried

SCREEN = 1280, 720
UPRIGHT = 404, 720
"""A film that fills the screen's height, so that every pixel of it is one of the screen."""

MANIFEST = """\
visualalbum: 1
title: Upright
films: {upright: {file: upright.mov}}
tracks:
  - title: A clap
    audio: clap.flac
    segments: [{film: upright, in: 0:00, out: 0:08, at: 0:00}]
"""

Grey = NDArray[np.uint8]


def upright_picture() -> Grey:
    """White and black above, stripes of one pixel below: upright ones and lying ones."""
    width, height = UPRIGHT
    picture = np.zeros((height, width), np.uint8)
    picture[: height // 2, : width // 2] = 255
    picture[height // 2 :, : width // 2 : 2] = 255
    picture[height // 2 :: 2, width // 2 :] = 255
    return picture


def make_upright_film(path: Path, quarters: int) -> None:
    """A film of eight seconds, stored as a telephone stores what has to be turned by some quarters."""
    stored = np.ascontiguousarray(np.rot90(upright_picture(), quarters))
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=Fraction(25), options={"qp": "1", "preset": "ultrafast"})
        video.height, video.width = stored.shape
        video.pix_fmt = "yuv420p"
        video.set_display_rotation(-90 * quarters)
        for number in range(200):
            picture = av.VideoFrame.from_ndarray(stored, format="gray").reformat(format="yuv420p")
            picture.pts, picture.time_base = number, Fraction(1, 25)
            container.mux(video.encode(picture))
        container.mux(video.encode())


def on_screen(reader: ScreenReader) -> Grey:
    """The middle of the screen, where the picture belongs, in grey."""
    left = (SCREEN[0] - UPRIGHT[0]) // 2
    return reader.grab(left, 0, *UPRIGHT).mean(axis=2).astype(np.uint8)


def is_shown(seen: Grey) -> bool:
    """Whether the upper half is the film's, white and black: what is small enough is left out."""
    height, width = seen.shape
    above = seen[height // 4 : height // 2 - 10]
    return bool(above[:, 10 : width // 2 - 10].min() > 225 and above[:, width // 2 + 10 : -10].max() < 30)


@pytest.mark.parametrize(("quarters", "ratio"), [(0, "1.5"), (1, "1"), (1, "2"), (2, "2"), (3, "1.5")])
def test_every_pixel_of_a_film_is_where_it_belongs(tmp_path: Path, quarters: int, ratio: str) -> None:
    make_upright_film(tmp_path / "upright.mov", quarters)
    make_sound(tmp_path / "clap.flac", "flac", 44100, 44100 * 8)
    (tmp_path / "album.visualalbum.yaml").write_text(MANIFEST)
    with (
        virtual_screen(*SCREEN) as screen,
        null_sink() as pulse,
        ScreenReader(screen.display) as reader,
        running(
            tmp_path,
            tmp_path / "album.visualalbum.yaml",
            "--fullscreen",
            **screen.env,
            **pulse.env,
            QT_SCALE_FACTOR=ratio,
        ) as run,
    ):
        wait_until(lambda: is_shown(on_screen(reader)), f"the film, upright; it said: {run.said}", 30)
        seen = on_screen(reader)
    height, width = seen.shape
    sharp = slice(height // 2 + 10, height - 40)
    differs = np.abs(seen.astype(int) - upright_picture())[sharp]
    assert np.median(differs[:, : width // 2]) < 30, "stripes that stand are as sharp as they were filmed"
    assert np.median(differs[:, width // 2 :]) < 30, "stripes that lie are as sharp as they were filmed"
