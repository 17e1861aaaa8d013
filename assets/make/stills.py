"""Make the cover, the stills and the design sheets: `python assets/make/stills.py`, after the film, which some show."""

from __future__ import annotations

from pathlib import Path

from backstage.sheets import desk, front, paper, plans, plates
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

STILLS = Path(__file__).parent.parent / "backstage" / "stills"
SHEETS = {
    "turn-around.jpg": paper.turn_around, "shoe-study.jpg": paper.shoe_study, "step-sheet.jpg": paper.step_sheet,
    "lighting-plot.png": plans.lighting_plot, "corridor-construction.jpg": plans.corridor_construction,
    "roof-study.jpg": plates.roof_study, "motion-study.jpg": plates.motion_study, "storyboard.jpg": plates.storyboard,
    "colour-script.jpg": plates.colour_script, "the-desk.jpg": desk.the_desk, "exposure-sheet.jpg": desk.exposure_sheet,
}  # fmt: skip
cover = front.cover


def jpeg(image: QImage, quality: int = 88) -> bytes:
    """A picture as the bytes of a JPEG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)
    return bytes(data.data())


def main() -> None:
    """Draw and save them all."""
    STILLS.mkdir(parents=True, exist_ok=True)
    (STILLS / "cover.jpg").write_bytes(jpeg(cover(1400)))
    for name, paint in SHEETS.items():
        image = paint()
        if name.endswith(".jpg"):
            (STILLS / name).write_bytes(jpeg(image))
        else:
            image.convertToFormat(QImage.Format.Format_RGB888).save(str(STILLS / name), "PNG")
        print(name, (STILLS / name).stat().st_size, flush=True)


if __name__ == "__main__":
    main()
