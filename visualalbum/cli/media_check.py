"""What is wrong with the files that a manifest names: each is looked at once, for every use that is made of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from visualalbum.jobs import JobQueue
from visualalbum.manifest import Loaded
from visualalbum.media.facts import MediaFacts
from visualalbum.media.probing import PRELOAD, Probing, is_there
from visualalbum.model import Purpose, Use, uses
from visualalbum.problems import Place, Problem
from visualalbum.said import say
from visualalbum.timecode import shown
from visualalbum.timeline.build import build
from visualalbum.words import essay
from visualalbum.words import load as load_lyrics

MEDIA = (Purpose.SONG, Purpose.FILM, Purpose.PICTURE)


def media_problems(loaded: Loaded) -> list[Problem]:
    """All that is wrong with files which are there; those that are not are the manifest's own rule.

    Media are probed in worker processes, with a limit each, unless their facts are remembered.
    """
    if loaded.album is None:
        return []
    problems: list[Problem] = []
    there = [use for use in uses(loaded.album) if use.purpose in MEDIA and is_there(loaded.path(use.name))]
    facts = _probe({loaded.path(use.name) for use in there})
    usable: dict[Path, MediaFacts] = {}
    told: set[tuple[Path, Purpose]] = set()
    for use in there:
        path = loaded.path(use.name)
        if (path, use.purpose) in told:
            continue
        told.add((path, use.purpose))
        problem = _unfit(loaded, use, facts[path])
        if problem is None:
            usable[path] = facts[path]
        else:
            problems.append(problem)
    problems += text_problems(loaded)
    return problems + _timeline(loaded, usable, {problem.place for problem in (*loaded.problems, *problems)})


def text_files(loaded: Loaded) -> tuple[Path, ...]:
    """The words, captions and essays that a manifest names."""
    return tuple(dict.fromkeys(path for path, _ in _texts(loaded)))


def text_problems(loaded: Loaded) -> list[Problem]:
    """What is wrong with those of them that are there."""
    return [problem for (path, _), use in _texts(loaded).items() if is_there(path) for problem in _text(path, use)]


def _texts(loaded: Loaded) -> dict[tuple[Path, Purpose], Use]:
    named = uses(loaded.album) if loaded.album else ()
    return {(loaded.path(use.name), use.purpose): use for use in named if use.purpose not in MEDIA}


def _timeline(loaded: Loaded, facts: dict[Path, MediaFacts], told: set[Place]) -> list[Problem]:
    assert loaded.album is not None
    _, problems = build(loaded.album, loaded.folder, loaded.place, facts)
    return [problem for problem in problems if problem.place not in told]


def _unfit(loaded: Loaded, use: Use, facts: MediaFacts) -> Problem | None:
    name = shown(use.name)
    if facts.fault:
        purpose = use.purpose.value
        sentence = say("{file} is used as {purpose}: {fault}", file=name, purpose=purpose, fault=facts.fault)
        return loaded.error(use.path, "unusable-media", sentence, facts.remedy)
    if use.purpose is Purpose.SONG and facts.audio is None:
        sentence = say("{file} is used as a song and has no sound", file=name)
        return loaded.error(use.path, "no-sound", sentence, say("name another file"))
    if use.purpose is Purpose.FILM and facts.video is None:
        sentence = say("{file} is used as a film and has no moving picture", file=name)
        return loaded.error(use.path, "no-picture", sentence, say("name another file"))
    if use.purpose is Purpose.PICTURE and facts.image is None:
        sentence = say("{file} is used as a picture and is none", file=name)
        return loaded.error(use.path, "no-image", sentence, say("name a PNG or JPEG file"))
    return None


def _text(path: Path, use: Use) -> list[Problem]:
    if use.purpose in (Purpose.LYRICS, Purpose.CAPTIONS):
        return load_lyrics(path)[1]
    return essay.load(path)[1]


def _probe(paths: Iterable[Path]) -> dict[Path, MediaFacts]:
    queue = JobQueue(workers=2, express=0, preload=PRELOAD)
    try:
        probing = Probing(paths, queue)
        probing.wait()
    finally:
        queue.close()
    return probing.facts
