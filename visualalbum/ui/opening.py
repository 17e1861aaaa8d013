"""Opening an album: its text at once, the facts about its files as worker processes find them out. No Qt here."""

from __future__ import annotations

from pathlib import Path

from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.manifest import Loaded, load
from visualalbum.media.facts import MediaFacts
from visualalbum.media.remembered import probe_cached, remembered_facts
from visualalbum.problems import Problem
from visualalbum.timeline.build import Mode, build
from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.files import timed_files

LIMIT_S = 20.0
"""A file that takes longer to probe comes from a disk that hangs; it counts as unusable."""


class Opening:
    """An album on its way in. `timeline` has the names from the start, and the times once `done`."""

    def __init__(self, manifest: Path, mode: Mode, jobs: JobQueue) -> None:
        self.loaded: Loaded = load(manifest)
        self._mode = mode
        self._facts: dict[Path, MediaFacts] = {}
        self._running: dict[Path, Job[MediaFacts]] = {}
        files = timed_files(self.loaded.album, self.loaded.folder) if self.loaded.album else ()
        for path in filter(_is_there, files):
            facts = remembered_facts(path)
            if facts is not None:
                self._facts[path] = facts
            else:
                self._running[path] = jobs.submit(probe_cached, path, limit_s=LIMIT_S)
        self.total = len(files)
        self.timeline = Timeline()
        self.problems: tuple[Problem, ...] = ()
        self._build()

    @property
    def probed(self) -> int:
        """How many files are known; `total` is how many there are."""
        return self.total - len(self._running)

    @property
    def done(self) -> bool:
        """Whether nothing is left to find out."""
        return not self._running

    def poll(self) -> bool:
        """Take what was found out since the last call; tells whether that was anything."""
        found = [path for path, job in self._running.items() if job.done]
        for path in found:
            self._facts[path] = self._result(path, self._running.pop(path))
        if found and self.done:
            self._build()
        return bool(found)

    def wait(self) -> None:
        """Block until everything is found out, for commands without a window."""
        for job in self._running.values():
            job.wait(LIMIT_S * (len(self._running) + 1))
        self.poll()

    def cancel(self) -> None:
        """Give up what is still being found out."""
        for job in self._running.values():
            job.cancel()
        self._running.clear()

    @staticmethod
    def _result(path: Path, job: Job[MediaFacts]) -> MediaFacts:
        try:
            return job.result()
        except JobError as error:
            remedy = "copy it to another disk, or convert it to FLAC or H.264"
            return MediaFacts(path, fault=f"it could not be read: {error}", remedy=remedy)

    def _build(self) -> None:
        """Make the timeline; while files are missing from it, of the names alone."""
        self.problems = self.loaded.problems
        if self.loaded.album is None:
            return
        facts = self._facts if self.done else {}
        self.timeline, found = build(self.loaded.album, self.loaded.folder, self.loaded.place, facts, self._mode)
        if self.done:
            told = {problem.place for problem in self.problems}
            self.problems += tuple(problem for problem in found if problem.place not in told)


def _is_there(path: Path) -> bool:
    """Whether there is anything to probe; what is missing, empty or no file is told by the manifest's own rule."""
    try:
        return path.is_file() and path.stat().st_size > 0
    except (OSError, ValueError):  # ValueError: a name that cannot be
        return False
