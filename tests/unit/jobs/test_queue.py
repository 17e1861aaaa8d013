"""The queue of work with real worker processes: order, failure, death, hanging, cancelling and closing."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.processes import wait_until
from tests.support.work import (
    die,
    divide,
    echo,
    give_poison,
    give_what_cannot_be_handed_over,
    hang,
    leave,
    loaded,
    note,
    pid,
    raise_odd,
    tell_parts,
    wait_for,
)
from visualalbum.jobs import Job, JobError, JobQueue, JobState

PATIENCE_S = 10.0


@pytest.fixture
def queue() -> Iterator[JobQueue]:
    queue = JobQueue(workers=1, express=1)
    yield queue
    queue.close()


def result(job: Job[Any]) -> Any:
    assert job.wait(PATIENCE_S)
    assert job.done
    return job.result()


def error(job: Job[Any]) -> str:
    with pytest.raises(JobError) as caught:
        result(job)
    return str(caught.value)


def test_work_is_done_in_another_process_that_is_kept(queue: JobQueue) -> None:
    first, second = result(queue.submit(pid)), result(queue.submit(pid))
    assert first == second != os.getpid()


def test_four_megabytes_come_back(queue: JobQueue) -> None:
    data = os.urandom(4_000_000)
    assert result(queue.submit(echo, data)) == data


def test_what_the_work_raises_is_raised_and_the_worker_goes_on(queue: JobQueue) -> None:
    worker = result(queue.submit(pid))
    job = queue.submit(divide, 1, 0)
    with pytest.raises(ZeroDivisionError):
        result(job)
    assert job.state is JobState.FAILED
    assert result(queue.submit(pid)) == worker


@pytest.mark.parametrize(("function", "words"), [(die, "SIGSEGV"), (leave, "status 3")])
def test_a_worker_that_dies_fails_its_job_and_no_other(
    queue: JobQueue, function: Callable[[], None], words: str
) -> None:
    jobs = [queue.submit(function), queue.submit(divide, 6, 3)]
    assert words in error(jobs[0])
    assert result(jobs[1]) == 2


def test_a_worker_killed_while_idle_is_replaced(queue: JobQueue) -> None:
    first = result(queue.submit(pid))
    os.kill(first, signal.SIGKILL)
    wait_until(lambda: not Path(f"/proc/{first}").exists(), "the worker to be gone", step_s=0.002)
    assert result(queue.submit(pid)) != first


def test_work_that_hangs_is_stopped_at_its_limit(queue: JobQueue) -> None:
    hanging, after = queue.submit(hang, limit_s=0.5), queue.submit(divide, 6, 3)
    assert "not done after 0.5 s" in error(hanging)
    assert result(after) == 2


@pytest.mark.parametrize("function", [raise_odd, give_what_cannot_be_handed_over, give_poison])
def test_what_cannot_be_handed_back_is_an_error_of_its_job_only(queue: JobQueue, function: Callable[[], Any]) -> None:
    with pytest.raises((JobError, ZeroDivisionError)):
        result(queue.submit(function))
    assert result(queue.submit(divide, 6, 3)) == 2


def test_what_cannot_be_handed_over_is_an_error_of_its_job_only(queue: JobQueue) -> None:
    assert "cannot be handed" in error(queue.submit(lambda: None))
    assert "cannot be handed" in error(queue.submit(echo, threading.Lock()))
    assert result(queue.submit(divide, 6, 3)) == 2


def test_urgent_work_comes_before_what_waits_and_some_before_all(tmp_path: Path) -> None:
    queue = JobQueue(workers=1, express=0)
    log = tmp_path / "log"
    os.mkfifo(tmp_path / "go")
    blocker = queue.submit(wait_for, tmp_path / "go")
    wait_until(lambda: blocker.state is JobState.RUNNING, "the work to begin", step_s=0.002)
    jobs = [queue.submit(note, log, name, urgent=name.isupper(), first=name == "!") for name in "abAcB!"]
    (tmp_path / "go").open("w").close()
    for job in jobs:
        result(job)
    queue.close()
    assert log.read_text() == "!ABabc"


def test_urgent_work_does_not_wait_for_long_work(queue: JobQueue) -> None:
    long, waiting = queue.submit(hang), queue.submit(pid)
    assert result(queue.submit(divide, 6, 3, urgent=True)) == 2
    assert long.state is JobState.RUNNING
    assert waiting.state is JobState.QUEUED


def test_work_that_takes_long_holds_up_other_long_work_alone(queue: JobQueue) -> None:
    """Two films of two hours are measured, and small pictures, clips and previews come all the same."""
    films = [queue.submit(hang, long=True) for _ in range(2)]
    wait_until(lambda: films[0].state is JobState.RUNNING, "the long work to begin", step_s=0.002)
    assert result(queue.submit(divide, 6, 3)) == 2
    assert result(queue.submit(divide, 6, 3, urgent=True)) == 2
    assert [film.state for film in films] == [JobState.RUNNING, JobState.QUEUED]


def test_no_process_stands_by_for_long_work_that_never_comes(queue: JobQueue) -> None:
    queue.warm()
    result(queue.submit(pid))
    assert sum(place is not None for place in queue._places) == 2


def test_a_start_warms_the_first_worker_alone(queue: JobQueue) -> None:
    queue.warm(1)
    first = result(queue.submit(pid))
    assert [place is not None for place in queue._places] == [True, False, False]
    queue.warm()
    wait_until(lambda: sum(place is not None for place in queue._places) == 2, "the other")
    assert result(queue.submit(pid)) == first


def test_dropped_work_leaves_the_queue_and_what_is_being_done_is_done(queue: JobQueue, tmp_path: Path) -> None:
    worker = result(queue.submit(pid))
    os.mkfifo(tmp_path / "go")
    running, waiting = queue.submit(wait_for, tmp_path / "go"), queue.submit(note, tmp_path / "log", "x")
    wait_until(lambda: running.state is JobState.RUNNING, "the work to begin", step_s=0.002)
    running.drop()
    waiting.drop()
    (tmp_path / "go").open("w").close()
    result(running)
    assert waiting.state is JobState.CANCELLED
    assert result(queue.submit(pid)) == worker
    assert not (tmp_path / "log").exists()


def test_dropped_work_that_hangs_is_stopped_after_a_moment(queue: JobQueue) -> None:
    hanging = queue.submit(hang)
    wait_until(lambda: hanging.state is JobState.RUNNING, "the work to begin", step_s=0.002)
    hanging.drop()
    assert "stopped" in error(hanging)


def test_a_result_is_not_there_before_the_job_is_done(queue: JobQueue) -> None:
    job = queue.submit(hang)
    assert not job.done
    assert not job.wait(0.01)
    with pytest.raises(JobError):
        job.result()


def test_progress_can_be_read_while_the_work_goes_on(queue: JobQueue, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "go")
    job = queue.submit(tell_parts, tmp_path / "go", reports=True)
    wait_until(lambda: job.progress == 0.5, "the first report", step_s=0.002)
    assert not job.done
    (tmp_path / "go").open("w").close()
    assert result(job) == "told"
    assert job.progress == 1.0


def test_cancelled_work_is_dropped_from_the_queue_or_stopped(queue: JobQueue, tmp_path: Path) -> None:
    running, waiting = queue.submit(hang), queue.submit(note, tmp_path / "log", "x")
    wait_until(lambda: running.state is JobState.RUNNING, "the work to begin", step_s=0.002)
    waiting.cancel()
    running.cancel()
    assert running.done
    assert waiting.state is JobState.CANCELLED
    assert result(queue.submit(divide, 6, 3)) == 2
    assert not (tmp_path / "log").exists()
    with pytest.raises(JobError):
        waiting.result()


def test_cancelling_what_is_done_changes_nothing(queue: JobQueue) -> None:
    job = queue.submit(divide, 6, 3)
    result(job)
    job.cancel()
    assert job.result() == 2


def test_closing_ends_everything_soon(tmp_path: Path) -> None:
    queue = JobQueue(workers=2, express=1)
    worker = result(queue.submit(pid))
    jobs = [queue.submit(hang) for _ in range(4)]
    wait_until(lambda: jobs[1].state is JobState.RUNNING, "the work to begin", step_s=0.002)
    started = time.monotonic()
    queue.close()
    assert time.monotonic() - started < 2
    assert [job.state for job in jobs] == [JobState.CANCELLED] * 4
    assert not Path(f"/proc/{worker}").exists()
    assert queue.submit(pid).state is JobState.CANCELLED
    queue.close()


def test_warmed_workers_have_loaded_what_they_need() -> None:
    queue = JobQueue(workers=1, express=1, preload=("fractions", "wave"))
    queue.warm()
    wait_until(lambda: result(queue.submit(loaded, "wave")), "what is preloaded to be there")
    assert not result(queue.submit(loaded, "sndhdr"))
    queue.close()


def test_work_that_waits_is_done_before_the_rest_is_preloaded() -> None:
    queue = JobQueue(workers=1, express=0, preload=("tests.unit.jobs.slow_to_load", "wave"))
    queue.warm()
    assert not result(queue.submit(loaded, "wave"))
    wait_until(lambda: result(queue.submit(loaded, "wave")), "the rest to be there")
    queue.close()


def test_a_worker_that_cannot_start_fails_its_job() -> None:
    queue = JobQueue(workers=1, express=0, preload=("no_such_module",))
    assert "status 1" in error(queue.submit(pid))
    assert "status 1" in error(queue.submit(pid))
    queue.close()


def test_many_jobs_from_many_threads_all_end(queue: JobQueue) -> None:
    jobs: list[Job[int]] = []
    threads = [
        threading.Thread(target=lambda: jobs.extend([queue.submit(echo, n, urgent=n % 3 == 0) for n in range(50)]))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(result(job) for job in jobs) == sorted(list(range(50)) * 4)
