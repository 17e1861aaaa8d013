"""Every sentence of a problem or a fault is made by `say`, of one literal: the window has no other language for others.

Their fields are `Said`, so that mypy sees a text that comes from elsewhere; what it cannot see is looked for here.
"""

from __future__ import annotations

import ast
from dataclasses import fields

import pytest

from tests.architecture.tree import modules
from visualalbum.engine.ports import Fault
from visualalbum.media.conformer import ClipFault
from visualalbum.problems import Problem

SENTENCES = {"Problem": ("sentence", "remedy"), "Fault": ("sentence",), "ClipFault": ("sentence",)}
ORDER = {kind.__name__: [field.name for field in fields(kind)] for kind in (Problem, Fault, ClipFault)}
MAKER = "visualalbum/said.py"


def unsaid(source: str) -> list[str]:
    """Sentences that are put together without `say`, and what `say` is called with that is no literal."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        name = call.func.id
        if name == "say":
            found += [one for one in call.args if not _is_text(one) or isinstance(one, ast.JoinedStr)]
        elif name == "Said":
            found.append(call)
        elif name in SENTENCES:
            given = {**dict(zip(ORDER[name], call.args, strict=False)), **{one.arg: one.value for one in call.keywords}}
            found += [given[one] for one in SENTENCES[name] if one in given and _is_text(given[one])]
    return [ast.unparse(one) for one in found]


def _is_text(one: ast.expr) -> bool:
    return isinstance(one, ast.JoinedStr) or (isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_every_sentence_of_a_problem_or_fault_is_said() -> None:
    found = {name: unsaid(text) for name, text in modules().items() if name.startswith("visualalbum/")}
    assert {name: what for name, what in found.items() if what and name != MAKER} == {}


def test_their_fields_take_nothing_else() -> None:
    kinds = {(kind.__name__, field.name): field.type for kind in (Problem, Fault, ClipFault) for field in fields(kind)}
    assert {kinds[name, field] for name, names in SENTENCES.items() for field in names} == {"Said"}


@pytest.mark.parametrize(
    "line",
    [
        'Problem(place, Severity.ERROR, "rule", f"{name} is gone")',
        'Problem(place, Severity.ERROR, "rule", say("it is gone"), "mend it")',
        'Fault("kind", "subject", sentence="it is gone")',
        'ClipFault("kind", "subject", f"{name} is gone")',
        'Said("it is gone")',
        'say(f"{name} is gone")',
        "say(sentence)",
    ],
)
def test_what_is_put_together_otherwise_is_found(line: str) -> None:
    assert len(unsaid(line)) == 1


def test_what_is_said_is_right() -> None:
    assert (
        unsaid('Fault("kind", subject, say("{name} is gone", name="x")); Problem(place, severity, rule, *told)') == []
    )
