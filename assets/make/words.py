"""Write the words of both songs: `python assets/make/words.py`. Their times are those of the melodies' notes."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from xml.sax.saxutils import escape

from music.melody import BOTH, sung
from music.notes import Phrase, Sung
from score import BREAKER, DANCER, RATE, SONG_SAMPLES

WORDS = Path(__file__).parent.parent / "backstage" / "words"
ARTIST, ALBUM = "The visualalbum project", "Backstage, a stand-in"
TITLES = {
    ("en", 0): "Before the Bell",
    ("ja", 0): "ベルの前",
    ("en", 1): "Where the Light Falls",
    ("ja", 1): "陽だまり",
}
AGENTS = {DANCER: ("dancer", "person", "タップダンサー"), BREAKER: ("breaker", "person", "ブレイカー"),
          BOTH: ("both", "group", "ふたり")}  # fmt: skip
_PAUSE_S = 3
"""A rest this long is shown as one: an empty line ends the line before it."""


def clock(seconds: Fraction) -> str:
    """A time as LRC writes it, to the hundredth of a second: `01:07.50`."""
    hundredths = round(seconds * 100)
    return f"{hundredths // 6000:02}:{hundredths // 100 % 60:02}.{hundredths % 100:02}"


def words_of(line: Phrase, language: str) -> tuple[Sung, ...]:
    """A line's words in one of the languages."""
    return line.english if language == "en" else line.japanese


def end_s(line: Phrase) -> Fraction:
    """When a line's last note is let go."""
    return line.notes[-1].end_s


def lrc(song: int, language: str, *, word_times: bool) -> str:
    """A song's words as LRC, or as enhanced LRC with the time of every word and of each line's end."""
    lines = sung(song)
    text = [f"[ti:{TITLES[language, song]}]", f"[ar:{ARTIST}]", f"[al:{ALBUM}]", f"[la:{language}]",
            f"[length:{clock(Fraction(SONG_SAMPLES[song], RATE))}]", ""]  # fmt: skip
    for number, line in enumerate(lines):
        start = clock(line.notes[0].start_s)
        if word_times:
            timed = "".join(f"<{clock(word.note.start_s)}>{word.text}" for word in words_of(line, language))
            text.append(f"[{start}]{timed}<{clock(end_s(line))}>")
        else:
            text.append(f"[{start}]{joined(words_of(line, language))}")
        following = lines[number + 1].notes[0].start_s if number + 1 < len(lines) else None
        if not word_times and (following is None or following - end_s(line) >= _PAUSE_S):
            text.append(f"[{clock(end_s(line))}]")
    return "\n".join(text) + "\n"


def joined(words: Iterable[Sung]) -> str:
    """A line as it is read."""
    return "".join(word.text for word in words)


def ttml(song: int, language: str) -> str:
    """A song's words as TTML: a paragraph a line with who sings it, a span a word."""
    agents = "\n".join(
        f'      <ttm:agent xml:id="{key}" type="{kind}"><ttm:name type="full">{name}</ttm:name></ttm:agent>'
        for key, kind, name in AGENTS.values()
    )
    paragraphs = "\n".join(_paragraph(line, language) for line in sung(song))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
    xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:timeBase="media" xml:lang="{language}">
  <head>
    <metadata>
      <ttm:title>{escape(TITLES[language, song])}</ttm:title>
      <ttm:copyright>2026 the visualalbum project, CC BY 4.0</ttm:copyright>
{agents}
    </metadata>
  </head>
  <body>
    <div>
{paragraphs}
    </div>
  </body>
</tt>
"""


def _paragraph(line: Phrase, language: str) -> str:
    words = words_of(line, language)
    ends = [*(word.note.start_s for word in words[1:]), end_s(line)]
    spans = "".join(
        f'<span begin="{_stamp(word.note.start_s)}" end="{_stamp(end)}">{escape(word.text.rstrip())}</span>'
        + word.text[len(word.text.rstrip()) :]
        for word, end in zip(words, ends, strict=True)
    )
    begin, end = _stamp(line.notes[0].start_s), _stamp(end_s(line))
    return f'      <p begin="{begin}" end="{end}" ttm:agent="{AGENTS[line.who][0]}">{spans}</p>'


def _stamp(seconds: Fraction) -> str:
    """A time as TTML writes it, to the millisecond."""
    ms = round(seconds * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


FILES = {
    "01-before-the-bell.en.lrc": lambda: lrc(0, "en", word_times=False),
    "01-before-the-bell.ja.lrc": lambda: lrc(0, "ja", word_times=True),
    "02-where-the-light-falls.en.lrc": lambda: lrc(1, "en", word_times=True),
    "02-where-the-light-falls.ja.ttml": lambda: ttml(1, "ja"),
}


def main() -> None:
    """Write all files of words."""
    WORDS.mkdir(parents=True, exist_ok=True)
    for name, write in FILES.items():
        (WORDS / name).write_text(write(), encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main()
