"""Make the film of the demo: `python assets/make/film.py`, with its own sound.

`python assets/make/film.py SHOT FRAME...` draws single frames of a shot (`Wings 12 60`) to SHOT-FRAME.png instead.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from pathlib import Path

import numpy as np
from backstage import cut, soundtrack
from backstage.shots.base import Shot
from drawing import video
from numpy.typing import NDArray
from PySide6.QtGui import QImage

FILM = Path(__file__).parent.parent / "backstage" / "film" / "backstage.mp4"
WORKERS, CHUNK = 2, 16
QUALITY = 24


@lru_cache(maxsize=2)
def _shot(number: int) -> Shot:
    return cut.placed()[number].kind()


def _drawn(job: tuple[int, int, int]) -> NDArray[np.uint8]:
    number, first, end = job
    return np.stack([_shot(number).paint(frame) for frame in range(first, end)])


def pictures() -> Iterator[NDArray[np.uint8]]:
    """All frames in order, drawn by two processes."""
    jobs = [
        (number, first, min(place.frames, first + CHUNK))
        for number, place in enumerate(cut.placed())
        for first in range(0, place.frames, CHUNK)
    ]
    with ProcessPoolExecutor(WORKERS) as pool:
        for start in range(0, len(jobs), 4 * WORKERS):  # a few at a time: a frame is 3 MB
            for number, chunk in enumerate(pool.map(_drawn, jobs[start : start + 4 * WORKERS])):
                yield from chunk
                if number == 0:
                    print(cut.placed()[jobs[start][0]].kind.name, flush=True)


def look(name: str, frames: list[int]) -> None:
    """Draw single frames of a shot to PNG files."""
    place = next(place for place in cut.placed() if place.kind.__name__ == name)
    shot = place.kind()
    for frame in frames:
        picture = np.ascontiguousarray(shot.paint(frame))
        image = QImage(
            picture.data, picture.shape[1], picture.shape[0], 3 * picture.shape[1], QImage.Format.Format_RGB888
        )
        image.save(f"{name}-{frame:03}.png")


def main() -> None:
    """Draw, encode and mux."""
    if len(sys.argv) > 1:
        look(sys.argv[1], [int(frame) for frame in sys.argv[2:]])
        return
    heard = soundtrack.sound().astype(np.float32)
    video.write(FILM, pictures(), heard, quality=QUALITY, title="Backstage", artist="The visualalbum project")
    print(FILM, FILM.stat().st_size)


if __name__ == "__main__":
    main()
