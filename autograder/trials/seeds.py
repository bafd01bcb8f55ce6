"""The same tests with other random numbers: which of them draw any, and from which seeds."""

import ast

from autograder.engine.protocol import names

SEEDED = {"default_rng", "RandomState", "Random", "SeedSequence", "Generator", "seed"}
"""Calls whose first argument is a seed."""

KEYWORDS = {"seed", "random_state"}
"""What a seed is called as an argument, whatever is called."""

DRAWS = {*SEEDED, "random", "secrets"}

FIXED = '# autograder: seed = "fixed"'
"""The line in a test cell whose numbers hold for the seed that it names, and for no other."""


def is_random(source: str) -> bool:
    """Whether a test draws random numbers."""
    tree = names.parse(source)
    return tree is not None and any(_name(node) in DRAWS for node in ast.walk(tree))


def reseeded(source: str, step: int) -> str:
    """Return a test in which each seed that is written out as a number is another one.

    Parameters
    ----------
    source : str
        The test cell.
    step : int
        How far the seeds move; 0 leaves them as they are.
    """
    tree = names.parse(source)
    if tree is None or step == 0 or any(line.strip() == FIXED for line in source.splitlines()):
        return source
    lines = [line.encode() for line in source.split("\n")]
    seeds = [seed for node in ast.walk(tree) if (seed := _seed(node)) is not None]
    for seed in sorted(seeds, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        line = lines[seed.lineno - 1]
        new = str(seed.value + 1000 * step).encode()
        lines[seed.lineno - 1] = line[: seed.col_offset] + new + line[seed.end_col_offset :]
    return b"\n".join(lines).decode()


def _seed(node: ast.AST) -> ast.Constant | None:
    """Return the seed in a call, where it is a number written out."""
    if not isinstance(node, ast.Call):
        return None
    given = node.args[:1] if _name(node.func) in SEEDED else []
    given += [word.value for word in node.keywords if word.arg in KEYWORDS]
    first = given[0] if given else None
    return first if isinstance(first, ast.Constant) and type(first.value) is int else None


def _name(node: ast.AST) -> str | None:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else None
