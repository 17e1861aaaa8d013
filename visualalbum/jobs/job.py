"""A piece of work that was handed to the queue: its state, its progress and what came of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from visualalbum.said import Said, say

T = TypeVar("T")


class JobState(StrEnum):
    """What has become of a job."""

    QUEUED = "queued"
    """Waiting for a worker."""
    RUNNING = "running"
    """A worker has it."""
    DONE = "done"
    """It returned; `result` gives what."""
    FAILED = "failed"
    """It raised, or its worker died or was stopped; `result` raises that."""
    CANCELLED = "cancelled"
    """Nobody wants it any more."""


class JobError(Exception):
    """Work that gave no result and no exception of its own: its worker died, hung or could not hand it over."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Work:
    """What a worker is to call; `reports` passes it a keyword `report` that takes the part done, 0 to 1."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    reports: bool


class Job(Generic[T]):
    """Work in the queue. Everything but `wait` returns at once; any thread may ask."""

    def __init__(self, work: Work, *, urgent: bool, limit_s: float, wake: Callable[[], None]) -> None:
        self.work = work
        self.urgent = urgent
        self.limit_s = limit_s
        self.progress = 0.0
        self.dropped = False
        self._wake = wake
        self._lock = threading.Lock()
        self._state = JobState.QUEUED
        self._value: Any = None
        self._ended = threading.Event()

    @property
    def state(self) -> JobState:
        """What has become of it."""
        return self._state

    @property
    def done(self) -> bool:
        """Whether there is nothing more to wait for: it returned, failed or was cancelled."""
        return self._ended.is_set()

    def result(self) -> T:
        """What the function returned; raises what it raised, or JobError (also when not done, or cancelled)."""
        if self._state is JobState.DONE:
            value: T = self._value
            return value
        if self._state is JobState.FAILED:
            raise self._value
        raise JobError(say("the work is {state}", state=self._state.value))

    def wait(self, timeout_s: float) -> bool:
        """Block until it is done or the time is over; tells which. Not for the GUI's thread."""
        return self._ended.wait(timeout_s)

    def cancel(self) -> None:
        """Give it up: a queued job is dropped, a running one's worker is ended. Nothing happens to a finished one."""
        if self.finish(JobState.CANCELLED, None):
            self._wake()

    def drop(self) -> None:
        """Give it up: a queued job is dropped, a running one gets a moment, since another worker takes longer."""
        if self._state is JobState.QUEUED:
            self.finish(JobState.CANCELLED, None)
        self.dropped = True
        self._wake()

    def start(self) -> bool:
        """Mark it as running; False where it was cancelled meanwhile. The queue's thread calls this."""
        with self._lock:
            if self._ended.is_set():
                return False
            self._state = JobState.RUNNING
            return True

    def finish(self, state: JobState, value: Any) -> bool:
        """Put down its end, the first one only; tells whether this was it. The queue's thread calls this."""
        with self._lock:
            if self._ended.is_set():
                return False
            self._value, self._state = value, state
            self._ended.set()
            return True
