"""The conformer: hands out clips of films at once where they are cached, else has a worker process make them."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from visualalbum.jobs import Job, JobError, JobQueue, JobState
from visualalbum.media.cache import ClipCache
from visualalbum.media.clip import Clip
from visualalbum.media.media_error import MediaError
from visualalbum.said import Said, both, say

HOLD_NS = 200_000_000
"""How often it is looked whether a clip is still there: it is asked for a hundred times a second."""

RETRY_NS = 5_000_000_000
"""A film that failed is tried again so much later: a disk may come back in the middle of a show."""

LIMIT_S = 30.0
SLOWEST_BYTES_PER_S = 20_000_000
"""A conform may take LIMIT_S and as long as the whole film takes from a slow USB stick."""

PRELOAD = ("visualalbum.media.conformer", "visualalbum.media.conform")
"""What a job queue's workers should import before their first clip."""

Request = tuple[Path, int, int, int]


@dataclass(frozen=True)
class ClipFault:
    """Why there is no clip: `kind` is a stable id, `subject` the film, then a sentence with its remedy."""

    kind: str
    subject: str
    sentence: Said


@dataclass
class _Answer:
    """What is known of a request: its clip or fault, and the job that is finding out."""

    key: str = ""
    clip: Clip | None = None
    fault: ClipFault | None = None
    failed_ns: int = 0
    held_ns: int = 0
    job: Job[None] | None = None


class ClipConformer:
    """Clips of films by the stretch. Every method returns at once; one thread calls them."""

    def __init__(self, queue: JobQueue, cache: ClipCache, now_ns: Callable[[], int] = time.monotonic_ns) -> None:
        self._queue, self._cache, self._now_ns = queue, cache, now_ns
        self._answers: dict[Request, _Answer] = {}

    def clip(
        self, path: Path, stream: int, start_us: int, end_us: int, *, urgent: bool = False
    ) -> Clip | ClipFault | None:
        """The clip of a stretch of film; None while it is being made (ask again), a ClipFault where it cannot be.

        A cached clip comes at once. A fault stands until a later try, made when it is asked for again, succeeds.
        """
        request = (path, stream, start_us, end_us)
        answer = self._answers.setdefault(request, _Answer())
        if answer.job and answer.job.done:
            self._take_result(path, answer, answer.job)
        now_ns = self._now_ns()
        if answer.clip and now_ns - answer.held_ns >= HOLD_NS:
            answer.held_ns = now_ns
            if not self._cache.hold(answer.key):
                answer.clip = None
        late = urgent and answer.job and answer.job.state is JobState.QUEUED and not answer.job.urgent
        if answer.job and late:
            answer.job.cancel()
            answer.job = None
        rested = answer.fault is None or now_ns - answer.failed_ns >= RETRY_NS
        if answer.clip is None and answer.job is None and (rested or late):
            self._try(request, answer, urgent)
        return answer.clip or answer.fault

    def forget(self, films: Collection[Path]) -> None:
        """Make the clips of these films anew when they are next asked for: they have changed on the disk."""
        for request in [request for request in self._answers if request[0] in films]:
            job = self._answers.pop(request).job
            if job:
                job.cancel()

    def close(self) -> None:
        """Give up what is being made and let go of all clips; the queue stays open."""
        for answer in self._answers.values():
            if answer.job:
                answer.job.cancel()
        self._answers.clear()
        self._cache.close()

    def _try(self, request: Request, answer: _Answer, urgent: bool) -> None:
        path = request[0]
        try:
            limit_s = LIMIT_S + path.stat().st_size / SLOWEST_BYTES_PER_S
            answer.key = self._cache.key(*request)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            if isinstance(error, FileNotFoundError):
                kind, sentence = "file-missing", say("{file} is not there", file=path.name)
            else:
                kind = "file-unreadable"
                sentence = say("{file} cannot be read: {reason}", file=path.name, reason=str(error))
            remedy = say("put it at {path} or correct the path", path=str(path))
            self._fail(answer, ClipFault(kind, str(path), both(sentence, remedy)))
            return
        answer.clip = self._cache.find(answer.key)
        if answer.clip:
            answer.fault = None
            return
        folder, limit_bytes = self._cache.folder, self._cache.limit_bytes
        answer.job = self._queue.submit(
            make_clip, folder, limit_bytes, answer.key, *request, urgent=urgent, limit_s=limit_s
        )

    def _take_result(self, path: Path, answer: _Answer, job: Job[None]) -> None:
        answer.job = None
        try:
            job.result()
            answer.clip, answer.fault = self._cache.find(answer.key), None
        except MediaError as error:
            self._fail(answer, ClipFault(error.kind, str(path), both(error.sentence, error.remedy)))
        except (JobError, OSError) as error:
            reason = error.sentence if isinstance(error, JobError) else str(error)
            sentence = say("{file} cannot be prepared: {reason}", file=path.name, reason=reason)
            remedy = say("convert the film to H.264 in MP4")
            self._fail(answer, ClipFault("clip-failed", str(path), both(sentence, remedy)))

    def _fail(self, answer: _Answer, fault: ClipFault) -> None:
        answer.fault, answer.failed_ns = fault, self._now_ns()


def make_clip(folder: Path, limit_bytes: int, key: str, source: Path, stream: int, start_us: int, end_us: int) -> None:
    """Conform a stretch into the cache and keep the cache's limit. Raises MediaError, OSError. Runs in a worker."""
    from visualalbum.media.conform import conform  # FFmpeg, which the window's process has no need of

    with closing(ClipCache(folder, limit_bytes)) as cache:
        if cache.find(key):
            return  # another process was quicker
        try:
            clip = conform(source, stream, start_us, end_us, cache.clip_path(key))
        except MediaError as error:
            if error.kind != "disk-full":
                raise
            cache.trim(0)
            clip = conform(source, stream, start_us, end_us, cache.clip_path(key))
        cache.add(key, clip)
        cache.find(key)  # holds it while others are removed
        cache.trim()
