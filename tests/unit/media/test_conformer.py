"""The conformer over a queue that works when it is told to, and once over a real one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.clock import Clock
from tests.support.processes import wait_until
from tests.support.small_media import make_film, make_sound
from visualalbum.jobs import Job, JobError, JobQueue, JobState
from visualalbum.jobs.job import Work
from visualalbum.media import conform as module
from visualalbum.media.cache import ClipCache
from visualalbum.media.clip import Clip
from visualalbum.media.conformer import PRELOAD, RETRY_NS, ClipConformer, ClipFault, make_clip
from visualalbum.media.media_error import MediaError


class HeldQueue:
    """Takes work and does it, here, when it is told to."""

    def __init__(self) -> None:
        self.jobs: list[Job[Any]] = []

    def submit(self, function: Callable[..., Any], *arguments: Any, urgent: bool = False, limit_s: float) -> Job[Any]:
        job: Job[Any] = Job(Work(function, arguments, False), urgent=urgent, limit_s=limit_s, wake=lambda: None)
        self.jobs.append(job)
        return job

    def work(self) -> None:
        for job in self.jobs:
            if job.start():
                try:
                    job.finish(JobState.DONE, job.work.function(*job.work.arguments))
                except Exception as error:
                    job.finish(JobState.FAILED, error)


@pytest.fixture
def queue() -> HeldQueue:
    return HeldQueue()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def conformer(tmp_path: Path, queue: HeldQueue, clock: Clock) -> Iterator[ClipConformer]:
    conformer = ClipConformer(queue, ClipCache(tmp_path / "clips"), clock)  # type: ignore[arg-type]
    yield conformer
    conformer.close()


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return make_film(tmp_path / "film.mp4", frames=30)


def fault(answer: object) -> ClipFault:
    assert isinstance(answer, ClipFault)
    return answer


def test_a_clip_comes_when_it_is_made_and_is_made_once(conformer: ClipConformer, queue: HeldQueue, film: Path) -> None:
    assert conformer.clip(film, 0, 0, 500_000) is None
    assert conformer.clip(film, 0, 0, 500_000) is None
    queue.work()
    clip = conformer.clip(film, 0, 0, 500_000)
    assert isinstance(clip, Clip)
    assert clip.path.exists()
    assert conformer.clip(film, 0, 0, 500_000) is clip
    assert len(queue.jobs) == 1


def test_a_cached_clip_comes_in_the_same_call(
    tmp_path: Path, conformer: ClipConformer, queue: HeldQueue, film: Path
) -> None:
    conformer.clip(film, 0, 0, 500_000)
    queue.work()
    clip = conformer.clip(film, 0, 0, 500_000)
    again = ClipConformer(queue, ClipCache(tmp_path / "clips"))  # type: ignore[arg-type]
    assert again.clip(film, 0, 0, 500_000) == clip
    assert len(queue.jobs) == 1
    again.close()


def test_a_film_that_changed_is_made_anew_once_it_is_forgotten(
    conformer: ClipConformer, queue: HeldQueue, film: Path
) -> None:
    conformer.clip(film, 0, 0, 400_000)
    queue.work()
    before = conformer.clip(film, 0, 0, 400_000)
    make_film(film, frames=40)
    assert conformer.clip(film, 0, 0, 400_000) is before
    conformer.forget([film])
    assert conformer.clip(film, 0, 0, 400_000) is None
    queue.work()
    after = conformer.clip(film, 0, 0, 400_000)
    assert isinstance(before, Clip)
    assert isinstance(after, Clip)
    assert after.path != before.path


def test_another_stretch_is_another_clip(conformer: ClipConformer, queue: HeldQueue, film: Path) -> None:
    for end_us in (500_000, 600_000):
        conformer.clip(film, 0, 0, end_us)
    queue.work()
    clips = [conformer.clip(film, 0, 0, end_us) for end_us in (500_000, 600_000)]
    assert all(isinstance(clip, Clip) for clip in clips)
    assert clips[0] != clips[1]


def test_what_becomes_urgent_while_it_waits_is_asked_for_again(
    conformer: ClipConformer, queue: HeldQueue, film: Path
) -> None:
    conformer.clip(film, 0, 0, 500_000)
    conformer.clip(film, 0, 0, 500_000, urgent=True)
    conformer.clip(film, 0, 0, 500_000, urgent=True)
    assert [(job.urgent, job.state) for job in queue.jobs] == [(False, JobState.CANCELLED), (True, JobState.QUEUED)]


def test_what_is_being_made_is_not_started_again_because_it_is_urgent(
    conformer: ClipConformer, queue: HeldQueue, film: Path
) -> None:
    conformer.clip(film, 0, 0, 500_000)
    queue.jobs[0].start()
    assert conformer.clip(film, 0, 0, 500_000, urgent=True) is None
    assert len(queue.jobs) == 1


def test_a_missing_film_is_a_fault_at_once_and_until_it_is_back(
    tmp_path: Path, conformer: ClipConformer, queue: HeldQueue, clock: Clock
) -> None:
    path = tmp_path / "gone.mp4"
    found = fault(conformer.clip(path, 0, 0, 500_000))
    assert (found.kind, found.subject) == ("file-missing", str(path))
    assert "gone.mp4 is not there; put it at" in found.sentence
    make_film(path, frames=30)
    assert conformer.clip(path, 0, 0, 500_000) == found
    clock.ns += RETRY_NS
    assert conformer.clip(path, 0, 0, 500_000) == found
    queue.work()
    assert isinstance(conformer.clip(path, 0, 0, 500_000), Clip)


@pytest.mark.parametrize("name", ["folder", "a\0b"])
def test_a_film_that_is_no_file_is_a_fault(
    tmp_path: Path, conformer: ClipConformer, queue: HeldQueue, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    answer = conformer.clip(tmp_path / name, 0, 0, 500_000)
    queue.work()
    answer = answer or conformer.clip(tmp_path / name, 0, 0, 500_000)
    assert fault(answer).kind == "file-unreadable"


def test_a_film_without_pictures_is_a_fault_that_is_tried_again_only_later(
    tmp_path: Path, conformer: ClipConformer, queue: HeldQueue, clock: Clock
) -> None:
    song = make_sound(tmp_path / "a.flac", "flac", 44100, 1000)
    conformer.clip(song, 0, 0, 500_000)
    queue.work()
    assert fault(conformer.clip(song, 0, 0, 500_000)).kind == "no-picture"
    clock.ns += RETRY_NS - 1
    conformer.clip(song, 0, 0, 500_000)
    assert len(queue.jobs) == 1
    clock.ns += 1
    assert fault(conformer.clip(song, 0, 0, 500_000)).kind == "no-picture"
    assert len(queue.jobs) == 2


def test_a_worker_that_dies_is_a_fault_with_a_remedy(conformer: ClipConformer, queue: HeldQueue, film: Path) -> None:
    conformer.clip(film, 0, 0, 500_000)
    queue.jobs[0].start()
    queue.jobs[0].finish(JobState.FAILED, JobError("its worker process was ended by SIGSEGV"))
    found = fault(conformer.clip(film, 0, 0, 500_000))
    assert found.kind == "clip-failed"
    assert "film.mp4 cannot be prepared: its worker process was ended by SIGSEGV; convert" in found.sentence


def test_a_clip_that_vanishes_is_made_again(
    conformer: ClipConformer, queue: HeldQueue, film: Path, clock: Clock
) -> None:
    conformer.clip(film, 0, 0, 500_000)
    queue.work()
    clip = conformer.clip(film, 0, 0, 500_000)
    assert isinstance(clip, Clip)
    clip.path.unlink()
    assert conformer.clip(film, 0, 0, 500_000) == clip, "it was there a moment ago"
    clock.pass_s(0.2)
    assert conformer.clip(film, 0, 0, 500_000) is None
    queue.work()
    assert conformer.clip(film, 0, 0, 500_000) == clip


def test_a_full_disk_is_cleared_of_clips_nobody_uses(
    tmp_path: Path, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = ClipCache(tmp_path / "clips")
    old, new = (cache.key(film, 0, 0, end_us) for end_us in (400_000, 500_000))
    make_clip(cache.folder, cache.limit_bytes, old, film, 0, 0, 400_000)
    really = module.conform

    def full_while_it_is_there(*arguments: Any) -> Clip:
        if cache.clip_path(old).exists():
            raise MediaError("disk-full", "there is no room", "free some")
        return really(*arguments)

    monkeypatch.setattr(module, "conform", full_while_it_is_there)
    make_clip(cache.folder, cache.limit_bytes, new, film, 0, 0, 500_000)
    assert cache.find(new)
    cache.close()


def test_a_disk_that_stays_full_is_a_fault(
    conformer: ClipConformer, queue: HeldQueue, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> Clip:
        raise MediaError("disk-full", "there is no room", "free some")

    monkeypatch.setattr(module, "conform", full)
    conformer.clip(film, 0, 0, 500_000)
    queue.work()
    assert fault(conformer.clip(film, 0, 0, 500_000)).kind == "disk-full"


def test_the_cache_keeps_its_limit_but_for_the_clip_just_made(tmp_path: Path, film: Path) -> None:
    cache = ClipCache(tmp_path / "clips", limit_bytes=1)
    for end_us in (400_000, 500_000):
        make_clip(cache.folder, 1, cache.key(film, 0, 0, end_us), film, 0, 0, end_us)
    assert [path.stem for path in cache.folder.glob("*.mkv")] == [cache.key(film, 0, 0, 500_000)]


def test_closing_gives_up_what_is_being_made(conformer: ClipConformer, queue: HeldQueue, film: Path) -> None:
    conformer.clip(film, 0, 0, 500_000)
    conformer.close()
    assert queue.jobs[0].state is JobState.CANCELLED


def test_a_real_worker_makes_a_clip(tmp_path: Path, film: Path) -> None:
    jobs = JobQueue(preload=PRELOAD)
    conformer = ClipConformer(jobs, ClipCache(tmp_path / "clips"))
    wait_until(lambda: conformer.clip(film, 0, 0, 500_000, urgent=True) is not None, "the clip", step_s=0.005)
    assert isinstance(conformer.clip(film, 0, 0, 500_000), Clip)
    conformer.close()
    jobs.close()
