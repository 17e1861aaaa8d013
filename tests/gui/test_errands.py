"""Work sent to worker processes: so much at a time, what is wanted first, and given up at the price of nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.fakes import InlineJobs
from visualalbum.jobs import Job
from visualalbum.ui.errands import Errands


class Given:
    """What was done, as the window hears of it."""

    def __init__(self, errands: Errands) -> None:
        self.keys: list[str] = []
        errands.done.connect(self._take)

    def _take(self, key: str, job: Job[Any]) -> None:
        assert job.result() == key.upper()
        self.keys.append(key)


@pytest.fixture
def sent(qapp: object, jobs: InlineJobs) -> Callable[..., tuple[Errands, Given]]:
    def send(keys: str, **options: Any) -> tuple[Errands, Given]:
        errands = Errands(jobs, "tried", **options)  # type: ignore[arg-type]
        given = Given(errands)
        for key in keys:
            errands.send(key, str.upper, key)
        return errands, given

    return send


def test_so_many_are_in_the_queue_and_the_others_follow(
    sent: Callable[..., tuple[Errands, Given]], jobs: InlineJobs, qtbot: QtBot
) -> None:
    errands, given = sent("abcab", at_a_time=2)
    assert errands.under_way == ("a", "b", "c")
    assert len(jobs.waiting) == 2
    jobs.run()
    qtbot.waitUntil(lambda: given.keys == ["a", "b"])
    jobs.run()
    qtbot.waitUntil(lambda: given.keys == ["a", "b", "c"])
    assert errands.under_way == ()


def test_those_that_wait_are_put_in_another_order_or_given_up_and_what_is_begun_is_done(
    sent: Callable[..., tuple[Errands, Given]], jobs: InlineJobs, qtbot: QtBot
) -> None:
    errands, given = sent("abcd", at_a_time=1)
    errands.wait_only_for("dxb")
    for _ in range(3):
        known = len(given.keys)
        jobs.run()
        qtbot.waitUntil(lambda known=known: len(given.keys) > known)
    assert given.keys == ["a", "d", "b"]


def test_of_what_was_called_back_nothing_is_heard_and_the_next_takes_its_place(
    sent: Callable[..., tuple[Errands, Given]], jobs: InlineJobs, qtbot: QtBot
) -> None:
    errands, given = sent("abc", at_a_time=1)
    errands.call_back("ab")
    assert errands.under_way == ("c",)
    jobs.run()
    qtbot.waitUntil(lambda: given.keys == ["c"])


@pytest.mark.parametrize(("long", "fate"), [(False, "drop"), (True, "cancel")])
def test_only_of_long_work_the_worker_is_ended(
    sent: Callable[..., tuple[Errands, Given]], jobs: InlineJobs, long: bool, fate: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    errands, _ = sent("a", long=long)
    told: list[str] = []
    for name in ("drop", "cancel"):
        monkeypatch.setattr(jobs.waiting[0], name, lambda name=name: told.append(name))
    errands.call_back("a")
    assert told == [fate]
