"""Keeps the screen awake while it is wanted, in a thread of its own: a desktop may take seconds to answer."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial

log = logging.getLogger(__name__)

Hold = Callable[[], AbstractContextManager[bool]]


def _presenting(why: str) -> Hold:
    from visualalbum.remote.presenting import presenting

    return partial(presenting, why)


class Awake:
    """Holds what `hold` gives while `want(True)` is the latest word; `why` is for people who ask their desktop."""

    def __init__(self, hold: Hold | None = None, why: str = "") -> None:
        self._hold = hold
        self._why = why
        self._changed = threading.Condition()
        self._wanted = False
        self._closing = False
        self._told = False
        self._thread = threading.Thread(target=self._run, name="visualalbum-awake", daemon=True)

    def begin(self) -> None:
        """Do what is wanted from now on. What its thread has to read for it holds up what is done beside it."""
        self._thread.start()

    def want(self, wanted: bool) -> None:
        """Say whether the screen is to stay awake; returns at once."""
        if wanted == self._wanted or self._closing:
            return
        with self._changed:
            self._wanted = wanted
            self._changed.notify()

    def close(self, timeout_s: float = 2.0) -> None:
        """Let the screen sleep and end the thread; waits no longer than the time given."""
        with self._changed:
            self._wanted, self._closing = False, True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def _run(self) -> None:
        try:
            # Read by this thread and at once: while pictures roll nothing is to hold the interpreter's lock.
            hold = self._hold or _presenting(self._why)
        except Exception as error:  # a library may be absent or broken in any way
            self._tell(str(error))
            return
        while self._wait(lambda: self._wanted or self._closing) and not self._closing:
            try:
                with hold() as held:
                    self._tell("" if held else "no way is known here")
                    self._wait(lambda: not self._wanted)
            except Exception as error:  # a desktop's answer may be anything; the album plays on
                self._tell(str(error) or type(error).__name__)
                self._wait(lambda: not self._wanted)

    def _wait(self, condition: Callable[[], bool]) -> bool:
        with self._changed:
            return self._changed.wait_for(condition)

    def _tell(self, why: str) -> None:
        if why and not self._told:
            self._told = True
            log.info("the screen may go to sleep while an album plays: %s", why)
