"""The manifest's vocabulary as frozen models: one definition gives the types, the checks and the reference."""

from visualalbum.model.album import Album, Credit, Reference
from visualalbum.model.film import Film, FilmSound, Segment
from visualalbum.model.pictures import DiaryEntry, Note, Panel, Picture, Still, Words
from visualalbum.model.programme import ProgrammeItem, Screening
from visualalbum.model.scalars import Join, ShowTime
from visualalbum.model.track import Tempo, Track
from visualalbum.model.uses import Purpose, Use, uses

__all__ = [
    "Album",
    "Credit",
    "DiaryEntry",
    "Film",
    "FilmSound",
    "Join",
    "Note",
    "Panel",
    "Picture",
    "ProgrammeItem",
    "Purpose",
    "Reference",
    "Screening",
    "Segment",
    "ShowTime",
    "Still",
    "Tempo",
    "Track",
    "Use",
    "Words",
    "uses",
]
