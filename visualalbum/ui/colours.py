"""The colours of the window: two themes, and each with more contrast for those who need it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """One theme; every pair of text and ground has a contrast of 4.5 and more (WCAG 2.1, 1.4.3), those with more
    contrast 7 (1.4.6), and their lines 3 against every ground (1.4.11)."""

    ground: str
    panel: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    warning: str


DARK = Colours(
    ground="#141518", panel="#1b1c20", raised="#27292e", line="#484b53", text="#ece9e3", quiet="#a29e96",
    accent="#e5aa5e", on_accent="#1b1408", warning="#f0a08c",
)  # fmt: skip
LIGHT = Colours(
    ground="#f3f1ec", panel="#fbfaf7", raised="#e6e2da", line="#c9c4b9", text="#23211d", quiet="#655f55",
    accent="#8a520d", on_accent="#ffffff", warning="#a3371c",
)  # fmt: skip
DARK_CONTRAST = Colours(
    ground="#000000", panel="#000000", raised="#1f1f1f", line="#9a9a9a", text="#ffffff", quiet="#e0e0e0",
    accent="#ffd24a", on_accent="#000000", warning="#ffb3a1",
)  # fmt: skip
LIGHT_CONTRAST = Colours(
    ground="#ffffff", panel="#ffffff", raised="#ececec", line="#5a5a5a", text="#000000", quiet="#2e2e2e",
    accent="#5c3200", on_accent="#ffffff", warning="#7a1f08",
)  # fmt: skip
