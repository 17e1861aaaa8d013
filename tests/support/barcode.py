"""The barcode in measured pictures: which film a frame is of and its number, with a check, readable from one line.

28 columns across the top third, black or white, most significant bit first: 4 bits film, 16 bits number, 8 bits CRC.
A mixture of two pictures (a dissolve, a torn one), plain black and plain white are no valid barcodes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FILM_BITS, NUMBER_BITS, CHECK_BITS = 4, 16, 8
COLUMNS = FILM_BITS + NUMBER_BITS + CHECK_BITS

Picture = NDArray[np.uint8]


def _check(value: int) -> int:
    """CRC-8 of film and number (polynomial 0x07 as in ATM's HEC; it starts at 0xFF so that all black is wrong)."""
    crc = 0xFF
    for shift in range(FILM_BITS + NUMBER_BITS - 1, -1, -1):
        crc = ((crc << 1) ^ (0x07 if (crc >> 7) ^ (value >> shift & 1) else 0)) & 0xFF
    return crc


def columns(film: int, number: int) -> NDArray[np.bool_]:
    """The 28 columns of a frame, white as True; raises ValueError where film or number is too large."""
    if not (0 <= film < 1 << FILM_BITS and 0 <= number < 1 << NUMBER_BITS):
        raise ValueError(f"no barcode for film {film}, number {number}")
    value = film << NUMBER_BITS | number
    code = value << CHECK_BITS | _check(value)
    return np.array([code >> shift & 1 for shift in range(COLUMNS - 1, -1, -1)], dtype=bool)


def paint(picture: Picture, film: int, number: int) -> None:
    """Paint the barcode into a picture (height x width, or with channels), in place."""
    height, width = picture.shape[:2]
    column = np.arange(width) * COLUMNS // width
    line = np.where(columns(film, number)[column], 255, 0).astype(np.uint8)
    picture[: height // 3] = line if picture.ndim == 2 else line[:, None]


@dataclass(frozen=True)
class Layout:
    """Where a film carries its barcode: how many columns, how far down the picture the line through it lies, and how
    light they are, of 255: those of a 0 stay below `dark`, those of a 1 above `light`; all below `black` is black."""

    columns: int
    line: float
    checked: bool
    dark: float
    light: float
    black: float
    mixes: bool = False
    """Whether mixtures of two pictures are read as well, which tells of a picture a dissolve has hardly begun with."""


LAYOUTS = {
    # Room for limited-range video, scaling and compression.
    "measured": Layout(COLUMNS, 1 / 6, checked=True, dark=80, light=175, black=40),
    # The same read further down, where nothing lies over it that stands at the top of a stage.
    "below": Layout(COLUMNS, 0.31, checked=True, dark=80, light=175, black=40),
    # The same, and what a dissolve makes of two of them.
    "mixed": Layout(COLUMNS, 1 / 6, checked=True, dark=80, light=175, black=40, mixes=True),
    # The demo film's: 16 columns in the black bar below its picture, the number alone, 0 or 14 of 255: nobody sees it.
    "demo": Layout(16, 711 / 720, checked=False, dark=4.5, light=9.5, black=4),
}


@dataclass(frozen=True)
class Mixture:
    """Two pictures (film, number) one over the other, and how much of the `weaker` one shows: 0 to 0.5."""

    stronger: tuple[int, int]
    weaker: tuple[int, int]
    share: float


LEAST_SHARE, MOST_SHARE = 0.1, 0.42
"""Of a mixture that is read: below, compression may look like one; above, one picture is not told from the other."""


def _levels(line: NDArray[np.uint8], columns: int) -> NDArray[np.float64]:
    """How light each column is: the mean of its middle half, since scaling blurs the edges."""
    width = line.shape[0]
    edges = np.arange(columns + 1) * width // columns
    inset = np.maximum((edges[1:] - edges[:-1]) // 4, 0)
    sums = np.concatenate(([0], np.cumsum(line, dtype=np.int64)))
    left, right = edges[:-1] + inset, edges[1:] - inset
    return np.asarray((sums[right] - sums[left]) / (right - left))


def read_mixture(line: NDArray[np.uint8]) -> Mixture | None:
    """Read two barcodes that are seen one through the other, each by its own check; None where there are not two.

    Where both agree a column is black or white; where they differ it is off that by the weaker one's share.
    """
    level = _levels(line, COLUMNS) / 255
    strong = level >= 0.5
    off = np.abs(level - strong)
    if off.max() < LEAST_SHARE:
        return None
    differ = off > off.max() / 2
    share = float(np.median(off[differ]))
    if not LEAST_SHARE <= share <= MOST_SHARE or np.abs(off - share * differ).max() > LEAST_SHARE * 0.7:
        return None
    stronger, weaker = _decoded(strong), _decoded(strong ^ differ)
    return None if stronger is None or weaker is None else Mixture(stronger, weaker, share)


def _decoded(bits: NDArray[np.bool_]) -> tuple[int, int] | None:
    """Film and number of 28 columns; None where the check is wrong."""
    code = 0
    for bit in bits:
        code = code << 1 | int(bit)
    value = code >> CHECK_BITS
    return (value >> NUMBER_BITS, value & 0xFFFF) if code & 0xFF == _check(value) else None


def read(line: NDArray[np.uint8], layout: Layout = LAYOUTS["measured"]) -> tuple[int, int] | None:
    """Read (film, number) from one line of brightness across the whole picture; None where there is no barcode.

    A barcode without a check is of film 0, and its number 0 cannot be told from black: that is none.
    """
    mean = _levels(line, layout.columns)
    if np.any((mean > layout.dark) & (mean < layout.light)):
        return None
    bits = mean >= layout.light
    if layout.checked:
        return _decoded(bits)
    code = int("".join("1" if bit else "0" for bit in bits), 2)
    return (0, code) if code else None
