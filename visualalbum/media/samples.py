"""How long a sound stream is, to the sample, by its packets alone wherever they tell.

The contract with whoever decodes: open the file as `opening.open_media` does and decode the stream from its start with
PyAV's defaults (priming is skipped by FFmpeg then). The first sample that comes out is sample 0, and
`AudioFacts.samples` of them count. What comes after is the codec's tail: drop it (up to 1023 samples of an M4A). Where
less comes, a damaged file, silence stands for the rest. After a seek, (frame time - stream start time) * rate is the
number of a frame's first sample.
"""

from __future__ import annotations

import contextlib
import re
import struct
from fractions import Fraction

import av
import av.error
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.stream import VideoStream

from visualalbum.media.facts import AudioFacts
from visualalbum.media.opening import packets

WHOLE_FILM_BYTES = 64 * 2**20
"""A film file larger than this is not read whole for its sound's length: 64 MB are half a second from a slow disk."""

TELLING = ("flac", "alac", "mp3", "opus", "wavpack", "aac")
"""Codecs whose packets say how many samples they give, besides PCM; checked against a full decode by the tests. Not
Vorbis: the first packet gives none, and FFmpeg counts it or not as the file's pages fall."""

LONGEST_PACKET = 2**18
"""Samples; WavPack's and FLAC's longest blocks are half that. A packet that says more is damaged."""

GAPLESS = re.compile(r"\s*[0-9A-Fa-f]{8} [0-9A-Fa-f]{8} [0-9A-Fa-f]{8} ([0-9A-Fa-f]{16})\b")


def codec_name(stream: AudioStream | VideoStream) -> str:
    """The codec's own name, whichever of its decoders is used ("mp3", not "mp3float")."""
    return stream.codec_context.codec.canonical_name


def audio_facts(container: InputContainer, stream: AudioStream, *, with_film: bool) -> AudioFacts:
    """Measure a sound stream from the start of its container; `with_film` says that pictures share the file.

    Raises FFmpegError where it cannot be read at all.
    """
    context = stream.codec_context
    rate, channels = stream.rate or 0, context.channels
    if with_film and container.size > WHOLE_FILM_BYTES:
        length = Fraction(container.duration or 0, av.time_base)
        if stream.duration and stream.time_base:
            length = stream.duration * stream.time_base
        samples, exact = int(length * rate), False
    else:
        samples, exact = _count(container, stream), True
    start_us = int((stream.start_time or 0) * (stream.time_base or 0) * 1_000_000)
    return AudioFacts(stream.index, codec_name(stream), rate, channels, samples, start_us, exact)


def _count(container: InputContainer, stream: AudioStream) -> int:
    a_sample = Fraction(1, stream.rate) / (stream.time_base or 1)
    codec = codec_name(stream)
    telling = codec in TELLING or codec.startswith("pcm_")
    # High-efficiency AAC gives two samples for each one its packets count.
    if codec == "aac" and stream.profile != "LC":
        telling = False
    # Times in whole milliseconds (Matroska) or 90000ths (MPEG) do not tell samples.
    if a_sample.denominator != 1 or not telling:
        return _decoded(container, stream)
    first: int | None = None
    total = discarded = 0
    for packet in packets(container, stream):
        if packet.size == 0:
            continue
        if first is None:
            first = packet.pts
        duration = packet.duration or 0
        total += duration if 0 < duration <= LONGEST_PACKET * a_sample.numerator else 0
        if packet.has_sidedata("skip_samples"):
            discarded = struct.unpack_from("<I", bytes(packet.get_sidedata("skip_samples")), 4)[0]
    priming = max(0, (stream.start_time or 0) - (first or 0))
    # An Ogg packet's duration has its end taken off already, an MP3's has not.
    if container.format.name == "ogg":
        discarded = 0
    samples = (total - priming) // a_sample.numerator - discarded
    return max(0, min(samples, _declared(container, stream, samples)))


def _declared(container: InputContainer, stream: AudioStream, counted: int) -> int:
    """The length an MP4 declares beside its packets: iTunes' gapless tag, or an edit list that ends earlier.

    An edit list counts in milliseconds as a rule, so one that is within a millisecond of the packets says the same.
    """
    # " 00000000 PRIMING PADDING SAMPLES ...", each a hexadecimal number; FFmpeg honours the priming only.
    gapless = GAPLESS.match(container.metadata.get("iTunSMPB", ""))
    if gapless and int(gapless[1], 16):
        return int(gapless[1], 16)
    edited = stream.duration if container.format.name.startswith("mov") and stream.duration else counted
    return edited if edited < counted - stream.rate // 1000 else counted


def _decoded(container: InputContainer, stream: AudioStream) -> int:
    total = 0
    for packet in packets(container, stream):
        with contextlib.suppress(av.error.FFmpegError):  # a damaged packet; the next may be whole
            total += sum(frame.samples for frame in packet.decode())
    return total
