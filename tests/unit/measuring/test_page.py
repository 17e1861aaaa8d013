"""The report of the covering set: what is missed shows as missed, what is broken as broken, and a page is whole."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from copy import deepcopy
from html.parser import HTMLParser
from typing import Any

import pytest

from measuring import line_table, page, plot, report

WITHIN = {"count": 900, "median_ms": 0.4, "within_ms": 2.0}
PLAYED = {
    "steady": WITHIN,
    "after_start": WITHIN,
    "after_cuts": WITHIN,
    "each_cut": [{"right": True}] * 3,
    "cuts_planned": 3,
    "shown_percent": 100.0,
    "unplanned": [],
    "seams": [],
    "rolls": 1,
    "recorder": {"readings_a_second": 350.0},
    "seconds": 60,
    "heard_s": 60.9,
    "course": [[float(at), -1.0, 0.5, 2.0] for at in range(60)],
}
PEER = PLAYED | {"each_cut": [], "cuts_planned": 0, "shown_percent": 80.0, "rolls": 2}
ZERO = {
    "starts_ms": [4.8, 5.0, 5.1, 5.0, 5.2],
    "median_ms": 5.0,
    "accuracy": [
        {"injected_ms": 0, "read_ms": 0.1},
        {"injected_ms": 20, "read_ms": 20.2},
        {"injected_ms": 80, "read_ms": 79.4},
    ],
}
NAME = "AVI H.264 25 fps, group of 250; MP3 <CBR> 44.1 kHz"
LINE: dict[str, Any] = {
    "name": NAME,
    "long": False,
    "zero": ZERO,
    "players": {"visualalbum": PLAYED, "mpv": PEER, "libvlc": deepcopy(PEER)},
}


def figures(change: Callable[[dict[str, Any]], object] = lambda line: None) -> dict[str, Any]:
    """A run of two lines; something may be changed about the first."""
    covering = [deepcopy(LINE), deepcopy(LINE) | {"name": "another line"}]
    change(covering[0])
    return {"covering": covering, "versions": {"mpv": "0.35", "machine": "two cores"}, "load_average": [0.1, 0.2, 0.3]}


def written(run: dict[str, Any]) -> tuple[str, str]:
    """Markdown and page of a run."""
    table = report.rows(run)
    return report.markdown(table, run), page.html(table, run)


class Checker(HTMLParser):
    """Whether every element is closed in its turn, and nothing is fetched."""

    EMPTY = {"meta"}

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in self.EMPTY:
            self.open.append(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onload"}

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_good_run_is_kept_and_its_page_is_whole_and_needs_nothing_else() -> None:
    told, text = written(figures())
    assert "MISSED" not in told and "**" not in told
    assert 'class="missed"' not in text
    seen = Checker(text).seen
    assert seen.count("svg") == 2
    assert not {"script", "link", "img"} & {*seen}
    assert "MP3 &lt;CBR&gt;" in text


def ours(**changed: object) -> Callable[[dict[str, Any]], object]:
    """A change of what our program did."""
    return lambda line: line["players"]["visualalbum"].update(changed)


@pytest.mark.parametrize(
    "change",
    [
        ours(steady=WITHIN | {"median_ms": -1.6}),
        ours(steady=WITHIN | {"within_ms": 3.1}),
        ours(after_start=WITHIN | {"within_ms": 6.1}),
        ours(after_start={"count": 0, "median_ms": math.nan, "within_ms": math.nan}),
        ours(after_cuts=WITHIN | {"within_ms": 6.1}),
        ours(each_cut=[]),
        ours(heard_s=58.0),
        ours(each_cut=[{"right": True}, {"right": False}, {"right": True}]),
        ours(shown_percent=99.4),
        ours(shown_percent=math.nan),
        ours(unplanned=[{"kind": "black"}]),
        ours(seams=[{"at_s": 3.0}]),
        ours(rolls=2),
    ],
)
def test_a_figure_that_misses_its_bound_is_marked(change: Callable[[dict[str, Any]], object]) -> None:
    told, text = written(figures(change))
    assert told.count("MISSED") == 1
    assert told.count("**") == 2
    assert text.count('<td class="missed">') == 2  # the figure, and the line's verdict


@pytest.mark.parametrize("phase", ["album", "covering"])
def test_a_phase_that_could_not_be_measured_is_missed_and_leaves_the_others_be(phase: str) -> None:
    told, text = written(figures() | {phase: {report.BROKEN: "OSError: no <sink>"}})
    assert told.count("MISSED") == 1
    assert "not measured: OSError: no <sink>" in told
    assert "not measured: OSError: no &lt;sink&gt;" in text
    Checker(text)


def test_a_line_that_our_program_did_not_play_shows_as_broken() -> None:
    run = figures(lambda line: line["players"].update(visualalbum={"broken": "it ended without a picture: <deck>"}))
    told, text = written(run)
    assert "**BROKEN**: it ended" in told and "MISSED" in told
    assert "BROKEN: it ended without a picture: &lt;deck&gt;" in text
    assert "visualalbum did not play it" in text
    Checker(text)


def test_a_line_that_a_peer_did_not_play_says_so_and_fails_nothing() -> None:
    run = figures(lambda line: line["players"].update(libvlc={"broken": "waited 20 s for a picture"}))
    told, text = written(run)
    assert "MISSED" not in told
    assert "waited 20 s for a picture" in told and "waited 20 s for a picture" in text


def test_a_recorder_that_misreads_an_error_is_missed() -> None:
    told, text = written(figures(lambda line: line["zero"]["accuracy"][2].update(read_ms=83.2)))
    assert "80 as 83.2" in told and told.count("MISSED") == 1
    assert "80 as 83.2" in text


def test_the_steady_bound_is_as_wide_as_mpvs_own_starts_are_apart() -> None:
    def change(line: dict[str, Any]) -> None:
        ours(steady=WITHIN | {"median_ms": 1.8})(line)
        line["zero"]["starts_ms"] = [4.0, 6.0]

    assert line_table.spread_ms({"starts_ms": [4.0, 6.0]}) == 2
    assert "MISSED" not in written(figures(change))[0]


def test_a_drift_beyond_the_edge_is_told_and_a_gap_is_not_drawn_over() -> None:
    line = deepcopy(LINE)
    line["players"]["libvlc"]["course"] = [[float(at), -65, -62, -60] for at in range(60) if not 20 < at < 40]
    drawn = plot.drift(line)
    assert "libvlc beyond the edge: up to -62 ms" in drawn
    assert drawn.count('<polyline class="libvlc"') == 2
    assert drawn.count('<polyline class="mpv"') == 1
    heights = [float(y) for y in re.findall(r",([\d.-]+)", drawn)]
    assert min(heights) >= 0 and max(heights) <= plot.HEIGHT


def test_a_run_without_the_covering_set_has_a_page_too() -> None:
    lost = {name: {"missing": 0, "expected": 250} for name in ("program", "mpv")}
    cost = {"ratio": 1.6, "program": 0.32, "mpv": 0.2, "lost": lost}
    run = {"cpu": cost, "versions": {}, "load_average": [0.0]}
    text = page.html(report.rows(run), run)
    Checker(text)
    assert "1 of 2 bounds are missed." in text
