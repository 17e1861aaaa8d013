"""Any decoded sound as two channels of float32: what the programme is made of."""

from __future__ import annotations

from typing import Any

import numpy as np
from av import AudioFrame
from numpy.typing import NDArray

Samples = NDArray[np.float32]
"""Sound of shape (samples, 2), left and right, full scale at 1."""

SIDE = 0.5**0.5
"""What a channel that is not left or right gives to a side: -3 dB (ITU-R BS.775, annex 4)."""

LEFT = {"FL": 1.0, "FC": SIDE, "BL": SIDE, "SL": SIDE, "BC": 0.5, "FLC": 1.0, "DL": 1.0, "TFL": SIDE, "TBL": SIDE}
RIGHT = {"FR": 1.0, "FC": SIDE, "BR": SIDE, "SR": SIDE, "BC": 0.5, "FRC": 1.0, "DR": 1.0, "TFR": SIDE, "TBR": SIDE}


def downmix(channels: tuple[str, ...]) -> Samples:
    """The weights, shape (channels, 2), that bring named channels to left and right without ever clipping.

    One channel goes to both sides and a plain pair is left as it is. The deep effects channel is left out, as
    BS.775 does; channels without a name we know go to both sides.
    """
    if len(channels) <= 2:
        return np.eye(2, dtype=np.float32) if len(channels) == 2 else np.ones((1, 2), np.float32)
    weights = np.zeros((len(channels), 2), np.float32)
    for row, name in enumerate(channels):
        if name in LEFT or name in RIGHT:
            weights[row] = [LEFT.get(name, 0.0), RIGHT.get(name, 0.0)]
        elif not name.startswith("LFE"):
            weights[row] = SIDE
    return (weights / max(1.0, float(weights.sum(axis=0).max()))).astype(np.float32)


def silence(samples: int) -> Samples:
    """So many samples of nothing."""
    return np.zeros((samples, 2), np.float32)


def stereo(frame: AudioFrame) -> Samples:
    """The sound of a decoded frame, whatever its format and channels."""
    channels = tuple(channel.name for channel in frame.layout.channels)
    data: NDArray[Any] = frame.to_ndarray()
    rows = data if frame.format.is_planar else data.reshape(-1, len(channels)).T
    if rows.dtype == np.uint8:
        floats = (rows.astype(np.float32) - 128) / 128
    elif np.issubdtype(rows.dtype, np.integer):
        floats = (rows / -float(np.iinfo(rows.dtype).min)).astype(np.float32)
    else:
        floats = np.nan_to_num(rows.astype(np.float32), posinf=0.0, neginf=0.0)
    if len(channels) == 1:
        return np.repeat(floats.T, 2, axis=1)
    return np.ascontiguousarray(floats.T if len(channels) == 2 else floats.T @ downmix(channels))
