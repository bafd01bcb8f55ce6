"""Files of JSON lines that are only ever added to."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def add_lines(path: Path, told: Iterable[Any]) -> None:
    """Add a line for each thing, behind whatever a killed run has left half written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("".join("\n" + json.dumps(each) for each in told))


def read_lines(path: Path) -> list[Any]:
    """Return what the lines say, the oldest first; a line that is no JSON counts for nothing."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    found = []
    for line in lines:
        try:
            found.append(json.loads(line))
        except ValueError:
            continue
    return found
