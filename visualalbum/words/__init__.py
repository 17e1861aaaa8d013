"""What is sung and said: lyrics as frozen values, read from the formats that people write them in."""

from visualalbum.words.lines import Line, Lyrics, Singer, Word
from visualalbum.words.load import load

__all__ = ["Line", "Lyrics", "Singer", "Word", "load"]
