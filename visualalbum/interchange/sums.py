"""A bundle's sums: a text in the format of `sha256sum`, by which a file that is another is found out."""

from __future__ import annotations

import re

NAME = "SHA256SUMS"

MOST_BYTES = 4 * 2**20

LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")


def read_sums(text: bytes, folder: str) -> dict[str, str]:
    """The sums by name from the bundle's top on, of a text that lies in a folder of it; other lines are passed over."""
    lines = map(LINE.fullmatch, text.decode("utf-8", "replace").splitlines())
    return {f"{folder}{found[2].removeprefix('./')}": found[1].lower() for found in lines if found}
