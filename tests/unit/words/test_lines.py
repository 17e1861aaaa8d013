"""Lines that are moved: everything that has a time goes along, and nothing comes before the song."""

from __future__ import annotations

from visualalbum.words import Line, Lyrics, Word

LINE = Line(
    1000,
    "tap shoe",
    (Word(1000, "tap "), Word(1500, "shoe", 1900)),
    end_us=2000,
    backing=Line(1200, "(ah)", end_us=1800),
)


def test_every_time_of_a_line_is_moved() -> None:
    moved = Lyrics((LINE,), (("ti", "Song"),)).moved(500)
    assert moved == Lyrics(
        (
            Line(
                1500,
                "tap shoe",
                (Word(1500, "tap "), Word(2000, "shoe", 2400)),
                end_us=2500,
                backing=Line(1700, "(ah)", end_us=2300),
            ),
        ),
        (("ti", "Song"),),
    )


def test_nothing_is_moved_before_the_song() -> None:
    (line,) = Lyrics((LINE,)).moved(-1700).lines
    assert (line.start_us, [word.start_us for word in line.words], line.end_us) == (0, [0, 0], 300)
