"""The melodies: a clarinet for the dancer, a trombone for the breaker, a vibraphone that knows both."""

from __future__ import annotations

from score import BREAKER

from music.desk import Desk
from music.keys import vibraphone
from music.notes import BAR_S, Note, Phrase
from music.players.hands import Hands, Where, bars
from music.waves import horn, reed

# How loud each lead plays the dancer's or a shared line in a section, 0 to 1: clarinet, vibraphone.
_SCORING = {
    (0, "corridor"): (0.0, 0.55), (0, "theme"): (0.54, 0.0), (0, "roof"): (0.64, 0.36),
    (0, "stopped"): (0.36, 0.0), (0, "stage"): (0.86, 0.55), (0, "light"): (0.8, 0.5),
    (1, "circle"): (0.44, 0.42), (1, "argument"): (0.82, 0.4), (1, "quiet"): (0.22, 0.32),
    (1, "together"): (0.86, 0.5), (1, "finale"): (0.95, 0.7),
}  # fmt: skip
_HORN = {"stopped": 0.4, "circle": 0.72, "argument": 0.9, "quiet": 0.22, "together": 0.74, "finale": 0.86}


def play(desk: Desk, phrases: tuple[Phrase, ...]) -> None:
    """Lay every phrase with who plays it there."""
    sections = {(song, where.bar): where for song in (0, 1) for where in bars(song)}
    hands = Hands(seed=31, late_ms=7)
    for phrase in phrases:
        where = sections[phrase.song, int(phrase.notes[0].start)]
        if phrase.who == BREAKER:
            _blow(desk, hands, "horn", phrase, _HORN[where.section])
            continue
        loud, struck = _SCORING[phrase.song, where.section]
        run = min(note.length for note in phrase.notes) < 1 / 12 and len(phrase.notes) > 12
        if loud and not run:
            _blow(desk, hands, "reed", phrase, loud)
        if struck:
            _strike(desk, hands, phrase, where, 0.9 if run else struck)


def _blow(desk: Desk, hands: Hands, name: str, phrase: Phrase, loud: float) -> None:
    first = phrase.notes[0]
    tones = []
    for note in phrase.notes:
        start = float(note.start_s - first.start_s)
        end = start + float(note.length * BAR_S) * (0.97 if note.length > 0.2 else 0.94)
        tones.append((start, end, float(note.midi), hands.force(loud * _weight(note))))
    sound = (reed if name == "reed" else horn)(tones, hands.seed())
    desk.lay(name, sound, hands.sample(phrase.song, first.start), 1.0, -0.10 if name == "reed" else 0.14)


def _strike(desk: Desk, hands: Hands, phrase: Phrase, where: Where, loud: float) -> None:
    octave = 12 if (where.song, where.section) in ((0, "stage"), (1, "finale")) else 0
    for note in phrase.notes:
        seconds = min(4.0, float(note.length * BAR_S) + (1.2 if where.section in ("corridor", "quiet") else 0.25))
        for lift in sorted({0, octave}):
            sound = vibraphone(note.midi + lift, seconds, hands.force(loud * _weight(note) * (0.55 if lift else 1)))
            desk.lay("vibes", sound, hands.sample(phrase.song, note.start), 1.0, (note.midi + lift - 72) / 40 + 0.12)


def _weight(note: Note) -> float:
    """Long notes and those on accents of the bar are sung out."""
    accent = 1.0 if note.start % 1 in (0, 0.375, 0.75) else 0.9
    return accent * (1.0 if note.length * BAR_S > 0.5 else 0.9)
