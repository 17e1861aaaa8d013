"""The one error of media that cannot be used; those who hear of it need no FFmpeg."""

from __future__ import annotations

from visualalbum.said import Said


class MediaError(Exception):
    """A media file that cannot be used: `kind` is a stable id, then a sentence and what to do about it."""

    def __init__(self, kind: str, sentence: Said, remedy: Said) -> None:
        super().__init__(kind, sentence, remedy)
        self.kind = kind
        self.sentence = sentence
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.sentence}; {self.remedy}"
