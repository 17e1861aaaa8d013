"""Lanes: lookups that must equal a scan."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from visualalbum.timeline.lanes import Lane


@dataclass(frozen=True)
class Span:
    start_us: int
    end_us: int


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    points = sorted(draw(st.sets(st.integers(0, 60), max_size=16)))
    pairs = list(zip(points[::2], points[1::2], strict=False))
    return tuple(Span(start, end) for start, end in pairs)


@given(spans(), st.integers(-2, 62))
def test_at_equals_a_scan(cues: tuple[Span, ...], time_us: int) -> None:
    expected = next((cue for cue in cues if cue.start_us <= time_us < cue.end_us), None)
    assert Lane(cues).at(time_us) == expected


@given(spans(), st.integers(-2, 62))
def test_the_next_change_equals_a_scan(cues: tuple[Span, ...], time_us: int) -> None:
    changes = [edge for cue in cues for edge in (cue.start_us, cue.end_us) if edge > time_us]
    assert Lane(cues).next_change(time_us) == min(changes, default=None)
