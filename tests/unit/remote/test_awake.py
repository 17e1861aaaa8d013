"""The screen is kept awake exactly while it is wanted, whatever a desktop does."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.support.processes import wait_until
from visualalbum.remote.awake import Awake


class Screen:
    """Counts how often it was taken and let go; slow, refusing or broken where a test says so."""

    def __init__(self, answer: bool | Exception = True) -> None:
        self.asked = self.taken = self.let_go = 0
        self.answer = answer
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.threads: set[int] = set()

    @contextmanager
    def hold(self) -> Iterator[bool]:
        self.threads.add(threading.get_ident())
        self.may_answer.wait(10)
        self.asked += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        self.taken += 1
        yield self.answer
        self.let_go += 1

    def is_at(self, taken: int, let_go: int) -> None:
        wait_until(lambda: (self.taken, self.let_go) == (taken, let_go), f"{taken}, {let_go}")


def test_it_is_held_while_it_is_wanted_and_not_by_the_one_who_asks() -> None:
    screen = Screen()
    awake = Awake(screen.hold)
    awake.begin()
    awake.want(False)
    assert screen.threads == set()
    awake.want(True)
    awake.want(True)
    screen.is_at(1, 0)
    awake.want(False)
    screen.is_at(1, 1)
    awake.want(True)
    screen.is_at(2, 1)
    awake.close()
    assert (screen.taken, screen.let_go) == (2, 2)
    assert threading.get_ident() not in screen.threads


def test_a_desktop_that_hangs_holds_up_nobody() -> None:
    screen = Screen()
    screen.may_answer.clear()
    awake = Awake(screen.hold)
    awake.begin()
    awake.want(True)
    wait_until(lambda: bool(screen.threads), "it to be asked")
    awake.want(False)
    awake.close(timeout_s=0.1)
    screen.may_answer.set()
    screen.is_at(1, 1)


@pytest.mark.parametrize("answer", [False, RuntimeError("no such desktop")])
def test_where_nothing_keeps_it_awake_that_is_told_once(
    answer: bool | Exception, caplog: pytest.LogCaptureFixture
) -> None:
    screen = Screen(answer)
    with caplog.at_level(logging.INFO):
        awake = Awake(screen.hold)
        awake.begin()
        wanted = itertools.cycle((True, False))

        def asked_again() -> bool:
            awake.want(next(wanted))
            return screen.asked > 1

        wait_until(asked_again, "a second answer")
        awake.close()
    (told,) = caplog.records
    assert told.levelno == logging.INFO
    assert "the screen may go to sleep while an album plays" in told.message
