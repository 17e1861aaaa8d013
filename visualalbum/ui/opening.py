"""Opening an album: its text at once, the facts about its files as worker processes find them out. No Qt here."""

from __future__ import annotations

from visualalbum.interchange.source import Source
from visualalbum.jobs import JobQueue
from visualalbum.manifest import Loaded
from visualalbum.media.probing import Probing, is_there
from visualalbum.problems import Problem
from visualalbum.timeline.build import build
from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.files import timed_files
from visualalbum.timeline.mode import Mode


class Opening:
    """An album on its way in, to be played by `mode`. `timeline` has the names at once, and the times when `done`."""

    def __init__(self, source: Source, mode: Mode, jobs: JobQueue) -> None:
        self.source = source
        self.loaded: Loaded = source.load()
        self.mode = mode
        files = timed_files(self.loaded.album, self.loaded.folder) if self.loaded.album else ()
        self._probing = Probing(filter(is_there, files), jobs)
        self.total = len(files)
        self.timeline = Timeline()
        self.problems: tuple[Problem, ...] = ()
        self._build()

    @property
    def probed(self) -> int:
        """How many files are known; `total` is how many there are."""
        return self.total - self._probing.left

    @property
    def done(self) -> bool:
        """Whether nothing is left to find out."""
        return self._probing.done

    def poll(self) -> bool:
        """Take what was found out since the last call; tells whether that was anything."""
        found = self._probing.poll()
        if found and self.done:
            self._build()
        return found

    def wait(self) -> None:
        """Block until everything is found out, for commands without a window."""
        if not self.done:
            self._probing.wait()
            self._build()

    def cancel(self) -> None:
        """Give up what is still being found out."""
        self._probing.cancel()

    def _build(self) -> None:
        """Make the timeline; while files are missing from it, of the names alone."""
        self.problems = self.loaded.problems
        if self.loaded.album is None:
            return
        facts = self._probing.facts if self.done else {}
        self.timeline, found = build(self.loaded.album, self.loaded.folder, self.loaded.place, facts, self.mode)
        if self.done:
            told = {problem.place for problem in self.problems}
            self.problems += tuple(problem for problem in found if problem.place not in told)
