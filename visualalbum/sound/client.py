"""The engine's end of the sound: commands to its process, readings and events back, and a new process if it dies."""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

import visualalbum
from visualalbum.engine.ports import USUAL, Device, Fault, Reading, SoundReport
from visualalbum.said import Said, as_it_is, say
from visualalbum.sound import readings
from visualalbum.sound.events import (
    Choose,
    Chosen,
    Close,
    Command,
    Cross,
    Devices,
    Ended,
    Event,
    Inject,
    Load,
    Look,
    Park,
    Playing,
    Prepare,
    Prepared,
    Rejoin,
    Revise,
    Roll,
    Volume,
)
from visualalbum.sound.readings import Readings, State
from visualalbum.timeline.cues import SoundPlan

CLOSE_S = 1.5
"""A process that takes longer to fade and end is killed."""

BREATH_S = 1.0
"""How long a process has to live for the next one to be started at once."""

DEATHS = 3
"""After so many short lives in a row the device is given up, and the null output keeps the time."""


@dataclass
class _Wanted:
    """What the engine last asked for: enough to bring a new process to the same point."""

    plan: SoundPlan | None = None
    volume: float = 1.0
    prepare: Prepare | None = None
    roll: Roll | None = None
    heard: Reading | None = None
    cross: Cross | None = None

    @property
    def lasting(self) -> SoundPlan | None:
        """The programme that stays, whatever happens to the transport."""
        return self.cross.plan if self.cross is not None else self.plan

    def crossed(self, reading: Reading) -> _Wanted:
        """What is wanted since the programme that was crossed to is heard."""
        return _Wanted(
            self.lasting, self.volume, Prepare(reading.serial, reading.time_us), Roll(reading.serial, 0), reading
        )

    def commands(self) -> list[Command]:
        """What to tell a new process."""
        told: list[Command] = [Volume(self.volume)]
        if self.plan is not None:
            told.append(Load(self.plan))
        if self.roll is not None and self.heard is not None:
            told.append(Rejoin(self.heard.serial, self.heard.time_us, self.heard.instant_ns))
            if self.cross is not None:
                told.append(self.cross)
        elif self.prepare is not None:
            told.append(self.prepare)
            if self.roll is not None:
                told.append(self.roll)
        return told


class SoundProcess:
    """The engine's `Sound`: no method but `close` waits for anything. For one thread.

    `output` is "portaudio", "vlc" or "null". The process gets ready at once, and opens the device that is chosen first.
    One that dies is replaced; the song then goes on where it would have been.
    """

    def __init__(self, output: str = "portaudio") -> None:
        self._output, self._device = output, USUAL
        self._begun = False
        self._found = Devices()
        self._on = ""
        self._chosen: list[Chosen] = []
        self._lock = threading.Lock()
        self._wanted = _Wanted()
        self._events: deque[Event] = deque()
        self._outbox: queue.SimpleQueue[Command | IO[bytes] | None] = queue.SimpleQueue()
        self._memory: Readings | None = None
        self._since = 0
        self._report = SoundReport()
        self._died = False
        self._closing = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, name="sound-keeper", daemon=True)
        self._sender = threading.Thread(target=self._send_all, name="sound-sender", daemon=True)
        self._keeper.start()
        self._sender.start()

    @property
    def pid(self) -> int | None:
        """The process's number, for people and tests."""
        process = self._process
        return None if process is None else process.pid

    @property
    def device(self) -> Device:
        """The device that is wanted: it plays, is being opened, or is waited for."""
        return self._device

    @property
    def plays_on(self) -> str:
        """The name of the device that plays, "" for what the system has chosen, as far as the last poll knew."""
        return self._on

    @property
    def devices(self) -> tuple[Device, ...]:
        """The devices there are, as far as the last poll knew."""
        return self._found.there

    # commands

    def choose(self, device: Device) -> None:
        """Play on a device; what is heard on another one goes on there without losing its place."""
        with self._lock:
            self._device = device
            if self._begun:
                self._tell(Choose(device))
            else:
                self._begun, self._on = True, device.name
                self._tell_all()

    def look(self) -> None:
        """See which devices there are, where the system does not tell when they change."""
        self._tell(Look())

    def choices(self) -> list[Chosen]:
        """What has come of choices since the last call, as far as the last poll knew."""
        chosen, self._chosen = self._chosen, []
        return chosen

    def load(self, plan: SoundPlan) -> None:
        """Take a programme; whatever was playing stops."""
        with self._lock:
            self._wanted = _Wanted(plan, self._wanted.volume)
            self._tell(Load(plan))
        self._report = SoundReport(self._report.output, self._report.device)

    def revise(self, plan: SoundPlan) -> None:
        """Take another programme that sounds the same around where this one is heard; nothing stops."""
        with self._lock:
            if self._wanted.cross is not None:
                self._wanted.cross = replace(self._wanted.cross, plan=plan)
            else:
                self._wanted.plan = plan
            self._tell(Revise(plan))

    def cross(self, serial: int, plan: SoundPlan, by_us: int) -> None:
        """Go over into another programme without a stop, while rolling: a position goes on there `by_us` later."""
        command = Cross(serial, plan, by_us)
        with self._lock:
            self._wanted.cross = command
            self._tell(command)

    def prepare(self, serial: int, position_us: int) -> None:
        """Stop if rolling, and decode from a programme position on."""
        command = Prepare(serial, position_us)
        with self._lock:
            self._wanted = _Wanted(self._wanted.lasting, self._wanted.volume, command)
            self._tell(command)
        self._report = SoundReport(self._report.output, self._report.device)

    def roll(self, serial: int, lead_in_us: int) -> None:
        """Start what was prepared, after a lead-in of silence in which readings already come."""
        command = Roll(serial, lead_in_us)
        with self._lock:
            self._wanted.roll = command
            self._tell(command)

    def park(self) -> None:
        """Stop at once; nothing more is heard, and what was prepared is dropped."""
        with self._lock:
            self._wanted = _Wanted(self._wanted.lasting, self._wanted.volume)
            self._tell(Park())

    def set_volume(self, volume: float) -> None:
        """Set the linear amplitude, 0 to 1, of all that is heard."""
        with self._lock:
            self._wanted.volume = volume
            self._tell(Volume(volume))

    def inject(self, kind: str, seconds: float) -> None:
        """Let something fail for a while, for tests and rehearsals: "stall-disk" or "lose-device"."""
        self._tell(Inject(kind, seconds))

    def poll(self) -> SoundReport:
        """Fetch what happened since the last call. `ended` stays true until the next load or prepare."""
        with self._lock:
            memory, wanted = self._memory, self._wanted
            serial = -1 if wanted.prepare is None else wanted.prepare.serial
            found: tuple[Reading, ...] = ()
            state = State(-1, self._report.underruns, self._report.latency_us, 0)
            if memory is not None:
                self._since, found = memory.fetch(self._since)
                state = memory.state()
            crossing = -1 if wanted.cross is None else wanted.cross.serial
            found = tuple(reading for reading in found if reading.serial in (serial, crossing))
            if found and found[-1].serial == crossing:
                self._wanted, serial = wanted.crossed(found[-1]), crossing
            elif found:
                wanted.heard = found[-1]
        self._report = self._take_events(serial)
        self._report = SoundReport(
            output=self._report.output,
            device=self._report.device,
            prepared=self._report.prepared,
            ended=self._report.ended,
            rolling=state.serial == serial and serial >= 0,
            readings=found,
            underruns=state.underruns,
            latency_us=state.latency_us,
            ahead_us=state.ahead_us,
            faults=self._report.faults,
        )
        return self._report

    def close(self) -> None:
        """Fade, and end the process; takes at most two seconds."""
        self._closing.set()
        self._outbox.put(Close())
        self._keeper.join(CLOSE_S)
        process = self._process
        if self._keeper.is_alive() and process is not None:
            process.kill()
            self._keeper.join(CLOSE_S)
        self._outbox.put(None)
        self._sender.join(CLOSE_S)

    def _take_events(self, serial: int) -> SoundReport:
        output, device = self._report.output, self._report.device
        prepared, ended = self._report.prepared, self._report.ended
        faults = []
        while self._events:
            match self._events.popleft():
                case Playing(name, where, on):
                    output, device, self._on = name, where, on
                    if self._died:
                        self._died = False
                        sentence = say("the sound's process works again")
                        faults.append(Fault("sound-process", name, sentence, over=True))
                case Devices() as found:
                    self._found = found
                case Chosen() as chosen:
                    self._device = chosen.device
                    self._chosen.append(chosen)
                case Prepared(number) if number == serial:
                    prepared = number
                case Ended(number) if number == serial:
                    ended = True
                case Fault() as fault:
                    self._died = self._died or fault.kind == "sound-process"
                    faults.append(fault)
        return SoundReport(output, device, prepared=prepared, ended=ended, faults=tuple(faults))

    # threads of its own

    def _send_all(self) -> None:
        """Write commands to whichever process there is. Runs in a thread of its own."""
        out: IO[bytes] | None = None
        while (item := self._outbox.get()) is not None:
            if not isinstance(item, Command):
                out = item
                continue
            try:
                if out is not None:
                    pickle.dump(item, out)
                    out.flush()
            except (OSError, ValueError):
                out = None  # it has died: the keeper brings a new one, and tells it all that counts

    def _keep(self) -> None:
        """Start the process, pass on its events, start another when it dies. Runs in a thread of its own."""
        if hasattr(signal, "pthread_sigmask"):
            # The process inherits this, and so does not hear a Ctrl+C before it can ignore it.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        deaths = 0
        while not self._closing.is_set():
            born_s = time.monotonic()
            output = self._output if deaths < DEATHS else "null"
            try:
                status = self._live(output)
            except OSError as error:
                status = as_it_is(str(error))
            if self._closing.is_set():
                return
            deaths = deaths + 1 if time.monotonic() - born_s < BREATH_S else 0
            sentence = say("the sound's process ended ({status}) and is started again", status=status)
            self._events.append(Fault("sound-process", output, sentence))
            self._closing.wait(BREATH_S if deaths else 0)

    def _live(self, output: str) -> Said:
        """One process from start to end; returns how it ended."""
        path = readings.create()
        memory = Readings(path)
        command = [sys.executable, "-m", "visualalbum.sound.process", output, str(path)]
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=process_environment()
            )
            assert process.stdin is not None
            assert process.stdout is not None
            with self._lock:
                self._process, self._memory, self._since = process, memory, 0
                self._outbox.put(process.stdin)
                if self._begun:
                    self._tell_all()
            if self._closing.is_set():
                self._outbox.put(Close())
            self._listen(process.stdout)
            status = process.wait()
            with contextlib.suppress(OSError):
                process.stdin.close()
        finally:
            path.unlink(missing_ok=True)
        return say("status {number}", number=status)

    def _tell(self, command: Command) -> None:
        """Tell the process; before a device is chosen nothing, and then all that is wanted."""
        if self._begun:
            self._outbox.put(command)

    def _tell_all(self) -> None:
        for told in (Choose(self._device), *self._wanted.commands()):
            self._outbox.put(told)

    def _listen(self, events: IO[bytes]) -> None:
        with events:
            while True:
                try:
                    self._events.append(pickle.load(events))
                except (EOFError, OSError, pickle.UnpicklingError):
                    return


def process_environment() -> dict[str, str]:
    """What a process of the sound runs in: it finds this very package, and computes in the thread that asks for it."""
    source = str(Path(visualalbum.__file__).parent.parent)
    paths = [source, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OPENBLAS_NUM_THREADS": "1"}
