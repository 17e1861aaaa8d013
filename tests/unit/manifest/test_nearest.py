"""The nearest right name."""

from __future__ import annotations

from visualalbum.manifest.nearest import remedy


def test_a_near_name_is_offered_whatever_its_case() -> None:
    assert remedy("Segmnets", ("stills", "segments"), "no idea") == "did you mean segments?"


def test_where_none_is_near_another_remedy_is_given() -> None:
    assert remedy("zzz", ("stills", "segments"), "no idea") == "no idea"
    assert remedy("zzz", (), "no idea") == "no idea"


def test_a_name_that_would_break_the_line_does_not() -> None:
    assert remedy("a\nfilm", ("a\nfilms",), "no idea") == 'did you mean "a films"?'
