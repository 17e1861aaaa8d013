"""Make the making-of: `python assets/make/making_of.py`, 20 s with its own sound."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from backstage import making
from drawing import video

FILM = Path(__file__).parent.parent / "backstage" / "film" / "making-of.mp4"


def main() -> None:
    """Draw, encode and mux."""
    pictures = (making.picture(frame) for frame in range(making.FRAMES))
    video.write(FILM, pictures, making.sound().astype(np.float32), quality=28, title="One step, drawn",
                artist="The visualalbum project")  # fmt: skip
    print(FILM, FILM.stat().st_size)


if __name__ == "__main__":
    main()
