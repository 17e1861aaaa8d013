"""Turns snapshots, timelines and problems into the texts and rows that widgets show: no widgets here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from visualalbum.engine.ports import Fault
from visualalbum.engine.snapshot import Snapshot
from visualalbum.interchange.shelf import bundle_of
from visualalbum.problems import Problem, Severity
from visualalbum.said import both
from visualalbum.timeline.cues import Timeline, TrackCue
from visualalbum.ui.tongue import mark, tr, translated

PROGRAM = "visualalbum"
UNKNOWN = "–"

NOTES_SHOWN = 3
"""Faults named at a time; more would cover the picture."""

PROBLEMS_SHOWN = 200
"""As many as the command line prints."""

LONGEST_TEXT = 160
"""Letters of a title or a sentence; the longest titles of songs are some 200, and nobody reads them in a list."""

STOPS = ".!?。！？"

SCANNED = 10 * LONGEST_TEXT
"""Letters looked at: a text of megabytes must not be walked through for every snapshot."""

LOUDNESS_EXPONENT = 3
"""Amplitude is the cube of the slider's position, so that equal steps sound equal: PulseAudio's own mapping."""


def one_line(text: str) -> str:
    """Text on one line and of a bounded length, whatever an author or a tag holds."""
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in text[:SCANNED]).split())
    return words if len(words) <= LONGEST_TEXT else f"{words[: LONGEST_TEXT - 1]}…"


def track_title(track: TrackCue | None) -> str:
    """A track's title, its id where it has none, nothing where there is no track."""
    return one_line(track.title) or one_line(track.id) if track else ""


def time_text(time_us: int) -> str:
    """`1:02`, or `1:02:03` from an hour on; whole seconds that are over, never negative."""
    seconds = max(0, time_us) // 1_000_000
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def track_of(timeline: Timeline, snapshot: Snapshot) -> TrackCue | None:
    """The track that is on, or None where the programme has none."""
    return timeline.tracks[snapshot.track] if 0 <= snapshot.track < len(timeline.tracks) else None


def track_times_text(timeline: Timeline, snapshot: Snapshot) -> str:
    """`1:02 / 3:10`: the place in the track and the track's length."""
    track = track_of(timeline, snapshot)
    if track is None:
        return f"{UNKNOWN} / {UNKNOWN}"
    return f"{time_text(snapshot.track_position_us)} / {length_text(track)}"


def length_text(track: TrackCue) -> str:
    """A track's length, or a dash while nobody has probed it yet."""
    return time_text(track.end_us - track.start_us) if track.end_us > track.start_us else UNKNOWN


def window_title(timeline: Timeline, snapshot: Snapshot) -> str:
    """Track, album and artist as far as they are known, then the program."""
    track = track_of(timeline, snapshot)
    parts = [track_title(track), one_line(timeline.title), one_line(timeline.artist)]
    return " — ".join([*dict.fromkeys(part for part in parts if part), PROGRAM])


@dataclass(frozen=True)
class SongRow:
    """One row of the song list, in words."""

    number: str
    title: str
    artist: str
    length: str

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(
            part for part in (self.number, self.title, self.artist, self.length) if part not in ("", UNKNOWN)
        )


def song_rows(timeline: Timeline) -> tuple[SongRow, ...]:
    """The tracks as rows; the album's artist stands where a track names none."""
    return tuple(
        SongRow(str(number), track_title(track), one_line(track.artist or timeline.artist), length_text(track))
        for number, track in enumerate(timeline.tracks, start=1)
    )


def fallback_stills(timeline: Timeline, snapshot: Snapshot) -> tuple[Path, ...]:
    """What the stage shows in place of a broken still: the track's own, then the cover."""
    track = track_of(timeline, snapshot)
    candidates = (track.still if track else None, timeline.cover)
    return tuple(dict.fromkeys(path for path in candidates if path is not None))


def stage_text(timeline: Timeline, snapshot: Snapshot) -> str:
    """What the stage shows, for those who do not see it: the words that the album has for its stills."""
    shown = (_still_text(timeline, layer.still) for layer in snapshot.stage.layers if layer.still is not None)
    return ". ".join(dict.fromkeys(one_line(text) for text in shown if text))


def _still_text(timeline: Timeline, path: Path) -> str:
    still = next((still for still in timeline.stills if still.path == path), None)
    if still is not None:
        return still.alt or still.caption
    return timeline.cover_alt if path == timeline.cover else ""


def fault_notes(faults: Sequence[Fault]) -> tuple[str, ...]:
    """The latest faults as sentences, the newest first, each once; how many more there are is the last."""
    sentences = list(dict.fromkeys(sentence(one_line(translated(fault.sentence))) for fault in reversed(faults)))
    more = len(sentences) - NOTES_SHOWN
    return (*sentences[:NOTES_SHOWN], *((tr("And {count} more.", count=more),) if more > 0 else ()))


def sentence(text: str) -> str:
    """The text with a capital at its start, unless that is a name such as film.mp4, and a stop at its end."""
    text = text.strip() or tr("Something failed.")
    stop = tr(".")
    # A language with a stop of its own knows no capitals.
    capital = stop == "." and text.split()[0].rstrip(",;:").isalpha()
    start = text[0].upper() if capital else text[0]
    return start + text[1:] + ("" if text[-1] in STOPS else stop)


@dataclass(frozen=True)
class ProblemRow:
    """One problem in words: where, how bad, what, and what to do."""

    place: str
    severity: Severity
    sentence: str
    remedy: str
    problem: Problem

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        place = self.problem.place
        return tr(
            "{severity}: {sentence} {remedy} Line {line}, column {column}",
            severity=severity_text(self.severity).capitalize(),
            sentence=self.sentence,
            remedy=self.remedy,
            line=place.line,
            column=place.column,
        )


def severity_text(severity: Severity) -> str:
    """`error` or `warning`."""
    return tr("error") if severity is Severity.ERROR else tr("warning")


class Playability(StrEnum):
    """What plays in spite of the problems that are told, to be translated."""

    NOTHING = mark("Nothing of it can be played as it is.")
    REST = mark("What is right still plays.")
    BEFORE = mark("What played before plays on until this is mended.")


def problem_rows(problems: Iterable[Problem]) -> tuple[ProblemRow, ...]:
    """Errors before warnings, each in the order of the text, at most `PROBLEMS_SHOWN`."""
    ordered = sorted(problems, key=lambda problem: (problem.severity is not Severity.ERROR, problem.place))
    return tuple(
        ProblemRow(
            f"{Path(problem.place.file).name}:{problem.place.line}:{problem.place.column}",
            problem.severity,
            sentence(translated(problem.sentence)),
            sentence(translated(problem.remedy)) if problem.remedy else "",
            problem,
        )
        for problem in ordered[:PROBLEMS_SHOWN]
    )


def problem_line(problem: Problem) -> str:
    """A problem on one line, to be copied: as the command line prints it, but in the language of the window."""
    text = translated(both(problem.sentence, problem.remedy) if problem.remedy else problem.sentence)
    return f"{problem.place}: {severity_text(problem.severity)}: {problem.rule}: {text}"


def problems_headline(problems: Sequence[Problem]) -> str:
    """`2 errors and 1 warning`; nothing where there are none."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    errors_text, warnings_text = tr("%n error(s)", "", errors), tr("%n warning(s)", "", warnings)
    if errors and warnings:
        return tr("{errors} and {warnings}", errors=errors_text, warnings=warnings_text)
    return errors_text if errors else warnings_text if warnings else ""


def problems_remark(playability: Playability, problems: Sequence[Problem]) -> str:
    """What plays, and how to get at a problem; no editor opens those of a bundle."""
    if problems and bundle_of(Path(problems[0].place.file)):
        return tr(playability)
    return tr("{remark} A click opens the editor at the line.", remark=tr(playability))


def problems_left_out_text(problems: Sequence[Problem]) -> str:
    """How many problems are not listed."""
    more = len(problems) - PROBLEMS_SHOWN
    return tr("And {count} more.", count=more) if more > 0 else ""


def progress_text(done: int, total: int) -> str:
    """What is being waited for while an album opens."""
    return tr("Reading the album: {done} of {total} files", done=done, total=total) if done < total else ""


def unpacking_text(bundle: str, part: float) -> str:
    """How much of a bundle is unpacked."""
    return tr("Unpacking {bundle}: {percent} %", bundle=one_line(bundle), percent=int(part * 100))


def still_reading_text(album: str) -> str:
    """What is the matter with an album that takes long to be read, and what can be done."""
    return tr(
        "Still reading {album}: its disk may be slow. Wait, or cancel and open it from another disk.",
        album=one_line(album),
    )


def amplitude(slider: float) -> float:
    """The linear amplitude for a volume slider's place, both 0 to 1."""
    return min(1.0, max(0.0, slider)) ** LOUDNESS_EXPONENT


def slider_place(volume: float) -> float:
    """The volume slider's place for a linear amplitude, both 0 to 1."""
    return min(1.0, max(0.0, volume)) ** (1 / LOUDNESS_EXPONENT)


def volume_text(volume: float, *, muted: bool) -> str:
    """`Volume 70 %` for a linear amplitude, counted as the slider counts."""
    return tr("Muted") if muted else tr("Volume {percent} %", percent=round(slider_place(volume) * 100))


def nudge_text(by_us: int) -> str:
    """`+5 s` or `−5 s`."""
    return tr("{seconds} s", seconds=f"{by_us // 1_000_000:+d}".replace("-", "−"))


def words_nudge_text(later_ms: int) -> str:
    """`Words 20 ms later`, than they are written."""
    if later_ms == 0:
        return tr("Words as written")
    if later_ms > 0:
        return tr("Words {ms} ms later", ms=later_ms)
    return tr("Words {ms} ms sooner", ms=-later_ms)


def copied_text(text: str) -> str:
    """What the clipboard got, its first line."""
    return tr("Copied: {line}", line=text.splitlines()[0]) if text else tr("No line to copy yet")


def find_text() -> str:
    """How a song is found by typing."""
    return tr("Type the beginning of a title or a song's number, and Enter to play it")


def goes_on_text(timeline: Timeline, position_us: int) -> str:
    """`Goes on at 1:02 of Before the Bell`: an album that was left there."""
    track = next((one for one in reversed(timeline.tracks) if one.start_us <= position_us), None)
    if track is None:
        return ""
    return tr("Goes on at {time} of {track}", time=time_text(position_us - track.start_us), track=track_title(track))


def no_manifest_text(folder: Path) -> str:
    """What to do about a folder that is no album."""
    return tr(
        "There is no NAME.visualalbum.yaml in {folder}: drop the album's own folder or manifest",
        folder=one_line(folder.name),
    )


def recent_text(title: str, manifest: Path) -> str:
    """An album of late in a list: its title and the folder it is in."""
    return f"{one_line(title) or one_line(manifest.name)}  ·  {one_line(manifest.parent.name)}"
