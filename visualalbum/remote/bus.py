"""The session bus seen from the window's thread: moments go there, orders come back, and nothing ever waits."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from visualalbum.engine.snapshot import Snapshot
from visualalbum.remote.orders import Order, ShowFolder
from visualalbum.remote.standing import Seen, notable
from visualalbum.timeline.cues import Timeline

if TYPE_CHECKING:
    import asyncio

    from visualalbum.remote.link import Link

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Running:
    """What the thread has made, once it has."""

    loop: asyncio.AbstractEventLoop
    link: Link
    task: asyncio.Task[None]


class SessionBus:
    """A thread with an event loop, once told to begin; where there is no bus it ends, and all here does nothing."""

    def __init__(self, now_ns: Callable[[], int] = time.monotonic_ns) -> None:
        self._now_ns = now_ns
        self._orders: deque[Order] = deque()
        self._latest = self._told = Seen()
        self._running: _Running | None = None
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="visualalbum-bus", daemon=True)

    def begin(self) -> None:
        """Go on the bus. What its thread has to read for it holds up whatever is being done beside it."""
        self._thread.start()

    def show(self, timeline: Timeline, snapshot: Snapshot, volume: float) -> None:
        """Hand over a moment; the other thread is only woken where others have to hear of it."""
        self._latest = seen = Seen(timeline, snapshot, volume, self._now_ns())
        if notable(self._told, seen):
            self._told = seen
            self._call(lambda running: running.link.show(seen))

    def orders(self) -> Iterator[Order]:
        """Take the orders that have come since the last call."""
        while self._orders:
            yield self._orders.popleft()

    def show_file(self, file: Path) -> None:
        """Have a file manager show a folder with a file of it selected; `ShowFolder` comes back where none does."""

        def ask(running: _Running) -> None:
            # Kept by the link's task for as long as it lives.
            asked = running.loop.create_task(running.link.show_file(file))
            running.task.add_done_callback(lambda _: asked.cancel())

        if not self._call(ask):
            self._orders.append(ShowFolder(file.parent))

    def close(self, timeout_s: float = 2.0) -> None:
        """Leave the bus and end the thread; waits no longer than the time given."""
        self._closing = True
        self._call(lambda running: running.task.cancel())
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def _call(self, function: Callable[[_Running], object]) -> bool:
        """Have the other thread call a function; tells whether there is one to call it."""
        running = self._running
        if running is None:
            return False
        with suppress(RuntimeError):  # its loop was closed a moment ago
            running.loop.call_soon_threadsafe(function, running)
            return True
        return False

    def _run(self) -> None:
        try:
            # Here, so that the window need not wait until all this is read.
            import asyncio

            from visualalbum.remote.link import Link

            async def live() -> None:
                link = Link(self._orders.append, lambda: self._latest)
                task = asyncio.ensure_future(link.live())
                self._running = _Running(asyncio.get_running_loop(), link, task)
                if self._closing:
                    task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

            asyncio.run(live())
            why = "the connection was closed"
        except Exception as error:  # no bus, a bus that is broken or dies, no library for it: the album plays on
            why = str(error) or type(error).__name__
        finally:
            self._running = None
        if not self._closing:
            log.info("no desktop can steer the player through the session bus: %s", why)
