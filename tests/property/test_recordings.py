"""Whatever the files of a recording hold, the clicks are found in it or it is said why not."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from visualalbum.sound.clicks import Heard, Unheard, listen

STRANGE = st.sampled_from([np.nan, np.inf, -np.inf, 1e38, 0.0, 1.0])
LENGTH = 200_000
INSTANTS = st.integers(-(2**63), 2**63 - 1) | st.integers(0, 4 * 10**9)
STAMPS = st.binary(max_size=100) | st.lists(INSTANTS, max_size=8).map(lambda of: np.array(of, np.int64).tobytes())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400) | STRANGE, STAMPS, st.lists(st.integers(0, 10**10), max_size=14))
def test_any_recording_gives_a_delay_or_a_sentence(samples: bytes | float, stamps: bytes, told_ns: list[int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        heard = samples if isinstance(samples, bytes) else np.full(LENGTH, samples, np.float32).tobytes()
        (folder / "samples").write_bytes(heard)
        (folder / "stamps").write_bytes(stamps)
        try:
            told: Heard | Unheard = listen(folder, told_ns)
        except Unheard as unheard:
            told = unheard
    assert isinstance(told, Heard) or str(told).endswith(".")
