"""Problems: how they read and how they sort."""

from __future__ import annotations

from visualalbum.problems import Place, Problem, Severity, has_errors


def test_a_problem_reads_as_place_severity_rule_sentence_and_remedy() -> None:
    problem = Problem(Place("a.yaml", 41, 9), Severity.ERROR, "out-before-in", "out 0:58 is before in 1:02", "mend one")
    assert str(problem) == "a.yaml:41:9: error: out-before-in: out 0:58 is before in 1:02; mend one"


def test_problems_sort_by_line_and_column_as_numbers() -> None:
    places = [Place("a", 10, 1), Place("a", 9, 2), Place("a", 9, 10)]
    problems = sorted(Problem(place, Severity.ERROR, "x", "y") for place in places)
    assert [problem.place for problem in problems] == [Place("a", 9, 2), Place("a", 9, 10), Place("a", 10, 1)]


def test_warnings_alone_are_no_errors() -> None:
    warning = Problem(Place("a"), Severity.WARNING, "x", "y")
    assert not has_errors([warning])
    assert has_errors([warning, Problem(Place("a"), Severity.ERROR, "x", "y")])
