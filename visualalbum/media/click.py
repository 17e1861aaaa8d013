"""The click by which a machine's offset is found out: short for the ear, and like nothing else for a recorder."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

PERIOD_S = 1.5
"""From click to click; and the longest delay that can be told from a shorter one."""

FIRST_S = 0.75
"""When the first one is heard: in the middle of its period, so that the bar is seen to come."""

LENGTH_S = 0.02
FROM_HZ, TO_HZ = 6_000.0, 600.0
"""It falls through the pitches that small speakers and microphones have in common, so that its moment is plain."""


def click(rate: int) -> NDArray[np.float32]:
    """The samples of one click, at most 1; its moment is the first."""
    time = np.arange(round(LENGTH_S * rate)) / rate
    turns = FROM_HZ * time + (TO_HZ - FROM_HZ) * time**2 / (2 * LENGTH_S)
    loudness = np.minimum(time / 0.001, 1) * np.cos(np.pi / 2 * time / LENGTH_S)
    return (loudness * np.sin(2 * np.pi * turns)).astype(np.float32)
