"""The queue of heavy work: gives jobs to worker processes, the urgent first, and outlives every one of them."""

from __future__ import annotations

import contextlib
import pickle
import signal
import threading
import time
from collections import deque
from collections.abc import Callable
from multiprocessing import resource_tracker
from multiprocessing.connection import Pipe, wait
from typing import Any, TypeVar

from visualalbum.jobs.job import Job, JobError, JobState, Work
from visualalbum.jobs.worker import Answer, Worker
from visualalbum.said import Said, say

T = TypeVar("T")

LIMIT_S = 60.0
"""A longer job is taken for hung: probing and conforming are bounded by the disk, which reads 1 GB in it."""

MOMENT_S = 1.0
"""What is done for nobody may take so much longer: a picture takes 0.05 s, another worker 0.5 s."""

FIRST, URGENT, USUAL, LONG = range(4)
GENERAL, EXPRESS, PATIENT = (FIRST, URGENT, USUAL), (FIRST, URGENT), (LONG,)
"""What a worker's place takes, in this order."""


class JobQueue:
    """Runs picklable module-level functions in `workers` processes, urgent ones also in `express` more, and long ones
    in `patient` others, so that nothing else waits for them.

    Workers start with the first job that needs them, import the first module named in `preload`, and the others while
    they have nothing to do, and are kept. A worker that dies fails the one job it had. One thread of ours hands out
    work and takes answers; no method here blocks but `close`, which is over within a few seconds.
    """

    def __init__(self, workers: int = 1, express: int = 1, patient: int = 1, preload: tuple[str, ...] = ()) -> None:
        self._preload = preload
        self._lock = threading.Lock()
        self._waiting: dict[int, deque[Job[Any]]] = {rank: deque() for rank in (FIRST, URGENT, USUAL, LONG)}
        self._woke = False
        self._closing = False
        self._to_warm = 0
        # In this order: an urgent job takes a general place first where one is free.
        self._kinds = (GENERAL,) * workers + (EXPRESS,) * express + (PATIENT,) * patient
        self._places: list[Worker | None] = [None] * len(self._kinds)
        self._woken, self._waker = Pipe(duplex=False)
        self._thread = threading.Thread(target=self._run, name="visualalbum-jobs", daemon=True)
        self._thread.start()

    def submit(
        self,
        function: Callable[..., T],
        *arguments: Any,
        urgent: bool = False,
        first: bool = False,
        long: bool = False,
        limit_s: float = LIMIT_S,
        reports: bool = False,
    ) -> Job[T]:
        """Queue `function(*arguments)`, an urgent one before the others, `first` before all that wait.

        What may take more than a second or two is `long`: it holds up other long work only.

        With `reports` it also gets `report=`, to call with the part done, 0 to 1.

        After `limit_s` seconds of running its worker is ended and the job fails. A closed queue cancels at once.
        """
        rank = FIRST if first else URGENT if urgent else LONG if long else USUAL
        work = Work(function, arguments, reports)
        job: Job[T] = Job(work, urgent=rank in EXPRESS, limit_s=limit_s, wake=self._wake)
        with self._lock:
            if self._closing:
                job.finish(JobState.CANCELLED, None)
            else:
                self._waiting[rank].append(job)
        self._wake()
        return job

    def warm(self, number: int | None = None) -> None:
        """Start all workers now, or the first `number`, so that no job need wait for one; long work is never urgent."""
        self._to_warm = len(self._kinds) if number is None else number
        self._wake()

    def close(self, timeout_s: float = 5.0) -> None:
        """Cancel what is queued or running and end the workers; waits no longer than the time given."""
        with self._lock:
            self._closing = True
        self._wake()
        self._thread.join(timeout_s)

    def _wake(self) -> None:
        # One message is enough, and a pipe that many fill blocks the one who fills it.
        with self._lock:
            if not self._woke and not self._waker.closed:
                self._woke = True
                self._waker.send_bytes(b"")

    def _run(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            # Ctrl+C in a terminal reaches the whole group. A worker inherits this block, and so does not hear of it
            # before it can ignore it; the tracker, started with the first worker, would lift it again.
            resource_tracker.ensure_running()
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while not self._closing:
            self._hand_out()
            workers = {worker.connection: worker for worker in self._places if worker}
            for ready in wait([self._woken, *workers], self._patience_s()):
                if ready is self._woken:
                    self._be_woken()
                else:
                    self._take_answer(workers[ready])  # type: ignore[index]
            self._end_unwanted()
        self._shut()

    def _be_woken(self) -> None:
        with self._lock:
            self._woken.recv_bytes()
            self._woke = False

    def _hand_out(self) -> None:
        number, self._to_warm = self._to_warm, 0
        with contextlib.suppress(OSError):  # the job that needs one will say so
            for place, kind in enumerate(self._kinds[:number]):
                if kind is not PATIENT:
                    self._places[place] = self._places[place] or Worker(self._preload)
        for place in range(len(self._places)):
            while self._free(place) and (job := self._next(place)):
                self._give(place, job)

    def _free(self, place: int) -> bool:
        worker = self._places[place]
        return worker is None or worker.job is None

    def _next(self, place: int) -> Job[Any] | None:
        with self._lock:
            return next((self._waiting[rank].popleft() for rank in self._kinds[place] if self._waiting[rank]), None)

    def _give(self, place: int, job: Job[Any]) -> None:
        if not job.start():
            return
        try:
            message = pickle.dumps(job.work, protocol=5)
        except Exception as error:  # pickling runs the arguments' own code
            job.finish(
                JobState.FAILED, JobError(say("the work cannot be handed to a process: {reason}", reason=str(error)))
            )
            return
        try:
            worker = self._places[place] = self._places[place] or Worker(self._preload)
            worker.take(job, message)
        except OSError as error:
            job.finish(JobState.FAILED, JobError(say("no worker process takes it: {reason}", reason=str(error))))

    def _patience_s(self) -> float | None:
        deadline_s = min((worker.deadline_s for worker in self._places if worker and worker.job), default=None)
        return None if deadline_s is None else max(0.0, deadline_s - time.monotonic())

    def _take_answer(self, worker: Worker) -> None:
        try:
            message = worker.connection.recv_bytes()
        except (EOFError, OSError):
            # Its end of the pipe closes while it dies; a moment later it can say of what.
            self._fail(worker, worker.end(patience_s=0.5))
            return
        job = worker.job
        if job is None:
            return
        try:
            answer, value = pickle.loads(message)
        except Exception as error:  # unpickling runs the value's own code
            answer, value = Answer.RAISED, JobError(say("the result cannot be read: {reason}", reason=str(error)))
        if answer is Answer.PROGRESS:
            job.progress = value
            return
        worker.job = None
        job.progress = 1.0
        job.finish(JobState.DONE if answer is Answer.VALUE else JobState.FAILED, value)

    def _end_unwanted(self) -> None:
        now_s = time.monotonic()
        for worker in self._places:
            if worker and worker.job and worker.job.dropped:
                worker.job.dropped = False
                worker.deadline_s = min(worker.deadline_s, now_s + MOMENT_S)
            if worker and worker.job and (worker.job.done or now_s >= worker.deadline_s):
                worker.end()
                limit = f"{worker.job.limit_s:g}"
                self._fail(worker, say("it was not done after {seconds} s and was stopped", seconds=limit))

    def _fail(self, worker: Worker, sentence: Said) -> None:
        self._places[self._places.index(worker)] = None
        if worker.job:
            worker.job.finish(JobState.FAILED, JobError(sentence))

    def _shut(self) -> None:
        for worker in self._places:
            if worker:
                worker.end()
                if worker.job:
                    worker.job.finish(JobState.CANCELLED, None)
        with self._lock:
            for waiting in self._waiting.values():
                while waiting:
                    waiting.popleft().finish(JobState.CANCELLED, None)
            self._waker.close()
            self._woken.close()
