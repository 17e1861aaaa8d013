"""The usual output: PortAudio, which tells when each sample leaves the device, the device's own delay included."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, ClassVar

import numpy as np

from visualalbum.said import NOTHING, Said, both, say
from visualalbum.sound.outputs.haste import Haste
from visualalbum.sound.outputs.port import BLOCK, Fill, LibraryMissing, OutputError
from visualalbum.sound.outputs.sinks import absent
from visualalbum.sound.outputs.stillness import Stillness
from visualalbum.sound.resample import RATE

LATENCY_S = 0.1
"""Asked of the device: half of it and twice as much played as well, without an underrun."""

WAKING = 1200
"""Samples in a block of the stream that keeps a sound server's sink awake."""

PATIENCE_S = 3.0
"""A device whose delay never stands still is used after this."""

DEAD_S = 1.0
"""A started device that asks for no block for so long is gone: ten times the latency."""

STALLED_S = 0.25
"""A device that was playing and asks for no block for so long hangs in its recovery from an underrun: after one of
0.2 s and more PortAudio's ALSA streams on PulseAudio stay there (measured); started again they play at once."""

INSTALL = say("install PortAudio (Debian: libportaudio2 and libasound2-plugins)")


def missing() -> Said:
    """What keeps this output from working at all, and how to get it; empty where nothing does."""
    try:
        import sounddevice  # noqa: F401
    except ImportError:
        return say("the Python package {package} is missing; install it with pip", package="sounddevice")
    except OSError:
        return both(say("the PortAudio library is missing"), INSTALL)
    return NOTHING


class PortAudioOutput:
    """A PortAudio stream that stays open; `start` and `abort` take about a millisecond."""

    name = "portaudio"
    _open: ClassVar[int] = 0

    def __init__(self, device: str, fill: Fill) -> None:
        first = "sounddevice" not in sys.modules
        if reason := missing():
            raise LibraryMissing(reason)
        import sounddevice

        if not first and not PortAudioOutput._open:
            # Devices are listed once, when PortAudio starts: start it anew, so that those plugged in since are found.
            # It would take every open stream away.
            sounddevice._terminate()
            sounddevice._initialize()
        self._fill = fill
        self._live = False
        self._asked = False
        self._opened_s = time.monotonic()
        self._heard_from_s = 0.0
        self._haste = Haste()
        self._stillness = Stillness()
        self._state = (0, 0)  # samples asked for, and when sample 0 would have been heard by the last
        self.latency_us = 0
        try:
            number, self.device, sink = _find(sounddevice, device)
            with _playing_on(sink):
                self._awake = _keep_awake(sounddevice, number)
                self._stream = _stream(sounddevice, number, BLOCK, self._on_block)
            self._start()
        except (sounddevice.PortAudioError, OutputError, ValueError) as error:
            name = device or say("the sound device")
            raise OutputError(say("{device} cannot be opened: {reason}", device=name, reason=_reason(error))) from error
        PortAudioOutput._open += 1

    def settle(self) -> bool:
        """Play silence until the delay stands still, then stop."""
        if not self._asked:
            return True
        still = self._stillness.reached(*self._state, self._haste.filled)
        if not still and time.monotonic() - self._opened_s < PATIENCE_S:
            return False
        self._haste.settled()
        self.abort()
        return True

    def start(self) -> None:
        """Start the stream; the first block is heard a few milliseconds later."""
        import sounddevice

        self._live = True
        try:
            self._start()
        except sounddevice.PortAudioError as error:
            self._live = False
            sentence = say("{device} cannot be started: {reason}", device=self.device, reason=_reason(error))
            raise OutputError(sentence) from error

    def abort(self) -> None:
        """Stop the stream and drop what it holds."""
        self._live = False
        self._asked = False
        self._stream.abort(ignore_errors=True)

    def stalled(self) -> bool:
        """Whether blocks came since the start, and come no more."""
        return self._asked and self._state[0] > 0 and time.monotonic() - self._heard_from_s > STALLED_S

    def lost(self) -> Said:
        """Why the stream stands still though it was started."""
        if not self._asked:
            return NOTHING
        if time.monotonic() - self._heard_from_s > DEAD_S:
            return say("{device} takes no more sound", device=self.device)
        return NOTHING if self._stream.active else say("{device} has stopped", device=self.device)

    def close(self) -> None:
        """Close the stream."""
        self._asked = self._live = False
        PortAudioOutput._open -= 1
        self._stream.close(ignore_errors=True)
        if self._awake is not None:
            self._awake.close(ignore_errors=True)

    def _start(self) -> None:
        self._clock_ns = clock_offset_ns(self._stream)
        self._state = (0, 0)
        self._heard_from_s = time.monotonic()
        self._haste.start(time.monotonic_ns())
        self._stream.start()
        self._asked = True

    def _on_block(self, buffer: Any, frames: int, when: Any, status: Any) -> None:
        """Called by PortAudio's thread."""
        block = np.frombuffer(buffer, np.float32).reshape(-1, 2)
        now_ns = time.monotonic_ns()
        played = self._state[0]
        before_ns = played * 10**9 // RATE
        told_ns = round(when.outputBufferDacTime * 1e9) + self._clock_ns - before_ns
        self._heard_from_s = now_ns / 1e9
        self._state = played + frames, told_ns
        zero_ns, sure = self._haste.heard(played, now_ns, told_ns)
        dac_ns = zero_ns + before_ns
        self.latency_us = (dac_ns - now_ns) // 1000
        if self._live:
            self._fill(block, dac_ns, sure=sure)
        else:
            block[:] = 0


def devices() -> tuple[str, ...]:
    """Names of the devices that can play. Raises OutputError where PortAudio is missing or does not start."""
    if reason := missing():
        raise OutputError(reason)
    import sounddevice

    try:
        return tuple(entry["name"] for entry in sounddevice.query_devices() if entry["max_output_channels"] >= 2)
    except sounddevice.PortAudioError as error:
        raise OutputError(say("the sound devices cannot be listed: {reason}", reason=_reason(error))) from error


@contextmanager
def _playing_on(sink: str) -> Iterator[None]:
    """A sound server is one device to PortAudio; it plays on the sink that PULSE_SINK names while it is opened."""
    before = os.environ.get("PULSE_SINK")
    if sink:
        os.environ["PULSE_SINK"] = sink
    try:
        yield
    finally:
        if sink:
            del os.environ["PULSE_SINK"]
            os.environ.update({} if before is None else {"PULSE_SINK": before})


def _find(sounddevice: ModuleType, wanted: str) -> tuple[int | None, str, str]:
    """Number and name of a device, and a sink: a name PortAudio does not know is taken for one of the sound server."""
    playing = [entry for entry in sounddevice.query_devices() if entry["max_output_channels"] >= 2]
    if not playing:
        raise OutputError(say("there is no sound device; connect one, or start PulseAudio or PipeWire"))
    if not wanted:
        usual = sounddevice.query_devices(kind="output")["name"]
        return None, os.environ.get("PULSE_SINK", usual), ""
    for entry in playing:
        if entry["name"].casefold() == wanted.casefold():
            return entry["index"], entry["name"], ""
    for entry in playing:
        # PipeWire's own plugin would not look at PULSE_SINK; PipeWire answers to PulseAudio's as well.
        if entry["name"] == "pulse":
            if reason := absent(wanted):
                raise OutputError(reason)
            return entry["index"], wanted, wanted
    names = ", ".join(entry["name"] for entry in playing)
    raise OutputError(say("no device has that name; there are {names}", names=names))


def _stream(sounddevice: ModuleType, number: int | None, block: int, callback: Callable[..., None]) -> Any:
    return sounddevice.RawOutputStream(
        samplerate=RATE,
        blocksize=block,
        device=number,
        channels=2,
        dtype="float32",
        latency=LATENCY_S,
        callback=callback,
    )


def _keep_awake(sounddevice: ModuleType, number: int | None) -> Any | None:
    """Play silence beside the real stream for as long as it is open, where the device lets two streams play.

    A sink that nobody plays on goes to sleep: PulseAudio's null sink then takes up to 1.9 s to ask for the first
    block after a start, and tells a delay that is wrong by as much; with this stream 2 ms, and right (measured).
    """
    try:
        awake = _stream(sounddevice, number, WAKING, _silence)
        awake.start()
    except sounddevice.PortAudioError:
        return None  # a device of its own, without a server that mixes: it does not sleep either
    return awake


def _silence(buffer: Any, frames: int, when: Any, status: Any) -> None:
    buffer[:] = bytes(len(buffer))


def clock_offset_ns(stream: Any) -> int:
    """What to add to PortAudio's time to get CLOCK_MONOTONIC: on Linux its time is CLOCK_MONOTONIC, or the wall clock
    in older builds. The tightest of a few readings, good to a few microseconds."""
    best = None
    for _ in range(5):
        before_ns = time.monotonic_ns()
        stream_ns = round(stream.time * 1e9)
        after_ns = time.monotonic_ns()
        offset_ns = (before_ns + after_ns) // 2 - stream_ns
        if best is None or after_ns - before_ns < best[0]:
            best = after_ns - before_ns, offset_ns
    return best[1] if best else 0


def _reason(error: BaseException) -> str:
    """A sentence of ours, or PortAudio's own words."""
    if isinstance(error, OutputError):
        return error.sentence
    return str(error.args[0] if error.args else error)
