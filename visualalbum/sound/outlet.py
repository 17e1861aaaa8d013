"""What the sound goes out by: the output in force, the device that is wanted, and what stands in for it meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from visualalbum.engine.ports import Device, Fault
from visualalbum.said import NOTHING, Said, say
from visualalbum.sound.events import Chosen, Devices, Event, Playing
from visualalbum.sound.outputs.choice import OUTPUTS, away, open_first
from visualalbum.sound.outputs.null import NullOutput
from visualalbum.sound.outputs.port import Fill, LibraryMissing, Output, OutputError
from visualalbum.sound.watch import Watch

RETRY_NS = 10**9
"""How often a device that is lost, or was not there from the start, is tried again while nothing is heard."""

ELSEWHERE_NS = 5 * 10**9
"""The same while another device plays instead: where no server tells of devices, each try lists them all."""

ITS_OWN = say("the system's own device")


@dataclass(frozen=True)
class _Lack:
    """The device that is wanted does not play, since an instant; told as a fault of a kind."""

    kind: str
    since_ns: int


class Outlet:
    """The sound's one controlling thread calls all of this; `tick` every few hundredths of a second.

    `go_on` lets a rolling song go on, on the `output` that is in force then.
    """

    def __init__(
        self,
        asked: str,
        device: Device,
        fill: Fill,
        tell: Callable[[Event], None],
        watch: Watch,
        go_on: Callable[[], None],
    ) -> None:
        self._asked, self._wanted = asked, device
        self._fill, self._tell, self._watch, self._go_on = fill, tell, watch, go_on
        self._found = Devices()
        self._next: tuple[Output, str] | None = None
        self._lack: _Lack | None = None
        self._retry_ns = self._barred_until_ns = 0
        self.ready = False
        self.output, self._on = open_first(asked, device, fill, tell)
        if self._unheard and asked != "null":
            self._lack = _Lack("sound-output", time.monotonic_ns())
        elif self._on != device.name:
            self._lack = _Lack("sound-device", time.monotonic_ns())
        self._tell_playing()

    @property
    def idle(self) -> bool:
        """Whether nothing comes to pass by itself for now; devices that come are told."""
        return self.ready and self._next is None and not (self._lack and self._unheard)

    def choose(self, device: Device) -> None:
        """Play on another device, as soon as it is open and has settled; until then on the one in force."""
        if device.name == self._wanted.name:
            return
        self._give_up_next()
        former, self._wanted = self._wanted, device
        refusal = NOTHING
        if device.name == self._on and not self._unheard:
            self._mend()
        elif self._unheard:
            self._retry_ns = 0
        else:
            try:
                self._open(device.name)
            except OutputError:
                self._wanted = former
                refusal = _refusal(device, former)
        self._tell(Chosen(self._wanted, refusal))

    def lose(self, reason: Said) -> None:
        """The device is gone: the song's clock goes on without one, and from now on the device is tried again."""
        if self._unheard:
            return
        now_ns = time.monotonic_ns()
        self._lack, self._retry_ns = _Lack("sound-device", now_ns), now_ns + RETRY_NS
        sentence = say("{reason}; the song goes on unheard until it is back", reason=reason)
        self._tell(Fault("sound-device", self.output.device, sentence))
        self._stand_in()

    def take_away(self, seconds: float) -> None:
        """Lose the device on purpose, for so long at least."""
        self._barred_until_ns = time.monotonic_ns() + round(seconds * 10**9)
        self.lose(say("{device} was taken away on purpose", device=self.output.device))

    def tick(self) -> None:
        """See what has come to pass since the last one."""
        if not self.ready:
            self.ready = self.output.settle()
        if self._found is not self._watch.found:
            self._see(self._watch.found)
        if self._lack is not None and self._next is None:
            self._try_again()
        if self._next is not None and self._next[0].settle():
            self._take_over(*self._next)

    def close(self) -> None:
        """Let go of everything."""
        self._give_up_next()
        self.output.abort()
        self.output.close()

    # inside

    @property
    def _unheard(self) -> bool:
        return self.output.name == "null"

    def _see(self, found: Devices) -> None:
        """Take in that there are other devices than before."""
        before, self._found = self._found, found
        self._retry_ns = 0
        gone = self._on and before.served and before.has(self._on) and not found.has(self._on)
        if gone and found.there and not self._unheard:
            # The server itself has gone over to the usual device; with none left it ends the stream.
            self._on, self.output.device = "", ITS_OWN
            self._lack = _Lack("sound-device", time.monotonic_ns())
            self._tell(away(self._wanted))
            self._tell_playing()

    def _try_again(self) -> None:
        now_ns = time.monotonic_ns()
        if self._lack is None or now_ns < max(self._retry_ns, self._barred_until_ns):
            return
        self._retry_ns = now_ns + (RETRY_NS if self._unheard else ELSEWHERE_NS)
        if self._unheard:
            names = list(dict.fromkeys((self._wanted.name, "")))
        else:
            names = [self._wanted.name] if self._found.has(self._wanted.name) else []
            if not self._found.served:
                self._watch.look()
        for name in names:
            try:
                self._open(name)
                return
            except LibraryMissing:
                self._lack = None
                return
            except OutputError:
                continue

    def _open(self, name: str) -> None:
        """Open a device beside the one that plays; without a server in between it may be one or the other."""
        kind = self._asked if self._unheard else self.output.name
        if not self._found.served and not self._unheard:
            self._lack = self._lack or _Lack("sound-device", time.monotonic_ns())
            self._stand_in()
        self._next = OUTPUTS[kind](name, self._fill), name
        if name == self._wanted.name and name:
            self._next[0].device = self._wanted.title

    def _give_up_next(self) -> None:
        if self._next is not None:
            self._next[0].abort()
            self._next[0].close()
            self._next = None

    def _stand_in(self) -> None:
        """Let the null output take the place of the one in force."""
        gone, self.output = self.output, NullOutput("", self._fill)
        gone.abort()
        gone.close()
        self.ready = True
        self._tell_playing()
        self._go_on()

    def _take_over(self, output: Output, name: str) -> None:
        """Play on the output that was opened, which is ready."""
        gone, was_unheard = self.output, self._unheard
        gone.abort()
        self.output, self._on, self._next, self.ready = output, name, None, True
        self._tell_playing()
        if name == self._wanted.name:
            self._mend()
        elif was_unheard:
            self._mend()
            self._lack = _Lack("sound-device", time.monotonic_ns())
            self._tell(away(self._wanted))
        self._go_on()
        gone.close()

    def _mend(self) -> None:
        """What was lacking is there: take back what was told of it."""
        if self._lack is not None:
            device, seconds = self.output.device, (time.monotonic_ns() - self._lack.since_ns) / 1e9
            sentence = say("{device} plays after {seconds} s without", device=device, seconds=f"{seconds:.0f}")
            self._tell(Fault(self._lack.kind, device, sentence, over=True))
            self._lack = None

    def _tell_playing(self) -> None:
        self._tell(Playing(self.output.name, self.output.device, self._on))


def _refusal(device: Device, former: Device) -> Said:
    return say(
        "{device} cannot be opened; the sound stays on {former}. See that it is on, and that nothing else holds it.",
        device=device.title or ITS_OWN,
        former=former.title or ITS_OWN,
    )
