"""A text as an editor's YAML parser types it: the core schema of YAML 1.2.2, section 10.3.2, and merge keys."""

from __future__ import annotations

import re
from typing import Any

import yaml


class Core(yaml.SafeLoader):
    """PyYAML with the types of YAML 1.2 in place of those of 1.1: no dates, no sexagesimals, no yes and no."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for _kind, _form, _first in (
    ("null", r"null|Null|NULL|~|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
    ("merge", r"<<", ["<"]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(rf"^(?:{_form})$"), _first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def typed(text: str) -> Any:
    """The values of a text."""
    return yaml.load(text, Loader=Core)  # a safe loader with fewer types
