"""Make the media of *Look Back, a stand-in*: `python assets/make/look_back.py` draws its film and its four panels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from drawing import video
from look_back import panels, shots, soundtrack

HERE = Path(__file__).parent.parent / "look-back"
FILM = HERE / "film" / "look-back.mp4"
QUALITY, SOUND_BITS = 26, 72_000


def main() -> None:
    """Compose, draw and write; about three minutes."""
    for path in panels.make(HERE / "stills"):
        print(path, path.stat().st_size)
    sound = soundtrack.compose().astype(np.float32)
    video.write(FILM, shots.pictures(), sound, quality=QUALITY, sound_bits=SOUND_BITS, title="Look Back, a stand-in",
                artist="The visualalbum project", copyright="CC BY 4.0, the visualalbum project")  # fmt: skip
    print(FILM, FILM.stat().st_size)


if __name__ == "__main__":
    main()
