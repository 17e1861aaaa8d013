"""A machine's offset, and what was heard of it, in words: no widgets here."""

from __future__ import annotations

from visualalbum.ui.tongue import tr


def offset_text(offset_ms: int) -> str:
    """`+80 ms` with a sign; `0 ms`."""
    return f"{offset_ms:+d} ms".replace("-", "−") if offset_ms else "0 ms"


def offset_meaning(offset_ms: int) -> str:
    """What an offset does."""
    if offset_ms > 0:
        return tr("The picture waits {count} ms for a sound that is heard late.", count=offset_ms)
    if offset_ms < 0:
        return tr("The picture comes {count} ms sooner, for a screen that shows it late.", count=-offset_ms)
    return tr("Picture and sound go by what the sound device says.")


def moved_text(step_ms: int) -> str:
    """What a step does to the picture."""
    if step_ms > 0:
        return tr("Picture later by {count} ms", count=step_ms)
    return tr("Picture sooner by {count} ms", count=-step_ms)


def listening_text(clicks: int, wanted: int) -> str:
    """How far a measurement has come."""
    return tr("Listening: {count} of {wanted} clicks", count=clicks, wanted=wanted)


def heard_text(later_ms: float, within_ms: float, clicks: int, *, taken: bool) -> str:
    """What a measurement has come to, and what to do with it; `taken` where the offset was set to it."""
    values = {"count": abs(round(later_ms)), "within": f"{within_ms:.1f}", "clicks": clicks}
    if round(later_ms) < 0:
        found = tr(
            "The sound is heard {count} ms sooner than the device says (±{within} ms, {clicks} clicks).", **values
        )
    else:
        found = tr(
            "The sound is heard {count} ms later than the device says (±{within} ms, {clicks} clicks).", **values
        )
    hint = tr("How late a screen is cannot be heard: see whether bar and mark meet, then keep it.") if taken else ""
    return f"{found} {hint}".strip()


def kept_text(offset_ms: int, device: str, screen: str) -> str:
    """What was kept, for a terminal."""
    return f"{offset_text(offset_ms)} kept for {device} with {screen}"
