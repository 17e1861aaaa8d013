"""Work that the window has sent to worker processes, each under a key, looked for while there is some."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from visualalbum.jobs import Job, JobQueue

POLL_MS = 15
"""How often finished work is looked for."""

LIMIT_S = 20.0
"""Work that takes longer reads from a disk that hangs."""

MANY = 1_000_000


class Errands(QObject):
    """`done` carries the key and the job of each that is done, not of those that were called back.

    With `at_a_time` so many are in the queue, and the others wait here, where they cost nothing to give up. Those that
    are `long` hold up nobody else's work, and their worker is ended when they are called back; a short one goes on, for
    nobody, since that takes less time than another worker.
    """

    done = Signal(object, object)

    def __init__(
        self, jobs: JobQueue, name: str, parent: QObject | None = None, *, at_a_time: int = MANY, long: bool = False
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._at_a_time = at_a_time
        self._long = long
        self._waiting: dict[Hashable, Callable[[], Job[Any]]] = {}
        self._running: dict[Hashable, Job[Any]] = {}
        self._poll = QTimer(self)
        self._poll.setObjectName(name)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._take_results)

    @property
    def under_way(self) -> tuple[Any, ...]:
        """The keys of what is not done yet, the first one sent first."""
        return (*self._running, *self._waiting)

    def send(
        self,
        key: Hashable,
        function: Callable[..., Any],
        *arguments: Any,
        urgent: bool = False,
        limit_s: float = LIMIT_S,
    ) -> None:
        """Have a worker process call a function, unless it is on its way under this key."""
        if key not in self._running and key not in self._waiting:
            self._waiting[key] = partial(
                self._jobs.submit, function, *arguments, urgent=urgent, long=self._long, limit_s=limit_s
            )
            self._go_on()

    def call_back(self, keys: Iterable[Hashable]) -> None:
        """Give up those under some keys."""
        for key in keys:
            self._waiting.pop(key, None)
            job = self._running.pop(key, None)
            if job and self._long:
                job.cancel()
            elif job:
                job.drop()
        self._go_on()

    def wait_only_for(self, keys: Iterable[Hashable]) -> None:
        """Of those that still wait give up all but these, and go on in their order; what is being done is done."""
        self._waiting = {key: self._waiting[key] for key in keys if key in self._waiting}

    def _go_on(self) -> None:
        while self._waiting and len(self._running) < self._at_a_time:
            key = next(iter(self._waiting))
            self._running[key] = self._waiting.pop(key)()
        if not self._running:
            self._poll.stop()
        elif not self._poll.isActive():
            self._poll.start()

    @Slot()
    def _take_results(self) -> None:
        for key in [key for key, job in self._running.items() if job.done]:
            # A slot of one may call another back.
            job = self._running.pop(key, None)
            if job:
                self.done.emit(key, job)
        self._go_on()
