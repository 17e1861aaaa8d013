"""What to believe of a device that is wrong about its delay just after each start: how it was at the start before."""

from __future__ import annotations

from dataclasses import dataclass

from visualalbum.sound.resample import RATE

PAUSE_NS = 15_000_000
"""A device that lies behind a network or a radio takes sound in gulps (65 ms on a PulseAudio tunnel that holds 250),
the first ones at once, until it has enough. After so long without one the next is a gulp to count from."""

SETTLED_NS = 10**9
"""So long after its first gulp the device's word is true: on that tunnel it is 0.35 s after a start (measured). It is
not counted from the start: a sink that was asleep takes its first gulp up to 2 s later."""

WRONG_NS = 25_000_000
"""A word that was so far off at that gulp is not believed so early again; below it the follower trims."""

NEAR_NS = 10_000_000
"""A word that is so near to what is expected is true."""

STILL_NS, MOVED_NS = 200_000_000, 2_000_000
"""And so is one that has not moved for three gulps: until it is true, each changes it by 15 to 65 ms."""


@dataclass(frozen=True)
class _Habit:
    """How a device starts: it has asked for `samples` before it gulps, its first one is heard `after_ns` later.

    `waits_ns` is the same from the start on, which is as exact as its gulps are apart.
    """

    samples: int
    after_ns: int
    waits_ns: int

    @property
    def holds_ns(self) -> int:
        """How much device and stream hold between them then, whichever gulp it was."""
        return self.after_ns + self.samples * 10**9 // RATE


class Haste:
    """When the first sample of a started stream is heard. Called by the stream's thread, `settled` by any."""

    def __init__(self) -> None:
        self._habit: _Habit | None = None
        self._seen: tuple[_Habit | None, ...] = ()  # how it was at the start before; nothing before the first
        self.start(0)

    def start(self, now_ns: int) -> None:
        """The stream starts now."""
        self._began_ns = self._asked_ns = self._still_since_ns = now_ns
        self._told_ns = self._still_ns = 0
        self._gulp: tuple[int, int, int] | None = None  # samples asked for before it, its instant, and the word then
        self._expected_ns: int | None = None
        self._over = False

    @property
    def filled(self) -> int | None:
        """How many samples the device had asked for when it first paused; None before that."""
        gulp = self._gulp
        return None if gulp is None else gulp[0]

    def heard(self, played: int, now_ns: int, told_ns: int) -> tuple[int, bool]:
        """The instant of sample 0 and whether that is sure, for a device that tells of it when it asks for `played`."""
        self._told_ns = told_ns
        if abs(told_ns - self._still_ns) > MOVED_NS:
            self._still_ns, self._still_since_ns = told_ns, now_ns
        habit = self._habit
        if self._gulp is None and played and now_ns - self._asked_ns > PAUSE_NS:
            self._gulp = played, now_ns, told_ns
            # Another count is another way to start, as there is now and then just after a stop.
            self._expected_ns = now_ns + habit.after_ns if habit and played == habit.samples else None
        self._asked_ns = now_ns
        if self._gulp is not None and now_ns - self._gulp[1] > SETTLED_NS:
            self.settled()
        if self._over or habit is None or now_ns - self._still_since_ns > STILL_NS:
            return told_ns, True
        if self._expected_ns is None:
            return (told_ns, True) if self._gulp else (self._began_ns + habit.waits_ns, False)
        return (told_ns if abs(told_ns - self._expected_ns) < NEAR_NS else self._expected_ns), True

    def settled(self) -> None:
        """What the device tells now is true: remember how it came to that."""
        if self._over or self._gulp is None:
            return
        self._over = True
        samples, now_ns, told_ns = self._gulp
        seen = None
        if abs(told_ns - self._told_ns) > WRONG_NS:
            seen = _Habit(samples, self._told_ns - now_ns, self._told_ns - self._began_ns)
        self._habit = seen if seen is not None and self._is_usual(seen) else None
        self._seen = (*self._seen, seen)[-1:]

    def _is_usual(self, seen: _Habit) -> bool:
        """Whether a device has started so before, as far as it was ever seen: an underrun makes its word wrong, too."""
        return all(one is not None and abs(one.holds_ns - seen.holds_ns) < WRONG_NS for one in self._seen)
