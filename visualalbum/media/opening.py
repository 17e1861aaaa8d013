"""Opening media files with FFmpeg's demuxers: plain files of known formats only, one error for all the rest."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import av
import av.error
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from visualalbum.media.media_error import MediaError
from visualalbum.said import say

StreamT = TypeVar("StreamT", AudioStream, VideoStream)

IMAGE_FORMATS = ("bmp_pipe", "gif", "jpeg_pipe", "jpegxl_pipe", "png_pipe", "ppm_pipe", "tiff_pipe", "webp_pipe")
"""Demuxers of picture files."""

FORMATS = (
    *(
        "aac",
        "ac3",
        "aiff",
        "ape",
        "au",
        "caf",
        "dsf",
        "eac3",
        "flac",
        "mp3",
        "mpc",
        "mpc8",
        "ogg",
        "tak",
        "tta",
        "w64",
    ),
    *("wav", "wv", "asf", "avi", "dv", "flv", "ivf", "matroska", "mov", "mpeg", "mpegts", "mxf", "nut"),
)
"""Demuxers of sound and film. Left out on purpose: playlists and scripts, which open other files or the network (hls,
concat, sdp), text taken for pictures (tty), numbered picture files (image2), and streams without times (h264)."""


def open_media(path: Path) -> InputContainer:
    """Open a sound, film or picture file for demuxing; close it after use. Raises MediaError."""
    _check_plain_file(path)
    try:
        return av.open(
            # The prefix keeps a colon in a name from being read as a protocol.
            f"file:{path}",
            format=_named_format(path),
            options={"format_whitelist": ",".join((*FORMATS, *IMAGE_FORMATS)), "protocol_whitelist": "file"},
            metadata_errors="replace",
        )
    except (av.error.FFmpegError, OSError, ValueError, MemoryError) as error:
        if isinstance(error, PermissionError):
            raise _unreadable(path, error) from None
        raise MediaError(
            "file-not-media",
            say("{file} is no sound, film or picture file that can be read", file=path.name),
            say("make it again, or convert it to FLAC, MP4 or PNG"),
        ) from None


JPEG_START = b"\xff\xd8\xff"


def _named_format(path: Path) -> str | None:
    """The demuxer of a JPEG: where one does not end within the first 2 KB, FFmpeg goes by its name and takes image2."""
    with path.open("rb") as file:
        return "jpeg_pipe" if file.read(len(JPEG_START)) == JPEG_START else None


def packets(container: InputContainer, stream: StreamT) -> Iterator[Packet[StreamT]]:
    """Yield the packets of one stream to the end of the file or to where it is damaged, and an empty one at the end.

    A stream that first shows up in the middle of a file (MPEG-TS) makes PyAV stumble over its own list of streams: that
    packet is passed over.
    """
    demuxed = container.demux(stream)
    while True:
        try:
            yield next(demuxed)
        except IndexError:
            demuxed = container.demux(stream)
        except (StopIteration, av.error.FFmpegError):
            return


def _check_plain_file(path: Path) -> None:
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode):
            path.open("rb").close()
    except (FileNotFoundError, NotADirectoryError):
        remedy = say("put it at {path} or correct the path", path=str(path))
        raise MediaError("file-missing", say("{file} is not there", file=path.name), remedy) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(path, error) from None
    if stat.S_ISDIR(status.st_mode):
        raise MediaError("file-unreadable", say("{file} is a folder", file=path.name), say("name the file in it"))
    if not stat.S_ISREG(status.st_mode):
        sentence = say("{file} is a device or a pipe", file=path.name)
        raise MediaError("file-unreadable", sentence, say("name a plain file"))
    if status.st_size == 0:
        raise MediaError("file-empty", say("{file} is empty", file=path.name), say("copy or make it again"))


def _unreadable(path: Path, error: Exception) -> MediaError:
    reason = getattr(error, "strerror", None) or str(error)
    sentence = say("{file} cannot be read: {reason}", file=path.name, reason=reason)
    return MediaError("file-unreadable", sentence, say("check the file and its permissions"))
