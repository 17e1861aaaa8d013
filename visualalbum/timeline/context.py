"""What building a timeline draws on: the album, what its files are, and a place to tell problems."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

from visualalbum.media.facts import AudioFacts, MediaFacts, VideoFacts
from visualalbum.model import Album
from visualalbum.model.uses import path_of
from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import Said, say
from visualalbum.timecode import TempoMap, Time, TimeError

Key = tuple[str | int, ...]
"""Where something is in the manifest: the keys and indices that lead to it."""


class Context:
    """Collects problems; a file that nobody has probed yet is no problem, it is just not known."""

    def __init__(
        self, album: Album, folder: Path, place: Callable[[Key], Place], facts: Mapping[Path, MediaFacts]
    ) -> None:
        self.album = album
        self.problems: list[Problem] = []
        self._folder = folder
        self._place = place
        self._facts = facts
        self._told: set[tuple[str, str]] = set()

    def path(self, file: str) -> Path:
        """A file of the manifest as a path from here."""
        return path_of(self._folder, file)

    def error(self, rule: str, key: Key, sentence: Said, remedy: Said) -> None:
        """Note an error at a place of the manifest."""
        self.problems.append(Problem(self._place(key), Severity.ERROR, rule, sentence, remedy))

    def warn(self, rule: str, key: Key, sentence: Said, remedy: Said) -> None:
        """Note a warning at a place of the manifest."""
        self.problems.append(Problem(self._place(key), Severity.WARNING, rule, sentence, remedy))

    def facts(self, file: str, key: Key) -> MediaFacts | None:
        """What is known of a file; None if it cannot be used, which is told, or has not been probed."""
        facts = self._facts.get(self.path(file))
        if facts is not None and facts.fault:
            self._tell_of_file("unusable-media", file, key, facts.fault, facts.remedy)
            return None
        return facts

    def audio(self, file: str, key: Key) -> AudioFacts | None:
        """The sound of a file; None where it has none, which is told."""
        facts = self.facts(file, key)
        if facts is not None and facts.audio is None:
            sentence = say("{file} has no sound", file=file)
            self._tell_of_file("no-sound", file, key, sentence, say("name a file that has some"))
        return facts.audio if facts else None

    def video(self, file: str, key: Key) -> VideoFacts | None:
        """The picture of a film; None where it has none, which is told."""
        facts = self.facts(file, key)
        if facts is not None and facts.video is None:
            sentence = say("{file} has no moving picture", file=file)
            self._tell_of_file("no-picture", file, key, sentence, say("name a film"))
        return facts.video if facts else None

    def time_us(self, time: Time, key: Key, rate: Fraction | None = None, tempo: TempoMap | None = None) -> int | None:
        """A time in microseconds; None if it means nothing here, which is told."""
        try:
            return time.resolve(rate, tempo)
        except TimeError as error:
            self.error("bad-time", key, error.sentence, error.remedy)
            return None

    def _tell_of_file(self, rule: str, file: str, key: Key, sentence: Said, remedy: Said) -> None:
        """Note an error of a file where it is first used, and not again at every other use."""
        if (rule, file) not in self._told:
            self._told.add((rule, file))
            self.error(rule, key, sentence, remedy)
