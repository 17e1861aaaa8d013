"""Probing: what a media file is, from its own bytes. It never raises, whatever the bytes are."""

from __future__ import annotations

import contextlib
from pathlib import Path

import av
import av.error
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from visualalbum.media.facts import ImageFacts, MediaFacts
from visualalbum.media.media_error import MediaError
from visualalbum.media.opening import IMAGE_FORMATS, open_media
from visualalbum.media.pictures import video_facts
from visualalbum.media.samples import audio_facts
from visualalbum.media.tags import read_tags
from visualalbum.said import say


def probe(path: Path) -> MediaFacts:
    """Find out what a file is. Reads an audio file whole without decoding it, a film's first and last pictures.

    Takes 5 to 40 ms; for files nobody vouches for call it through the job queue with a limit.
    """
    try:
        with open_media(path) as container:
            facts = _facts(path, container)
    except MediaError as error:
        return MediaFacts(path, fault=error.sentence, remedy=error.remedy)
    except (av.error.FFmpegError, OSError, ValueError, ArithmeticError, MemoryError) as error:
        fault = say("{file} is damaged: {reason}", file=path.name, reason=str(error))
        return MediaFacts(path, fault=fault, remedy=say("copy or make it again"))
    if facts.audio or facts.video or facts.image:
        return facts
    return MediaFacts(
        path,
        facts.container,
        fault=say("{file} holds neither sound nor pictures that can be decoded", file=path.name),
        remedy=say("make it again, or convert it to FLAC, MP4 or PNG"),
    )


def _facts(path: Path, container: InputContainer) -> MediaFacts:
    tags, has_cover = read_tags(path)
    tags = {**_container_tags(container), **tags}
    streams = container.streams
    attached = [s for s in streams.video if s.disposition & Disposition.attached_pic]
    films = [s for s in streams.video if s not in attached and s.codec_context is not None]
    sounds = [s for s in streams.audio if s.codec_context is not None and s.rate]
    if container.format.name in IMAGE_FORMATS:
        return MediaFacts(path, container.format.name, image=_image(container, films), tags=tags)
    audio = audio_facts(container, sounds[0], with_film=bool(films)) if sounds else None
    if audio and films:
        with contextlib.suppress(av.error.FFmpegError):  # without an index the pictures may still go on from here
            container.seek(0)
    video = video_facts(container, films[0]) if films else None
    return MediaFacts(
        path,
        container.format.name,
        audio=audio if audio and audio.samples > 0 else None,
        video=video,
        tags=tags,
        has_cover=has_cover or bool(attached),
        chapters=_chapters(container),
    )


def _image(container: InputContainer, pictures: list[VideoStream]) -> ImageFacts | None:
    if not pictures or not pictures[0].width or not pictures[0].height:
        return None
    return ImageFacts(container.format.name.removesuffix("_pipe"), pictures[0].width, pictures[0].height)


def _chapters(container: InputContainer) -> tuple[tuple[int, str], ...]:
    found = ((chapter["start"], chapter["time_base"], chapter["metadata"]) for chapter in container.chapters())
    return tuple((round(start * (base or 0) * 1_000_000), tags.get("title", "").strip()) for start, base, tags in found)


def _container_tags(container: InputContainer) -> dict[str, str]:
    """Tags FFmpeg reads from formats that mutagen does not know, Matroska above all."""
    names = {"title": "title", "artist": "artist", "album": "album", "track": "number", "isrc": "isrc"}
    found = {key.lower(): value.strip() for key, value in container.metadata.items()}
    return {name: found[key] for key, name in names.items() if found.get(key)}
