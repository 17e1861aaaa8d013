"""Words written in the formats that people keep them in, and what each of them cannot carry."""

from visualalbum.words.write.formats import FORMATS, Format, Loss, losses
from visualalbum.words.write.language import in_language, languages

__all__ = ["FORMATS", "Format", "Loss", "in_language", "languages", "losses"]
