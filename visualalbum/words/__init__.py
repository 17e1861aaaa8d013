"""What is sung and said: lyrics as frozen values, read from the formats that people write them in."""

from visualalbum.words.lines import Line, Lyrics, Word
from visualalbum.words.load import load

__all__ = ["Line", "Lyrics", "Word", "load"]
