"""The house as its imports draw it: which module imports which, and which room calls which.

`make architecture` draws the picture of docs/architecture.md anew.
"""

import ast
import functools
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("autograder", "course")
TOPS = tuple(f"{name} ({floor})" for name in PACKAGES for floor in ("commands", "ground"))
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "```mermaid\n", "```\n"


@functools.cache
def modules():
    """Return {dotted name: path} of the packages' modules; a package has the name of its folder."""
    found = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@functools.cache
def imports():
    """Return {module: the modules of ours that it imports, wherever in its text}."""
    known = modules()
    found = {}
    for name, path in known.items():
        wanted = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    whole = f"{node.module}.{alias.name}"
                    wanted.add(whole if whole in known else node.module)
            elif isinstance(node, ast.Import):
                wanted |= {alias.name for alias in node.names}
        found[name] = (wanted & set(known)) - {name}
    return found


@functools.cache
def rooms():
    """Return {module: its room}: the folder in which it lies, as a dotted name.

    A package's top floor and its ground lie in one folder: the commands, which call the rooms, and
    what the rooms call. They are told apart by what they import.
    """
    graph, found = imports(), {}
    for name, path in modules().items():
        folder = ".".join(path.relative_to(ROOT).parent.parts)
        if folder in PACKAGES:
            calls_rooms = any(other.count(".") > 1 for other in reachable(graph, name))
            folder += " (commands)" if calls_rooms else " (ground)"
        found[name] = folder
    return found


@functools.cache
def arrows():
    """Return {(room, other room)}: the second is imported by the first."""
    room_of = rooms()
    pairs = {(room_of[a], room_of[b]) for a, others in imports().items() for b in others}
    return {(a, b) for a, b in pairs if a != b}


def reachable(graph, start):
    """Return what a node of a graph {node: its nodes} leads to, in any number of steps."""
    waiting, seen = list(graph[start]), set()
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting += graph.get(node, ())
    return seen


def circles(graph):
    """Return the nodes that lead back to themselves."""
    return sorted(node for node in graph if node in reachable(graph, node))


def picture():
    """Return the rooms and their arrows as a Mermaid diagram, the engine's rooms in one box.

    The grounds are left out: every room may stand on them.
    """
    lines = ["flowchart TD"]
    shown = {arrow for arrow in arrows() if "ground" not in arrow[1]}
    drawn = sorted({name for arrow in shown for name in arrow})
    inside = [name for name in drawn if name.startswith("autograder.engine.")]
    lines += ["    subgraph engine [autograder/engine]", *map(_node, inside), "    end"]
    lines += [_node(name)[4:] for name in drawn if name not in inside]
    lines += [f"    {_name(a)} --> {_name(b)}" for a, b in sorted(shown)]
    return "\n".join(lines) + "\n"


def _node(name):
    return f'        {_name(name)}["{name.replace(".", "/")}"]'


def _name(room_name):
    return re.sub(r"\W+", "_", room_name).strip("_")


def redrawn(text):
    """Return the page with the picture as it is now."""
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    return before + BEGIN + picture() + END + after


if __name__ == "__main__":
    PAGE.write_text(redrawn(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
