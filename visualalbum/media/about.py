"""What PyAV is here: its version, FFmpeg's, and which decoders it lacks. `python -m` prints it as JSON."""

from __future__ import annotations

import json
from typing import Any

import av

DECODERS = ("h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "prores", "aac", "alac", "mp3", "flac", "opus", "vorbis")
"""What albums are made of: films of cameras, editors and the web, songs of shops and studios."""


def about() -> dict[str, Any]:
    """Facts: `pyav` and `ffmpeg` versions, and decoders `absent` by name."""
    return {
        "pyav": av.__version__,
        "ffmpeg": av.ffmpeg_version_info,
        "absent": [name for name in DECODERS if name not in av.codecs_available],
    }


if __name__ == "__main__":
    print(json.dumps(about()))
