"""Measures by a source how much later than the device says the clicks are heard, while they play."""

from __future__ import annotations

import time

from visualalbum.engine.engine import Engine
from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.media.click import FIRST_S, PERIOD_S
from visualalbum.said import NOTHING, both, say
from visualalbum.sound.clicks import Heard, Unheard, listen
from visualalbum.sound.recording import Recording

WANTED = 14

SETTLED = 2
"""The first clicks of a round do not count: a device in the next room tells its delay rightly after a second."""

AFTER_NS = 1_500_000_000
"""Recorded after the last click, so that it is heard however late it comes."""

LIMIT_S = 30.0

PATIENCE_NS = 10**10
"""A source that gives nothing for so long never will."""


class Measuring:
    """`poll` is for every tick; then `heard` or `failure` tells what came of it, once it is `done`."""

    def __init__(self, source: str, jobs: JobQueue) -> None:
        self._told_ns: list[int] = []
        self.heard: Heard | None = None
        self.failure = NOTHING
        self._jobs = jobs
        self._source, self._recording = source, Recording(source)
        self._since_ns = time.monotonic_ns()
        self._click = -1
        self._job: Job[Heard] | None = None

    @property
    def progress(self) -> tuple[int, int]:
        """How many clicks have been noted, and how many it takes."""
        return len(self._told_ns), WANTED

    @property
    def done(self) -> bool:
        """Whether there is nothing more to wait for."""
        return self.heard is not None or bool(self.failure)

    def poll(self, engine: Engine) -> None:
        """Note when the device says that a click is heard; listen when there are enough of them."""
        if self.done:
            return
        if self._job is not None:
            self._take(self._job)
        elif len(self._told_ns) == WANTED:
            if time.monotonic_ns() > self._told_ns[-1] + AFTER_NS:
                self._recording.stop()
                self._job = self._jobs.submit(listen, self._recording.folder, tuple(self._told_ns), limit_s=LIMIT_S)
        else:
            self.failure = self._recording.failure
            if not self._recording.begun and time.monotonic_ns() > self._since_ns + PATIENCE_NS:
                silent = say("{source} gives no sound", source=self._source)
                self.failure = both(silent, say("see that it is on, or name another source"))
            self._note(engine)

    def close(self) -> None:
        """End the recording."""
        self._recording.close()

    def _note(self, engine: Engine) -> None:
        click = int((engine.position_us / 1e6 - FIRST_S) // PERIOD_S)
        told_ns = engine.told_ns(round((FIRST_S + click * PERIOD_S) * 1e6))
        if click != self._click and click >= SETTLED and told_ns is not None and self._recording.begun:
            self._told_ns.append(told_ns)
        self._click = click

    def _take(self, job: Job[Heard]) -> None:
        if not job.done:
            return
        try:
            self.heard = job.result()
        except (Unheard, JobError) as error:
            self.failure = error.sentence
        self._recording.close()
