"""A worker process: takes work from a pipe, does it, sends back what came of it, until the pipe closes."""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from visualalbum.jobs.job import Job, JobError, Work
from visualalbum.said import Said, as_it_is, say

NICENESS = 5
"""Workers stand back behind the sound and the window (nice(2): 5 is about a third of their share of a busy core)."""

REPORT_EVERY_NS = 50_000_000
"""Progress more often than 20 times a second is seen by nobody."""

_SPAWN = multiprocessing.get_context("spawn")


class Answer(StrEnum):
    """What a message from a worker holds."""

    VALUE = "value"
    RAISED = "raised"
    PROGRESS = "progress"


class Worker:
    """One worker process, seen from the queue's thread, which alone calls it."""

    def __init__(self, preload: tuple[str, ...]) -> None:
        self.job: Job[Any] | None = None
        self.deadline_s = float("inf")
        self.connection, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=serve, args=(theirs, preload), name="visualalbum-worker", daemon=True)
        self._process.start()
        # Our copy of their end would keep the pipe open after their death.
        theirs.close()

    def take(self, job: Job[Any], message: bytes) -> None:
        """Hand over a job's pickled work. Raises OSError where the process is dead."""
        self.job = job
        self.deadline_s = time.monotonic() + job.limit_s
        self.connection.send_bytes(message)

    def end(self, patience_s: float = 0.0) -> Said:
        """Wait a little for the process to end by itself, then kill it; says how it ended."""
        self._process.join(patience_s)
        self._process.kill()
        self._process.join(2.0)
        self.connection.close()
        code = self._process.exitcode
        if code is None or code >= 0:
            return say("its worker process ended with status {status}", status=str(code))
        with contextlib.suppress(ValueError):
            return say("its worker process was ended by {signal}", signal=signal.Signals(-code).name)
        return say("its worker process was ended by signal {number}", number=-code)


def serve(connection: Connection, preload: tuple[str, ...]) -> None:
    """Do the work that comes through the pipe. This is the worker process's main function."""
    # Ctrl+C in a terminal reaches the whole group; who started us decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    _hush()
    first, modules = preload[:1], list(preload[1:])
    for module in first:
        importlib.import_module(module)
    # The pipe's end is the normal end: the program has closed, or died.
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            if modules and not connection.poll():  # whoever waits needs less than all of them
                importlib.import_module(modules.pop(0))
            else:
                connection.send_bytes(_answer(connection.recv_bytes(), connection))


def _hush() -> None:
    """Keep what C libraries print about broken files from the terminal; Python's own errors are still seen."""
    sys.stderr = os.fdopen(os.dup(2), "w", buffering=1, errors="backslashreplace")
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)


def _answer(message: bytes, connection: Connection) -> bytes:
    try:
        work: Work = pickle.loads(message)
        keywords = {"report": _reporter(connection)} if work.reports else {}
        return _pickled(Answer.VALUE, work.function(*work.arguments, **keywords))
    except Exception as error:  # whatever the work raises is its answer, and must not end the worker
        return _pickled(Answer.RAISED, error)


def _pickled(answer: Answer, value: Any) -> bytes:
    try:
        message = pickle.dumps((answer, value), protocol=5)
        if answer is Answer.RAISED:
            pickle.loads(message)  # an exception with arguments of its own may pickle and not come back
        return message
    except Exception as error:  # pickling runs the value's own code
        sentence = say("cannot be handed over: {reason}", reason=str(error))
        if answer is Answer.RAISED:
            sentence = as_it_is(f"{type(value).__name__}: {value}")
        return pickle.dumps((Answer.RAISED, JobError(sentence)))


def _reporter(connection: Connection) -> Callable[[float], None]:
    next_ns = 0

    def report(part: float) -> None:
        nonlocal next_ns
        now_ns = time.monotonic_ns()
        if now_ns >= next_ns:
            next_ns = now_ns + REPORT_EVERY_NS
            connection.send_bytes(pickle.dumps((Answer.PROGRESS, part)))

    return report
