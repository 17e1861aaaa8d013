"""Values as they are written into a manifest: plain where that reads back the same, else in quotes."""

from __future__ import annotations

import json
from typing import Any

import yaml

from visualalbum.manifest.nodes import plain_data
from visualalbum.manifest.reader import PARSER, read

Data = str | list[Any] | dict[str, Any]


def typed(value: str) -> Data:
    """What somebody typed: a list or a group where it is one of YAML in brackets, else a single value as it is."""
    if value.strip()[:1] in ("[", "{"):
        root, problems = read(value, "")
        if root is not None and not problems and isinstance(data := plain_data(root), list | dict):
            return data
    return value


def written(data: Data, *, within: bool, style: str = "") -> str:
    """A value as YAML in one line; `within` brackets more has to be quoted. `style` are the quotes preferred."""
    if isinstance(data, list):
        return f"[{', '.join(written(item, within=True) for item in data)}]"
    if isinstance(data, dict):
        pairs = (f"{written(key, within=True)}: {written(value, within=True)}" for key, value in data.items())
        return f"{{{', '.join(pairs)}}}"
    double, single = json.dumps(data, ensure_ascii=False), "'" + data.replace("'", "''") + "'"
    order = {'"': (double, single), "'": (single, double)}.get(style, (data, single, double))
    return next(form for form in (*order, double) if _reads_as(form, data, within=within))


def _reads_as(form: str, data: str, *, within: bool) -> bool:
    if "\n" in form or (form == data and not data.strip()):
        return False
    try:
        events = list(yaml.parse(f"{{x: {form}, y: z}}" if within else f"x: {form}\ny: z", Loader=PARSER))
    except yaml.YAMLError:
        return False
    found = [event.value for event in events if isinstance(event, yaml.ScalarEvent)]
    return len(events) == 10 and found == ["x", data, "y", "z"]
