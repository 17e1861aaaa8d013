"""The same stream played by libVLC: raw samples handed over through its media callbacks."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable
from typing import Any

from visualalbum.said import NOTHING, Said, both, say
from visualalbum.sound.outputs.port import BLOCK, Fill, LibraryMissing, OutputError
from visualalbum.sound.outputs.sinks import absent
from visualalbum.sound.resample import RATE
from visualalbum.sound.stereo import Samples, silence

FIRST_NS = 91_900_000
"""From the first read to the first sample heard, so that readings come before libVLC tells its time: known to 2 ms."""

HEARD_NS = 41_500_000
"""How long after libVLC's clock a sample is heard. Set so that a recorder on a null sink finds the readings of this
output and of PortAudio equally late (5.5 ms, its own zero); single starts lie within 2 ms of it (libVLC 3.0.24)."""

AHEAD_S = 0.3
"""How far ahead of its own pace libVLC may read, as much as it caches; left alone it takes minutes at once."""

WAKING_S = 2.0
"""A sink nobody plays on sleeps for up to this long before it takes sound (PulseAudio's null sink)."""

DEVICE_S = 2.0
"""Sound that is decoded but played nowhere after this has no device."""

OPTIONS = (":demux=rawaud", ":rawaud-fourcc=f32l", ":rawaud-channels=2", f":rawaud-samplerate={RATE}")

INSTALL = say("install libVLC (Debian: libvlc5 and vlc-plugin-base)")


def missing() -> Said:
    """What keeps this output from working at all, and how to get it; empty where nothing does."""
    try:
        import vlc

        vlc.libvlc_get_version()
    except ImportError:
        return say("the Python package {package} is missing; install it with pip", package="python-vlc")
    except (OSError, NotImplementedError, AttributeError, NameError, TypeError):
        return both(say("the libVLC library is missing"), INSTALL)
    return NOTHING


class VlcOutput:
    """A libVLC instance with one player for what rolls, and one that keeps the sink awake with silence."""

    name = "vlc"

    def __init__(self, device: str, fill: Fill) -> None:
        if reason := missing():
            raise LibraryMissing(reason)
        if device and (reason := absent(device)):
            raise OutputError(say("{device} cannot be opened: {reason}", device=device, reason=reason))
        import vlc

        self._fill = fill
        self.latency_us = 0
        self.device: str = device or say("the usual device")
        self._wanted = device
        self._instance = vlc.Instance("--no-video", "--quiet")
        if self._instance is None:
            raise OutputError(both(say("libVLC does not start"), INSTALL))
        self._rolling: _Stream | None = None
        self._opened_s = time.monotonic()
        self._awake = _Stream(self._instance, device, _quiet)
        try:
            self._wait_for_device()
        except OutputError:
            self.close()
            raise

    def settle(self) -> bool:
        """Wait until the sink has surely woken up."""
        return time.monotonic() - self._opened_s > WAKING_S

    def start(self) -> None:
        """Open a stream of samples and play it."""
        self._rolling = _Stream(self._instance, self._wanted, self._read)

    def abort(self) -> None:
        """Stop the stream; libVLC drops what it holds."""
        if self._rolling is not None:
            self._rolling.end()
        self._rolling = None

    def stalled(self) -> bool:
        """Never: libVLC starts its own output again."""
        return False

    def lost(self) -> Said:
        """Nothing: libVLC plays on without a word when its device goes."""
        return NOTHING

    def close(self) -> None:
        """Stop, and let go of libVLC."""
        self.abort()
        self._awake.end()
        self._instance.release()

    def _wait_for_device(self) -> None:
        deadline_s = time.monotonic() + DEVICE_S
        while not self._awake.plays():
            if time.monotonic() > deadline_s:
                raise OutputError(say("libVLC finds no way to play on {device}", device=self.device))
            time.sleep(0.02)

    def _read(self, block: Samples, dac_ns: int) -> None:
        """Called by libVLC's thread."""
        self.latency_us = (dac_ns - time.monotonic_ns()) // 1000
        self._fill(block, dac_ns)


def _quiet(block: Samples, dac_ns: int) -> None:
    block[:] = 0


class _Stream:
    """One endless stream of samples in a libVLC player of its own, from its construction until `end`."""

    def __init__(self, instance: Any, device: str, read: Callable[[Samples, int], None]) -> None:
        import vlc

        self._vlc = vlc
        self._read_on = read
        self._ended = False
        self._done = 0
        self._first_s = 0.0
        self._zero_ns = 0
        calls = vlc.CallbackDecorators
        # libVLC keeps bare pointers to these: they must live as long as the media does.
        self._callbacks = (
            calls.MediaOpenCb(lambda opaque, data, size: 0),
            calls.MediaReadCb(self._read),
            calls.MediaSeekCb(),
            calls.MediaCloseCb(lambda opaque: None),
        )
        self._media = instance.media_new_callbacks(*self._callbacks, None)
        for option in OPTIONS:
            self._media.add_option(option)
        self._player = instance.media_player_new()
        self._player.set_media(self._media)
        if device:
            self._player.audio_output_device_set(None, device)
        self._events = self._player.event_manager()
        self._events.event_attach(vlc.EventType.MediaPlayerTimeChanged, self._on_time)
        self._player.play()

    def plays(self) -> bool:
        """Whether sound has gone to a device."""
        stats = self._vlc.MediaStats()
        return bool(self._media.get_stats(stats)) and stats.played_abuffers > 0

    def end(self) -> None:
        """Stop and release; takes a few milliseconds."""
        self._ended = True
        self._events.event_detach(self._vlc.EventType.MediaPlayerTimeChanged)
        self._player.stop()
        self._player.release()
        self._media.release()

    def _read(self, opaque: int, buffer: Any, size: int) -> int:
        """Give the next samples. Called by libVLC's thread; must not call libVLC."""
        now_s = time.monotonic()
        if self._done == 0:
            self._first_s = now_s
            self._zero_ns = round(now_s * 1e9) + FIRST_NS
        early_s = self._done / RATE - (now_s - self._first_s) - AHEAD_S
        if early_s > 0:
            time.sleep(early_s)
        count = min(BLOCK, size // 8)
        if self._ended or count == 0:
            return 0
        block = silence(count)
        self._read_on(block, self._zero_ns + self._done * 10**9 // RATE)
        ctypes.memmove(buffer, block.ctypes.data, block.nbytes)
        self._done += count
        return count * 8

    def _on_time(self, event: Any) -> None:
        """Take libVLC's clock. Called by libVLC's thread; must not call libVLC."""
        self._zero_ns = time.monotonic_ns() - event.u.new_time * 1_000_000 + HEARD_NS
