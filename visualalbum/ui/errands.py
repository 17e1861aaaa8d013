"""Work that the window has sent to worker processes, each under a key, looked for while there is some."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from visualalbum.jobs import Job, JobQueue

POLL_MS = 15
"""How often finished work is looked for."""

LIMIT_S = 20.0
"""Work that takes longer reads from a disk that hangs."""


class Errands(QObject):
    """`done` carries the key and the job of each that is done, not of those that were called back."""

    done = Signal(object, object)

    def __init__(self, jobs: JobQueue, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._running: dict[Hashable, Job[Any]] = {}
        self._poll = QTimer(self)
        self._poll.setObjectName(name)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._take_results)

    @property
    def under_way(self) -> tuple[Any, ...]:
        """The keys of what is not done yet, the first one sent first."""
        return tuple(self._running)

    def send(
        self, key: Hashable, function: Callable[..., Any], *arguments: Any, urgent: bool, limit_s: float = LIMIT_S
    ) -> None:
        """Have a worker process call a function, unless it is on its way under this key."""
        if key not in self._running:
            self._running[key] = self._jobs.submit(function, *arguments, urgent=urgent, limit_s=limit_s)
            if not self._poll.isActive():
                self._poll.start()

    def call_back(self, keys: Iterable[Hashable]) -> None:
        """Give up those under some keys."""
        for key in keys:
            job = self._running.pop(key, None)
            if job:
                job.cancel()
        if not self._running:
            self._poll.stop()

    @Slot()
    def _take_results(self) -> None:
        for key in [key for key, job in self._running.items() if job.done]:
            # A slot of one may call another back.
            job = self._running.pop(key, None)
            if job:
                self.done.emit(key, job)
        if not self._running:
            self._poll.stop()
